import { labelOf, nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { lastSwitch } from './activity';
import type { Activity } from './activity';
import { laneCount } from './draft';
import { isSelected } from './event-groups';
import { activeLabel } from './marks';
import { readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';

/** Whether the listener selects all of some lanes, some or none. */
export type LaneActivity = 'all' | 'some' | 'none';

export const laneActivity = (
  lanes: readonly Trigger[],
  filter: PushFilter | undefined,
): LaneActivity => {
  const active = lanes.filter((lane) => isSelected(lane, filter?.stream)).length;
  if (active === 0) return 'none';
  return active === lanes.length ? 'all' : 'some';
};

/**
 * Whether lanes should all be active: some are, and nobody has paused the trigger since. Where none
 * is, somebody has paused it by hand.
 */
export const isMeantActive = ({
  activity,
  objects: { lanes },
}: {
  readonly activity: Activity;
  readonly objects: { readonly lanes: readonly Trigger[] };
}): boolean =>
  lanes.some((lane) => labelOf(lane, activeLabel) === 'true') &&
  lastSwitch(activity)?.state !== 'paused';

/**
 * The common filter of lanes; undefined unless every lane reads back, as the lane that its name says
 * it is, and all say the same.
 * @param trigger the name of the image trigger
 */
export const commonFilter = (
  trigger: string,
  lanes: readonly Trigger[],
  nameAt: (lane: number) => string,
): PushFilter | undefined => {
  const filters = lanes.map((lane) => readPushFilter(trigger, lane.spec?.interceptors));
  const [first] = filters;
  const same = (filter: PushFilter | undefined): boolean =>
    JSON.stringify({ ...filter, lane: 0 }) === JSON.stringify({ ...first, lane: 0 });
  const inPlace = lanes.every((lane, index) => {
    const filter = filters[index];
    return filter !== undefined && nameOf(lane) === nameAt(filter.lane);
  });
  return inPlace && filters.every(same) ? first : undefined;
};

/** Whether lanes with a common filter are as many as its rule needs. */
export const isWhole = (
  filter: PushFilter | undefined,
  lanes: readonly Trigger[],
): filter is PushFilter => filter !== undefined && lanes.length === laneCount(filter);
