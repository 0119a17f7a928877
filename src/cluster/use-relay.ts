import { useMemo } from 'react';
import { listenerHealth, sourceHealth } from '../domain/health';
import type { PartHealth } from '../domain/health';
import type { ImageTrigger } from '../domain/image-trigger';
import { managedLabels } from '../domain/marks';
import type { RelayLoad } from '../domain/relay-capacity';
import { receiverName, sourceName } from '../domain/relay-names';
import { relaysFor, relaysOf } from '../domain/relay-status';
import type { RelayStatus } from '../domain/relay-status';
import type { ApiServerSource } from '../k8s/api-server-source';
import { apiServerSourceKind } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import { eventListenerKind } from '../k8s/event-listener';
import { keyOf } from '../k8s/resource';
import { useScope, useTriggersInScope } from './use-image-triggers';
import { useOverloads } from './use-overloads';
import { useWatchList } from './use-watch';
import { combineWatched, mapWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';

export interface RelayHealth {
  readonly source: PartHealth;
  readonly listener: PartHealth;
  readonly overload: RelayLoad | undefined;
}

interface RelayObjects {
  readonly sources: readonly ApiServerSource[];
  readonly listeners: readonly EventListener[];
}

/** The event sources and listeners that serve the triggers of a project. */
const useRelayObjects = (namespace: string | undefined): Watched<RelayObjects> => {
  const scope = useScope(namespace);
  const where = scope && { namespace: scope.namespace, labels: managedLabels };
  const watchedSources = useWatchList<ApiServerSource>(
    where && { kind: apiServerSourceKind, ...where },
  );
  const watchedListeners = useWatchList<EventListener>(
    where && { kind: eventListenerKind, ...where },
  );
  return useMemo(
    () =>
      combineWatched(watchedSources, watchedListeners, (sources, listeners) => ({
        sources,
        listeners,
      })),
    [watchedSources, watchedListeners],
  );
};

/** The health of the event source and listener of any trigger of a project. */
export const useRelays = (
  namespace: string | undefined,
): Watched<(trigger: ImageTrigger) => RelayHealth> => {
  const objects = useRelayObjects(namespace);
  const overloads = useOverloads(namespace);
  return useMemo(
    () =>
      mapWatched(objects, ({ sources, listeners }) => {
        const sourcesByKey = new Map(sources.map((one) => [keyOf(one), one]));
        const listenersByKey = new Map(listeners.map((one) => [keyOf(one), one]));
        return ({ namespace: home, binding }: ImageTrigger) => ({
          source: sourceHealth(
            binding && sourcesByKey.get(`${home}/${sourceName(binding.stream.namespace)}`),
          ),
          listener: listenerHealth(
            listenersByKey.get(`${home}/${receiverName(binding?.stream.namespace)}`),
          ),
          overload: overloads.get(home),
        });
      }),
    [objects, overloads],
  );
};

/** The relays of a project, and those elsewhere that watch it, each with its parts and their use. */
export const useRelayStatus = (namespace: string | undefined): Watched<RelayStatus[]> => {
  const objects = useRelayObjects(namespace);
  const triggers = useTriggersInScope(namespace);
  const overloads = useOverloads(namespace);
  return useMemo(
    () =>
      combineWatched(objects, triggers, (found, users) =>
        relaysFor(namespace, relaysOf({ ...found, triggers: users, overloads })),
      ),
    [objects, triggers, overloads, namespace],
  );
};
