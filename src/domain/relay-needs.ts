import { labelOf, nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { bridgeLabel, triggerLabel } from './marks';
import { readPushFilter } from './push-filter';
import { listenerResources, sourceResources } from './relay';
import type { Resource } from './relay';
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

/** What a trigger that goes watched; of one that cannot be read, nobody knows the source. */
export type LeftWatch = Pick<Watch, 'namespace'> & { readonly streams: string | undefined };

/**
 * The parts of a relay that nothing needs once only these lanes remain, in the order in which they
 * can go. A lane that cannot be read might watch anything, so it keeps every source.
 */
export const unneededResources = (
  { namespace, streams }: LeftWatch,
  remaining: readonly Trigger[],
): Resource[] => {
  const needed = remaining.some((lane) => {
    const watched = watchedByLane(lane);
    return watched === undefined || watched === streams;
  });
  const source = needed || streams === undefined ? [] : sourceResources({ namespace, streams });
  const listener = remaining.length > 0 ? [] : listenerResources(namespace);
  return [...listener, ...source].reverse();
};
