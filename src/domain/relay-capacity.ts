import type { ImageStream } from '../k8s/image-stream';
import { labelOf } from '../k8s/resource';
import { laneCount } from './draft';
import type { CompleteDraft } from './draft';
import { groupCount, groupOf, isSelected } from './event-groups';
import { groupBy } from './group-by';
import type { ImageTrigger } from './image-trigger';
import { groupLabel } from './marks';
import { streamKey, streamRefOf } from './push';

/** What the event that costs the most asks of the listener of a namespace. */
export interface RelayLoad {
  /** Of interceptors: each carries the whole event. */
  readonly calls: number;
  /** `namespace/name` of the ImageStream, which is watched, whatever is bound to it. */
  readonly stream: string;
  /** Of its JSON. */
  readonly kilobytes: number;
}

/**
 * The most that the calls of one event may carry, in bytes: calls x size of the ImageStream. The
 * listener gives a call up after 10 s (tektoncd/triggers pkg/sink/initialization.go,
 * httpclient-responseheadertimeout), and its push is lost. On two cores (README, "Figures"), pushes to
 * five streams at once had all their runs with 19 MB each (300 image triggers, 205 kB: 20 of 20,
 * after up to 4.4 s) and with 59 MB (100, 1.4 MB: 10 of 10, after up to 17 s), and with 129 MB (300,
 * 1.4 MB) 2 of 5 had one. This is half of what they all had theirs with: on the same cores, busy with
 * other work, one of five was lost with 29 MB (10, 1.4 MB), but so it was with 4 MB (10, 204 kB). And
 * a single image trigger with four lanes stays below it, on the largest ImageStream that the API took:
 * 21 calls of 1.5 MB.
 */
export const mostBytesOfCalls = 32_000_000;

const bytesOfKnown = new WeakMap<ImageStream, number>();

/** The length of the JSON; kept, for a watched object is never changed in place. */
const bytesOf = (stream: ImageStream): number => {
  const known = bytesOfKnown.get(stream);
  if (known !== undefined) return known;
  const bytes = JSON.stringify(stream).length;
  bytesOfKnown.set(stream, bytes);
  return bytes;
};

/** What triggers of one namespace, or drafts of them, ask of their listener. */
interface Demand {
  /** By the group in which the listener has them. */
  readonly activeLanes: ReadonlyMap<string, number>;
  /** The namespaces whose ImageStreams its sources send: all of them, bound or not. */
  readonly watched: ReadonlySet<string>;
}

const demandOf = (triggers: readonly ImageTrigger[]): Demand => {
  const activeLanes = new Map<string, number>();
  for (const lane of triggers.flatMap(({ objects }) => objects.lanes)) {
    if (!isSelected(lane, undefined)) continue;
    const group = labelOf(lane, groupLabel) ?? '';
    activeLanes.set(group, (activeLanes.get(group) ?? 0) + 1);
  }
  const watched = triggers.flatMap(({ binding }) => binding?.stream.namespace ?? []);
  return { activeLanes, watched: new Set(watched) };
};

/** A call for each group and for the trigger that never fires. */
const callsOfEvery = groupCount + 1;

/** The load, where it is more than a listener can bear. */
const overloadOf = (
  { activeLanes, watched }: Demand,
  streams: readonly ImageStream[],
): RelayLoad | undefined => {
  let most = { calls: 0, stream: '', bytes: 0 };
  for (const one of streams) {
    const { namespace, name } = streamRefOf(one);
    if (!watched.has(namespace)) continue;
    const calls = callsOfEvery + (activeLanes.get(groupOf({ namespace, name })) ?? 0);
    const bytes = bytesOf(one);
    if (calls * bytes > most.calls * most.bytes)
      most = { calls, stream: streamKey({ namespace, name }), bytes };
  }
  const { calls, stream, bytes } = most;
  if (calls * bytes <= mostBytesOfCalls) return undefined;
  return { calls, stream, kilobytes: Math.round(bytes / 1000) };
};

/** The loads that are too high, by the namespace of the listener, as far as streams are known. */
export const overloadsOf = (
  triggers: readonly ImageTrigger[],
  streams: readonly ImageStream[],
): ReadonlyMap<string, RelayLoad> =>
  new Map(
    [...groupBy(triggers, ({ namespace }) => namespace)].flatMap(([namespace, own]) => {
      const overload = overloadOf(demandOf(own), streams);
      return overload ? [[namespace, overload] as const] : [];
    }),
  );

/** The load that new triggers of one namespace would make too high, with those that it has. */
export const overloadWith = (
  drafts: readonly Pick<CompleteDraft, 'stream' | 'rule'>[],
  triggers: readonly ImageTrigger[],
  streams: readonly ImageStream[],
): RelayLoad | undefined => {
  const { activeLanes, watched } = demandOf(triggers);
  const lanes = new Map(activeLanes);
  for (const draft of drafts) {
    const group = groupOf(draft.stream);
    lanes.set(group, (lanes.get(group) ?? 0) + laneCount(draft));
  }
  const sources = drafts.map(({ stream }) => stream.namespace);
  return overloadOf({ activeLanes: lanes, watched: new Set([...watched, ...sources]) }, streams);
};
