import type { ApiServerSource } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import { imageKind } from '../k8s/image';
import { keyOf, nameOf, namespaceOf } from '../k8s/resource';
import { groupBy } from './group-by';
import { listenerHealth, sourceHealth } from './health';
import type { PartHealth } from './health';
import type { ImageTrigger } from './image-trigger';
import { relayName } from './marks';
import { clusterImages } from './push';
import type { RelayLoad } from './relay-capacity';
import { sourceName } from './relay-names';

/** A listener or a source, with the image triggers that depend on it. */
export interface RelayPart {
  readonly name: string;
  readonly health: PartHealth;
  readonly triggers: number;
  /** How many of them are paused. */
  readonly paused: number;
}

export interface RelaySource extends RelayPart {
  /** The project that it watches, or the namespace of `clusterImages`; undefined where its selector was changed by hand. */
  readonly streams: string | undefined;
}

/** What the image triggers of a namespace share, as it is now. */
export interface RelayStatus {
  readonly namespace: string;
  readonly listener: RelayPart;
  /** Of the listener, where it is too high, as far as the ImageStreams are known. */
  readonly overload: RelayLoad | undefined;
  /** Sorted by name. */
  readonly sources: readonly RelaySource[];
}

export interface RelayInput {
  readonly triggers: readonly ImageTrigger[];
  readonly sources: readonly ApiServerSource[];
  readonly listeners: readonly EventListener[];
  /** `overloadsOf` the triggers. */
  readonly overloads?: ReadonlyMap<string, RelayLoad>;
}

const usedBy = (triggers: readonly ImageTrigger[]): Pick<RelayPart, 'triggers' | 'paused'> => ({
  triggers: triggers.length,
  paused: triggers.filter(({ active }) => active === 'none').length,
});

const watchedProject = ({ spec }: ApiServerSource): string | undefined =>
  spec?.resources.some(({ kind }) => kind === imageKind.kind)
    ? clusterImages.namespace
    : spec?.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'];

/** The sources that triggers of one namespace need, and those that are there without need. */
const sourcesOf = (
  triggers: readonly ImageTrigger[],
  existing: readonly ApiServerSource[],
): RelaySource[] => {
  const byName = new Map(existing.map((source) => [nameOf(source), source]));
  const users = groupBy(
    triggers.filter(({ binding }) => binding),
    ({ binding }) => binding?.stream.namespace ?? '',
  );
  const needed = [...users].map(([streams, own]): RelaySource => {
    const name = sourceName(streams);
    return { name, streams, health: sourceHealth(byName.get(name)), ...usedBy(own) };
  });
  const names = new Set(needed.map(({ name }) => name));
  const unneeded = existing
    .filter((source) => !names.has(nameOf(source)))
    .map((source): RelaySource => ({
      name: nameOf(source),
      streams: watchedProject(source),
      health: sourceHealth(source),
      ...usedBy([]),
    }));
  return [...needed, ...unneeded].sort((a, b) => a.name.localeCompare(b.name));
};

/** Every namespace's relay: where triggers need one, and where one is left over. By namespace. */
export const relaysOf = ({
  triggers,
  sources,
  listeners,
  overloads,
}: RelayInput): RelayStatus[] => {
  const triggersIn = groupBy(triggers, ({ namespace }) => namespace);
  const sourcesIn = groupBy(sources, namespaceOf);
  const listenersByKey = new Map(listeners.map((one) => [keyOf(one), one]));
  const own = listeners.filter((listener) => nameOf(listener) === relayName);
  const namespaces = new Set([...triggersIn.keys(), ...sourcesIn.keys(), ...own.map(namespaceOf)]);
  return [...namespaces].sort().map((namespace) => {
    const users = triggersIn.get(namespace) ?? [];
    const listener = listenersByKey.get(`${namespace}/${relayName}`);
    return {
      namespace,
      listener: { name: relayName, health: listenerHealth(listener), ...usedBy(users) },
      overload: overloads?.get(namespace),
      sources: sourcesOf(users, sourcesIn.get(namespace) ?? []),
    };
  });
};

/** The relays in a namespace, and of those elsewhere the sources that watch it. */
export const relaysFor = (
  namespace: string | undefined,
  relays: readonly RelayStatus[],
): RelayStatus[] =>
  relays.flatMap((relay) => {
    if (namespace === undefined || relay.namespace === namespace) return [relay];
    const sources = relay.sources.filter(({ streams }) => streams === namespace);
    return sources.length > 0 ? [{ ...relay, sources }] : [];
  });

/** Whether every part of a relay is ready. */
export const isRelayReady = ({ listener, sources }: RelayStatus): boolean =>
  [listener, ...sources].every(({ health }) => health.state === 'ready');
