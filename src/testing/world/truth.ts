import { tagMatcher } from '../../domain/tag-rule';
import { pushesOf } from '../../domain/push';
import type { Push } from '../../domain/push';
import { runNameOf } from '../../domain/run-name';
import { keyOf } from './image-stream-in-world';
import type { TriggerInWorld } from './trigger-in-world';
import type { World } from './world';

/**
 * What became of a push for a trigger, as a world knows it. `doubtful`: it came around an edit or a
 * switch, where what is written and what the lanes did differ by seconds. `image-ran`: each image runs
 * once, and it had its run when its event came. `image-off-record`: so it was, but the ImageStream does
 * not hold the push of that run any more.
 */
export const truths = [
  'ran',
  'deleted-by-hand',
  'on-its-way',
  'before',
  'paused',
  'unmatched',
  'doubtful',
  'image-ran',
  'image-off-record',
  'by-alias',
  'no-lane',
  'lost',
] as const;

export type Truth = (typeof truths)[number];

/** The time of a push, in seconds of the world. */
export const secondOf = ({ created }: Push): number =>
  (Date.parse(created) - Date.parse('2026-03-01T00:00:00Z')) / 1000;

const isAround = (second: number, times: readonly number[], seconds: number): boolean =>
  times.some((at) => Math.abs(at - second) <= seconds);

const isOnItsWay = (world: World, trigger: TriggerInWorld, push: Push): boolean => {
  const key = keyOf({ digest: push.digest, created: secondOf(push) });
  return [...world.events].some(
    ({ heads, time, isOfPush }) =>
      isOfPush && trigger.takes(heads, time).taken.some((item) => keyOf(item) === key),
  );
};

/** What became of a push that is on record, for a trigger. */
export const truthOf = (world: World, trigger: TriggerInWorld, push: Push): Truth => {
  const second = secondOf(push);
  const name = runNameOf(trigger.name, push);
  if (name === world.deleted) return 'deleted-by-hand';
  if (world.ran.has(name)) return 'ran';
  if (isOnItsWay(world, trigger, push)) return 'on-its-way';
  const switches = trigger.switches.map(({ at }) => at);
  if (isAround(second, trigger.edits, 90) || isAround(second, switches.slice(1), 25))
    return 'doubtful';
  const owner = world.imageRan.get(name);
  if (owner !== undefined) {
    if (owner === world.deleted) return 'deleted-by-hand';
    const isHeld = pushesOf(world.stream.object()).some(
      (one) => runNameOf(trigger.name, one) === owner,
    );
    return isHeld ? 'image-ran' : 'image-off-record';
  }
  const matches = tagMatcher(
    trigger.rules.findLast(({ from }) => from <= second)?.rule ?? trigger.rules[0]!.rule,
  );
  if (!push.tags.some(matches)) return 'unmatched';
  const state = trigger.switches.findLast(({ at }) => at <= second)?.state ?? 'before';
  if (state !== 'active') return state;
  if (push.tags.every((tag) => !matches(tag) || push.aliases.includes(tag))) return 'by-alias';
  return world.withoutLane.has(name) ? 'no-lane' : 'lost';
};
