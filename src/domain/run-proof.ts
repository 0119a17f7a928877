import { ageSeconds, mostSkewSeconds } from './clock-skew';
import { perObject } from './per-object';
import type { Push } from './push';
import { pushNameOf, runNameOf } from './run-name';
import type { Cause, Run } from './run';

/**
 * Whether a run's cause record tells the push that its name tells, neither proves it alone, and
 * whether what was run is the image that it tells: the listener takes events from anybody.
 */
export const isVerified = perObject(
  ({ name, trigger, cause }: Run): boolean =>
    cause !== undefined &&
    pushNameOf(name) === runNameOf(trigger, { digest: cause.digest, created: cause.pushedAt }) &&
    cause.reference.endsWith(`@${cause.digest}`),
);

/** What the image pruner of OpenShift leaves of a tag by default (`oc adm prune images`). */
const pruner = { keptSeconds: 60 * 60 - mostSkewSeconds, keptRevisions: 3 };

/**
 * Whether the history of a tag proves that a push that it does not hold never was: it holds an older
 * one, and pruners take neither young pushes nor the newest, those of one second in any order. An
 * alias proves nothing: it may have been made again on an older image.
 */
export const neverWas = ({ tag, pushedAt }: Cause, pushes: readonly Push[], now: Date): boolean => {
  const at = Date.parse(pushedAt);
  const held = pushes
    .filter(({ tags, aliases }) => tags.includes(tag) && !aliases.includes(tag))
    .map(({ created }) => Date.parse(created));
  const mayBePruned =
    held.filter((created) => created >= at).length >= pruner.keptRevisions &&
    ageSeconds(pushedAt, now) > pruner.keptSeconds;
  return held.some((created) => created <= at) && !mayBePruned;
};
