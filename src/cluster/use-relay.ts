import { useMemo } from 'react';
import { listenerHealth, sourceHealth } from '../domain/health';
import type { PartHealth } from '../domain/health';
import type { ImageTrigger } from '../domain/image-trigger';
import { managedLabels, relayName } from '../domain/marks';
import { sourceName } from '../domain/relay-names';
import type { ApiServerSource } from '../k8s/api-server-source';
import { apiServerSourceKind } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import { eventListenerKind } from '../k8s/event-listener';
import { keyOf } from '../k8s/resource';
import { useScope } from './use-image-triggers';
import { useWatchList } from './use-watch';
import { combineWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';

export interface RelayHealth {
  readonly source: PartHealth;
  readonly listener: PartHealth;
}

/** The health of the event source and listener of any trigger of a project. */
export const useRelays = (
  namespace: string | undefined,
): Watched<(trigger: ImageTrigger) => RelayHealth> => {
  const scope = useScope(namespace);
  const where = scope && { namespace: scope.namespace, labels: managedLabels };
  const sources = useWatchList<ApiServerSource>(where && { kind: apiServerSourceKind, ...where });
  const listeners = useWatchList<EventListener>(where && { kind: eventListenerKind, ...where });
  return useMemo(
    () =>
      combineWatched(sources, listeners, (allSources, allListeners) => {
        const sourcesByKey = new Map(allSources.map((one) => [keyOf(one), one]));
        const listenersByKey = new Map(allListeners.map((one) => [keyOf(one), one]));
        return ({ namespace: home, binding }: ImageTrigger) => ({
          source: sourceHealth(
            binding && sourcesByKey.get(`${home}/${sourceName(binding.stream.namespace)}`),
          ),
          listener: listenerHealth(listenersByKey.get(`${home}/${relayName}`)),
        });
      }),
    [sources, listeners],
  );
};
