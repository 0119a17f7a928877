import fc from 'fast-check';
import { runPolicies } from '../../domain/run-policy';
import type { TagRule } from '../../domain/tag-rule';
import { aDigest } from '../builders';
import { World } from './world';

type Step = (world: World) => void;

const tags = ['latest', 'v1', 'v2', 'v3', 'v4', 'v5'];
const tag = fc.constantFrom(...tags);
const digit = fc.nat({ max: 15 }).map((value) => value.toString(16));
const image = fc.record({ tag, digit });
/** What the chain takes at most, so that the join may count on it. */
const latency = fc.nat({ max: 19 });
const delay = fc.nat({ max: 3 });
const limit = fc.integer({ min: 3, max: 6 });

const rule = fc.constantFrom<TagRule>(
  { kind: 'any' },
  { kind: 'glob', pattern: 'v*' },
  { kind: 'tags', tags: ['latest'] },
  { kind: 'tags', tags: ['v1', 'stable'] },
);

const policy = fc.constantFrom(...runPolicies);

const trigger = fc.nat({ max: 1 });

const pushes: fc.Arbitrary<Step> = fc
  .tuple(fc.array(image, { minLength: 1, maxLength: 2 }), latency)
  .map(
    ([images, late]) =>
      (world) =>
        images.forEach((one) => world.push([one], late)),
  );

const oneUpdate: fc.Arbitrary<Step> = fc
  .tuple(fc.array(image, { minLength: 5, maxLength: 8 }), latency)
  .map(
    ([images, late]) =>
      (world) =>
        world.push(images, late),
  );

/** A push that is lost, and another one whose event shows it again. */
const shownAgain: fc.Arbitrary<Step> = fc
  .tuple(image, image, fc.integer({ min: 50, max: 130 }), latency)
  .map(([lost, next, seconds, late]) => (world) => {
    world.breakDown('source', 1);
    world.push([lost], 0);
    world.clock.pass(seconds);
    world.push([next], late);
  });

/** An image that gets another tag when the ImageStream does not hold its first push any more. */
const promotedLate: fc.Arbitrary<Step> = fc
  .tuple(fc.uniqueArray(digit, { minLength: 4, maxLength: 4 }), latency)
  .map(([digits, late]) => (world) => {
    for (const one of digits) {
      world.push([{ tag: 'v1', digit: one }], 1);
      world.clock.pass(30);
    }
    world.clock.pass(3700);
    world.push([{ tag: 'v2', digit: digits[0]! }], late);
    world.clock.pass(30);
    world.stream.prune(world.clock.now, (digest) => digest !== aDigest(digits[0]));
  });

const breakDown: fc.Arbitrary<Step> = fc
  .tuple(fc.constantFrom('source' as const, 'listener' as const), fc.integer({ min: 1, max: 400 }))
  .map(
    ([what, seconds]) =>
      (world) =>
        world.breakDown(what, seconds),
  );

/** Enough runs for any limit, a day old, and a pruner; Tekton Results may have missed some of them. */
const prunedDay: fc.Arbitrary<Step> = fc
  .tuple(fc.array(image, { minLength: 6, maxLength: 14 }), limit, limit, fc.nat({ max: 20 }))
  .map(([images, good, bad, missedFrom]) => (world) => {
    for (const [index, one] of images.entries()) {
      if (index === missedFrom) world.breakResults(2 * 24 * 3600);
      world.push([one], 1);
      world.clock.pass(400);
    }
    world.clock.pass(26 * 3600);
    world.pruneRuns({ by: 'outcome', perTrigger: false, order: 'createdAt', good, bad });
  });

const pruneRuns: fc.Arbitrary<Step> = fc
  .record({
    by: fc.constantFrom('outcome' as const, 'none' as const),
    perTrigger: fc.boolean(),
    order: fc.constantFrom('createdAt' as const, 'endsAt' as const),
    good: limit,
    bad: limit,
  })
  .map((limits) => (world) => world.pruneRuns(limits));

