import { labelOf, nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { bridgeLabel, triggerLabel } from './marks';
import { isOfImages } from './event-groups';
import type { ImageTrigger } from './image-trigger';
import { readPushFilter } from './push-filter';
import { clusterImages } from './push';
import { accountResources, receiverResources, sourceResources } from './relay';
import type { Resource } from './relay';
import { receiverName } from './relay-names';
import type { Watch } from './relay-names';

/** The namespace that a lane watches; undefined where its filter was changed by hand. */
const watchedByLane = (lane: Trigger): string | undefined =>
  readPushFilter(
    labelOf(lane, triggerLabel) ?? labelOf(lane, bridgeLabel) ?? nameOf(lane),
    lane.spec?.interceptors,
  )?.stream.namespace;

/** The namespaces that lanes watch, as far as the lanes can be read. */
export const watchedBy = (lanes: readonly Trigger[]): ReadonlySet<string> =>
  new Set(lanes.map(watchedByLane).filter((namespace) => namespace !== undefined));

/** Whether a lane is, or is owned by, the lane 1 of this uid. */
export const belongsToRoot = (lane: Trigger, uid: string): boolean =>
  lane.metadata?.uid === uid ||
  (lane.metadata?.ownerReferences ?? []).some((owner) => owner.uid === uid);

/** What a trigger that goes watched. */
export type LeftWatch = Pick<Watch, 'namespace'> & {
  /** Undefined for one that cannot be read: nobody knows its source. */
  readonly streams: string | undefined;
  /** Whether the listener for Images was its own, which the group of its lanes still tells. */
  readonly isOfImages: boolean;
};

export const leftWatchOf = ({ namespace, binding, objects }: ImageTrigger): LeftWatch => ({
  namespace,
  streams: binding?.stream.namespace,
  isOfImages: objects.lanes.some(isOfImages),
});

/**
 * The parts of a relay that nothing needs once only triggers remain that watch these namespaces, in the
 * order in which they are created. One that cannot be read (undefined) might watch anything, so it keeps
 * every source and listener.
 */
export const unneededParts = (
  watch: LeftWatch,
  remaining: readonly (string | undefined)[],
): Resource[] => {
  const { namespace, streams, isOfImages: ofImages } = watch;
  const isNeeded = (isFor: (watched: string) => boolean): boolean =>
    remaining.some((watched) => watched === undefined || isFor(watched));
  const received = ofImages ? clusterImages.namespace : namespace;
  const hasReceiver = !isNeeded((watched) => receiverName(watched) === receiverName(received));
  const hasSource = streams !== undefined && !isNeeded((watched) => watched === streams);
  return [
    ...(remaining.length > 0 ? [] : accountResources(namespace)),
    ...(hasReceiver ? receiverResources({ namespace, streams: received }) : []),
    ...(hasSource ? sourceResources({ namespace, streams }) : []),
  ];
};

/** The same for lanes that remain, in the order in which the parts can go. */
export const unneededResources = (watch: LeftWatch, remaining: readonly Trigger[]): Resource[] =>
  unneededParts(watch, remaining.map(watchedByLane)).reverse();
