import { useEffect, useMemo, useState } from 'react';
import { compareObject } from '../domain/comparison';
import type { Comparison } from '../domain/comparison';
import type { ResourceRef } from '../domain/cluster-verbs';
import type { FoundObject } from '../domain/gitops';
import type { ImageTrigger } from '../domain/image-trigger';
import { problemOf } from '../domain/problem';
import type { Problem } from '../domain/problem';
import { refOf, resourceKey } from '../domain/relay';
import type { Resource } from '../domain/relay';
import { sharedWith } from '../domain/trigger-comparison';
import type { K8sObject } from '../k8s/resource';
import { pluginVersion } from './version';
import { consoleVerbs } from './verbs';

/** An object that could not be read, so that nothing can be said about it. */
export interface NotCompared {
  readonly ref: ResourceRef;
  readonly problem: Problem;
}

/** An object as it should be, with what is there. */
interface ReadObject {
  readonly resource: Resource;
  readonly object: K8sObject | undefined;
}

interface SharedObjects {
  readonly read: readonly ReadObject[];
  readonly found: readonly FoundObject[];
  readonly notRead: readonly NotCompared[];
}

const readShared = async (resources: readonly Resource[]): Promise<SharedObjects> => {
  const results = await Promise.all(
    resources.map(async (resource): Promise<ReadObject | NotCompared> => {
      const ref = refOf(resource);
      try {
        return { resource, object: await consoleVerbs.get(ref) };
      } catch (error) {
        return { ref, problem: problemOf(error) };
      }
    }),
  );
  const read = results.filter((result) => 'resource' in result);
  return {
    read,
    found: read.flatMap(({ resource: { kind }, object }) => (object ? [{ kind, object }] : [])),
    notRead: results.filter((result) => 'problem' in result),
  };
};

/**
 * What is there of objects that triggers share; undefined until it is known. The objects are read
 * one by one, for a user may read some and not others, and once each time that somebody comes to
 * look: they are ten, change hardly ever, and a watch on each is not worth what it costs the API
 * server. Another number of `repairs` reads them again.
 */
export const useSharedObjects = (
  resources: readonly Resource[],
  repairs = 0,
): SharedObjects | undefined => {
  const [result, setResult] = useState<{ key: string; objects: SharedObjects }>();
  const key = resources.map(resourceKey).join();
  useEffect(() => {
    let current = true;
    const read = (): void => {
      if (document.visibilityState !== 'visible') return;
      void readShared(resources).then((objects) => {
        if (current) setResult({ key, objects });
      });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', read);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the resources
  }, [key, repairs]);
  return result?.key === key ? result.objects : undefined;
};

export interface SharedComparison {
  readonly compared: readonly Comparison[];
  readonly notCompared: readonly NotCompared[];
  readonly found: readonly FoundObject[];
}

/**
 * What a trigger shares with others, compared with what this version of the plugin builds;
 * undefined until it is known.
 */
export const useSharedComparison = (
  trigger: ImageTrigger,
  repairs: number,
): SharedComparison | undefined => {
  const objects = useSharedObjects(sharedWith(trigger, pluginVersion), repairs);
  return useMemo(
    () =>
      objects && {
        compared: objects.read.map(({ resource, object }) =>
          compareObject(resource, object, pluginVersion),
        ),
        notCompared: objects.notRead,
        found: objects.found,
      },
    [objects],
  );
};
