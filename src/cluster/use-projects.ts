import { useMemo } from 'react';
import type { Watched } from '../domain/watched';
import { projectKind } from '../k8s/project';
import { nameOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { useWatchList } from './use-watch';

/**
 * The other projects that the user can see, by name, where the permission for a project, or for
 * all, is what keeps something from being watched; undefined where it is not, or nobody can say.
 */
export const useProjectsInstead = (
  watched: Watched<unknown>,
  namespace: string | undefined,
): readonly string[] | undefined => {
  const forbidden = watched.state === 'failed' && watched.problem.code === 'forbidden';
  const projects = useWatchList<K8sObject>(forbidden ? { kind: projectKind } : undefined);
  return useMemo(
    () =>
      forbidden && projects.state === 'loaded'
        ? projects.data
            .map(nameOf)
            .filter((name) => name !== namespace)
            .sort()
        : undefined,
    [forbidden, projects, namespace],
  );
};
