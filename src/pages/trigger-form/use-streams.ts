import { useMemo } from 'react';
import { useLedger } from '../../cluster/use-ledger';
import type { Ledger } from '../../cluster/use-ledger';
import { loading } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { ImageStream } from '../../k8s/image-stream';
import { allProjects } from './form-state';

/** Whoever sees more projects, and may not list all ImageStreams at once, chooses a project first. */
const mostProjects = 50;

const none: readonly string[] = [];

const streamsOf = (
  ledger: Ledger | undefined,
  projects: readonly string[] | undefined,
): Watched<readonly ImageStream[]> => {
  if (!ledger) return loading;
  const { streams, unreadable, stale, isKnown } = ledger;
  const [first] = unreadable;
  if (first && streams.length === 0) return { state: 'failed', problem: first.problem };
  // Nothing was asked for: neither all at once, nor those of any project.
  if (projects?.length === 0 && !isKnown(allProjects))
    return {
      state: 'failed',
      problem: { code: 'forbidden', message: 'imagestreams cannot be listed at the cluster scope' },
    };
  return { state: 'loaded', data: streams, stale };
};

/** The projects whose ImageStreams are asked for; undefined while they are not known. */
const projectsOf = (
  namespace: string,
  projects: Watched<readonly string[]>,
): readonly string[] | undefined => {
  if (namespace !== allProjects) return [namespace];
  if (projects.state === 'loading') return undefined;
  const known = projects.state === 'loaded' ? projects.data : none;
  return known.length > mostProjects ? none : known;
};

/** The ImageStreams of a project, or of all that the user may see. */
export const useStreams = (
  namespace: string,
  projects: Watched<readonly string[]>,
): Watched<readonly ImageStream[]> => {
  const asked = projectsOf(namespace, projects);
  const key = asked?.join(' ');
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the projects
  const namespaces = useMemo(() => asked, [key]);
  const ledger = useLedger(namespaces, namespace === allProjects ? undefined : namespace);
  return useMemo(() => streamsOf(ledger, namespaces), [ledger, namespaces]);
};
