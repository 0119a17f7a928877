import { useMemo } from 'react';
import { listenerHealth, sourceHealth } from '../domain/health';
import type { PartHealth } from '../domain/health';
import type { ImageTrigger } from '../domain/image-trigger';
import { relayName } from '../domain/marks';
import { sourceName } from '../domain/relay-names';
import type { ApiServerSource } from '../k8s/api-server-source';
import { apiServerSourceKind } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import { eventListenerKind } from '../k8s/event-listener';
import { nameOf, namespaceOf } from '../k8s/resource';
import { managedLabels } from '../domain/marks';
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
      combineWatched(sources, listeners, (allSources, allListeners) => (trigger: ImageTrigger) => {
        const here = { namespace: trigger.namespace };
        const source = trigger.binding && sourceName(trigger.binding.stream.namespace);
        return {
          source: sourceHealth(
            allSources.find((one) => namespaceOf(one) === here.namespace && nameOf(one) === source),
          ),
          listener: listenerHealth(
            allListeners.find(
              (one) => namespaceOf(one) === here.namespace && nameOf(one) === relayName,
            ),
          ),
        };
      }),
    [sources, listeners],
  );
};
