import { useMemo } from 'react';
import { listenerPodRequirement, relayPodsOf, sourcePodLabels } from '../domain/relay-pods';
import type { RelayPods } from '../domain/relay-pods';
import { combineWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';
import type { Pod } from '../k8s/pod';
import { podKind } from '../k8s/pod';
import { useScope } from './use-image-triggers';
import { useWatchList } from './use-watch';

/**
 * The pods of the event sources and listeners, of all projects where the user may list pods there:
 * two lists, however many there are of them.
 */
export const useRelayPods = (namespace: string | undefined): Watched<RelayPods> => {
  const scope = useScope(namespace, podKind);
  const where = scope && { kind: podKind, namespace: scope.namespace };
  const listeners = useWatchList<Pod>(
    where && { ...where, requirements: [listenerPodRequirement] },
  );
  const sources = useWatchList<Pod>(where && { ...where, labels: sourcePodLabels });
  const home = scope?.namespace;
  return useMemo(
    () =>
      combineWatched(listeners, sources, (listenerPods, sourcePods) =>
        relayPodsOf(listenerPods, sourcePods, home),
      ),
    [listeners, sources, home],
  );
};
