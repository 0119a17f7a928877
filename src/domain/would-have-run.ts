import { streamKey } from './push';
import type { Push } from './push';
import type { RunPolicy } from './run-policy';
import { tagMatcher } from './tag-rule';
import type { TagRule } from './tag-rule';

/** A push of the ledger, judged by a rule. */
export interface JudgedPush {
  readonly push: Push;
  /** Those of its tags that the rule matches. */
  readonly matching: readonly string[];
  /** `again`: each image runs once, and an older push would have run this one. */
  readonly verdict: 'runs' | 'again' | 'unmatched';
}

/** The most pushes within one hour that would have run. */
export interface BusiestHour {
  readonly runs: number;
  /** RFC 3339; the first of them. */
  readonly since: string;
}

/** What a rule would have made of the pushes that an ImageStream holds. */
export interface WouldHaveRun {
  /** Newest first. */
  readonly pushes: readonly JudgedPush[];
  readonly running: number;
  /** RFC 3339, of the oldest push; undefined where there are none. */
  readonly since: string | undefined;
  /** Undefined where nothing would have run. */
  readonly busiest: BusiestHour | undefined;
}

const hourMs = 60 * 60 * 1000;

/** More than one run a minute, for an hour. */
export const manyRunsAnHour = 60;

/** @param times milliseconds since 1970, oldest first */
const busiestOf = (times: readonly number[]): { runs: number; from: number } | undefined => {
  let best: { runs: number; from: number } | undefined;
  let first = 0;
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? time) >= hourMs) first += 1;
    const runs = last - first + 1;
    if (runs > (best?.runs ?? 0)) best = { runs, from: first };
  }
  return best;
};

const busiestHour = (judged: readonly JudgedPush[]): BusiestHour | undefined => {
  const running = judged.filter(({ verdict }) => verdict === 'runs').reverse();
  const best = busiestOf(running.map(({ push }) => Date.parse(push.created)));
  const since = best && running[best.from]?.push.created;
  return best && since !== undefined ? { runs: best.runs, since } : undefined;
};

/**
 * Which pushes of a ledger a rule would have run. The ledger is what the ImageStream still holds:
 * OpenShift's image pruner leaves the three newest images of each tag by default, and those of the
 * last 60 minutes (openshift/cluster-image-registry-operator pkg/operator, defaultKeepTagRevisions
 * and defaultKeepYoungerThan), and what was pushed by a tag that was deleted is gone. An alias counts
 * as of the time of the push that it points to (`Push.aliases`). Where each image runs once, it is as
 * if its run were still there.
 * @param pushes newest first
 */
export const wouldHaveRun = (
  pushes: readonly Push[],
  rule: TagRule,
  policy: RunPolicy,
): WouldHaveRun => {
  const matches = tagMatcher(rule);
  const seen = new Set<string>();
  const judged = pushes
    .toReversed()
    .map((push): JudgedPush => {
      const matching = push.tags.filter(matches);
      if (matching.length === 0) return { push, matching, verdict: 'unmatched' };
      const image = `${streamKey(push.stream)} ${push.digest}`;
      const isAgain = policy === 'each-image' && seen.has(image);
      seen.add(image);
      return { push, matching, verdict: isAgain ? 'again' : 'runs' };
    })
    .reverse();
  return {
    pushes: judged,
    running: judged.filter(({ verdict }) => verdict === 'runs').length,
    since: pushes.at(-1)?.created,
    busiest: busiestHour(judged),
  };
};
