import type { ApiServerSource } from '../k8s/api-server-source';
import type { EventListener } from '../k8s/event-listener';
import { imageKind } from '../k8s/image';
import { nameOf, namespaceOf } from '../k8s/resource';
import { isOfImages } from './event-groups';
import { groupBy } from './group-by';
import { listenerHealth, sourceHealth } from './health';
import type { PartHealth } from './health';
import type { ImageTrigger } from './image-trigger';
import { relayName } from './marks';
import { clusterImages } from './push';
import type { RelayLoad } from './relay-capacity';
import { receiverName, sourceName } from './relay-names';

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

const watchesImagesAlone = (source: ApiServerSource): boolean =>
  watchedProject(source) === clusterImages.namespace;

/** What a namespace has of relays. */
interface Parts {
  readonly triggers: readonly ImageTrigger[];
  readonly sources: readonly ApiServerSource[];
  /** By their names. */
  readonly listeners: ReadonlyMap<string, EventListener>;
}

/** The part of a namespace that one listener serves; a trigger that cannot be read, its lanes tell of. */
const partsOf = ({ triggers, sources, listeners }: Parts, isImages: boolean): Parts => ({
  triggers: triggers.filter(({ objects }) => objects.lanes.some(isOfImages) === isImages),
  sources: sources.filter((source) => watchesImagesAlone(source) === isImages),
  listeners,
});

const relayOf = (
  namespace: string,
  { triggers, sources, listeners }: Parts,
  listener: string,
): RelayStatus | undefined =>
  triggers.length === 0 && sources.length === 0 && !listeners.has(listener)
    ? undefined
    : {
        namespace,
        listener: {
          name: listener,
          health: listenerHealth(listeners.get(listener)),
          ...usedBy(triggers),
        },
        overload: undefined,
        sources: sourcesOf(triggers, sources),
      };

/**
 * Every namespace's relays: where triggers need one, and where one is left over; that of ImageStreams,
 * and that of all Images. By namespace.
 */
export const relaysOf = ({
  triggers,
  sources,
  listeners,
  overloads,
}: RelayInput): RelayStatus[] => {
  const triggersIn = groupBy(triggers, ({ namespace }) => namespace);
  const sourcesIn = groupBy(sources, namespaceOf);
  const listenersIn = groupBy(listeners, namespaceOf);
  const namespaces = new Set([...triggersIn.keys(), ...sourcesIn.keys(), ...listenersIn.keys()]);
  return [...namespaces].sort().flatMap((namespace) => {
    const parts: Parts = {
      triggers: triggersIn.get(namespace) ?? [],
      sources: sourcesIn.get(namespace) ?? [],
      listeners: new Map((listenersIn.get(namespace) ?? []).map((one) => [nameOf(one), one])),
    };
    const ofStreams = relayOf(namespace, partsOf(parts, false), relayName);
    const ofImages = relayOf(
      namespace,
      partsOf(parts, true),
      receiverName(clusterImages.namespace),
    );
    return [
      ...(ofStreams ? [{ ...ofStreams, overload: overloads?.get(namespace) }] : []),
      ...(ofImages ? [ofImages] : []),
    ];
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

/** How many triggers the listener of a trigger serves. */
export const sharersOf = (
  { namespace, binding }: ImageTrigger,
  triggers: readonly ImageTrigger[],
): number => {
  const listener = receiverName(binding?.stream.namespace);
  return triggers.filter(
    (one) =>
      one.namespace === namespace && receiverName(one.binding?.stream.namespace) === listener,
  ).length;
};
