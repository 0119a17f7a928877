import { useEffect, useState } from 'react';
import { compareObject } from '../domain/comparison';
import type { Comparison } from '../domain/comparison';
import type { ImageTrigger } from '../domain/image-trigger';
import { problemOf } from '../domain/problem';
import type { Problem } from '../domain/problem';
import { refOf, resourceKey } from '../domain/relay';
import type { Resource } from '../domain/relay';
import type { ResourceRef } from '../domain/cluster-verbs';
import { sharedWith } from '../domain/trigger-comparison';
import { pluginVersion } from './version';
import { consoleVerbs } from './verbs';

/** An object that could not be read, so that nothing can be said about it. */
export interface NotCompared {
  readonly ref: ResourceRef;
  readonly problem: Problem;
}

export interface SharedComparison {
  readonly compared: readonly Comparison[];
  readonly notCompared: readonly NotCompared[];
}

const compareShared = async (resources: readonly Resource[]): Promise<SharedComparison> => {
  const results = await Promise.all(
    resources.map(async (resource) => {
      const ref = refOf(resource);
      try {
        return compareObject(resource, await consoleVerbs.get(ref), pluginVersion);
      } catch (error) {
        return { ref, problem: problemOf(error) };
      }
    }),
  );
  return {
    compared: results.filter((result) => 'state' in result),
    notCompared: results.filter((result) => 'problem' in result),
  };
};

/**
 * What a trigger shares with others, compared with what this version of the plugin builds;
 * undefined until it is known. The objects are read one by one, for a user may read some and not
 * others, and once each time that somebody comes to look: they are ten, change hardly ever, and a
 * watch on each is not worth what it costs the API server. Another number of `repairs` reads them
 * again.
 */
export const useSharedComparison = (
  trigger: ImageTrigger,
  repairs: number,
): SharedComparison | undefined => {
  const [result, setResult] = useState<{ key: string; comparison: SharedComparison }>();
  const resources = sharedWith(trigger, pluginVersion);
  const key = resources.map(resourceKey).join();
  useEffect(() => {
    let current = true;
    const compare = (): void => {
      if (document.visibilityState !== 'visible') return;
      void compareShared(resources).then((comparison) => {
        if (current) setResult({ key, comparison });
      });
    };
    compare();
    document.addEventListener('visibilitychange', compare);
    return () => {
      current = false;
      document.removeEventListener('visibilitychange', compare);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key says everything about the resources
  }, [key, repairs]);
  return result?.key === key ? result.comparison : undefined;
};