const others: fc.Arbitrary<Step> = fc.oneof(
  latency.map(
    (late): Step =>
      (world) =>
        world.touch(late),
  ),
  fc.tuple(tag, latency).map(
    ([of, late]): Step =>
      (world) =>
        world.alias('stable', of, late),
  ),
  fc.integer({ min: 24, max: 48 }).map(
    (hours): Step =>
      (world) =>
        world.pruneRunsOlderThan(hours * 3600),
  ),
  fc.nat().map(
    (index): Step =>
      (world) =>
        world.deleteRun(index),
  ),
  digit.map(
    (inUse): Step =>
      (world) =>
        world.stream.prune(world.clock.now, (digest) => digest[7]! <= inUse),
  ),
  fc.integer({ min: 1, max: 40_000 }).map(
    (seconds): Step =>
      (world) =>
        world.breakResults(seconds),
  ),
  fc.integer({ min: 24, max: 96 }).map(
    (hours): Step =>
      (world) =>
        world.results.forgetOlderThan(hours * 3600),
  ),
  fc.tuple(trigger, delay).map(
    ([index, late]): Step =>
      (world) =>
        world.triggers[index]!.pause(late),
  ),
  fc.tuple(trigger, delay).map(
    ([index, late]): Step =>
      (world) =>
        world.triggers[index]!.resume(late),
  ),
  fc.tuple(trigger, rule, fc.nat({ max: 15 })).map(
    ([index, next, late]): Step =>
      (world) =>
        world.triggers[index]!.edit(next, late),
  ),
  fc.tuple(trigger, fc.nat({ max: 15 })).map(
    ([index, late]): Step =>
      (world) =>
        world.triggers[index]!.changePolicy(late),
  ),
);

const pause: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.nat({ max: 25 }) },
  { weight: 3, arbitrary: fc.nat({ max: 200 }) },
  { weight: 1, arbitrary: fc.nat({ max: 3 * 3600 }) },
  { weight: 2, arbitrary: fc.nat({ max: 36 * 3600 }) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: pushes },
  { weight: 2, arbitrary: oneUpdate },
  { weight: 2, arbitrary: breakDown },
  { weight: 1, arbitrary: shownAgain },
  { weight: 1, arbitrary: promotedLate },
  { weight: 2, arbitrary: pruneRuns },
  { weight: 1, arbitrary: prunedDay },
  { weight: 4, arbitrary: others },
);

const outcome = fc.record({
  status: fc.constantFrom(
    'succeeded' as const,
    'succeeded' as const,
    'failed' as const,
    'cancelled' as const,
  ),
  seconds: fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 7200 })),
});

/** A world that somebody looks at. */
export interface SeenWorld {
  readonly world: World;
  /** How far the browser's clock is ahead, in seconds. */
  readonly skew: number;
  /** How many runs of Tekton Results are read: none where it is not installed. */
  readonly archived: number;
}

/**
 * Worlds in which anything happens to the pushes of an ImageStream with two image triggers: several
 * in one second, events that are lost or late, prunes, pauses and edits; each push runs once, or each
 * image.
 */
export const worlds: fc.Arbitrary<SeenWorld> = fc
  .record({
    outcomes: fc.array(outcome, { minLength: 3, maxLength: 8 }),
    rules: fc.tuple(rule, rule),
    policies: fc.tuple(policy, policy),
    early: fc.array(image, { maxLength: 3 }),
    steps: fc.array(fc.tuple(step, pause), { minLength: 1, maxLength: 50 }),
    skew: fc.integer({ min: -30, max: 30 }),
    archived: fc.oneof(fc.constantFrom(0, Infinity), fc.nat({ max: 20 })),
  })
  .map(({ outcomes, rules, policies, early, steps, ...look }) => {
    const world = new World(outcomes);
    early.forEach((one) => world.push([one], 0));
    world.clock.pass(10);
    world.bind('scan-web', rules[0], policies[0]);
    world.bind('sign-web', rules[1], policies[1]);
    for (const [happen, seconds] of steps) {
      happen(world);
      world.clock.pass(seconds);
    }
    return { world, ...look };
  });
