import { ageSeconds, mostSkewSeconds } from './clock-skew';
import { perObject } from './per-object';
import { isClusterImages } from './push';
import type { Push } from './push';
import { firstNameOf, firstRunNameOf, imageRunNameOf, runNameOf } from './run-name';
import { runPolicies } from './run-policy';
import type { Cause, Run } from './run';

/** The push that a record tells of. */
const pushIn = ({ digest, pushedAt }: Cause): Pick<Push, 'digest' | 'created'> => ({
  digest,
  created: pushedAt,
});

/**
 * Whether a run's cause record tells the push that its name tells, neither proves it alone, and
 * whether what was run is the image that it tells: the listener takes events from anybody.
 */
export const isVerified = perObject(
  ({ name, trigger, cause }: Run): boolean =>
    cause !== undefined &&
    runPolicies.some(
      (policy) => firstNameOf(name) === firstRunNameOf(policy, trigger, pushIn(cause)),
    ) &&
    cause.reference.endsWith(`@${cause.digest}`),
);

/**
 * What the push of a run is called. By its record, for the name of the run may be that of the image; a
 * run whose record does not fit its name proves nothing, so it stands for no push but itself.
 */
export const pushNameOfRun = perObject((run: Run): string =>
  isVerified(run) && run.cause ? runNameOf(run.trigger, pushIn(run.cause)) : run.name,
);

/** The image that a run is the run of, where each image runs once; undefined where a push is. */
export const imageOfRun = (run: Run): string | undefined =>
  isVerified(run) && run.cause && firstNameOf(run.name) === imageRunNameOf(run.trigger, run.cause)
    ? run.cause.digest
    : undefined;

/** What the image pruner of OpenShift leaves of a tag by default (`oc adm prune images`). */
const pruner = { keptSeconds: 60 * 60 - mostSkewSeconds, keptRevisions: 3 };

/**
 * Whether the history of a tag proves that a push that it does not hold never was: it holds an older
 * one, and pruners take neither young pushes nor the newest, those of one second in any order. An
 * alias proves nothing: it may have been made again on an older image. An old Image goes once no tag
 * holds it, however many of its repository are older.
 */
export const neverWas = (
  { stream, tag, pushedAt }: Cause,
  pushes: readonly Push[],
  now: Date,
): boolean => {
  const at = Date.parse(pushedAt);
  const held = pushes
    .filter(({ tags, aliases }) => tags.includes(tag) && !aliases.includes(tag))
    .map(({ created }) => Date.parse(created));
  const isKept =
    !isClusterImages(stream) &&
    held.filter((created) => created >= at).length < pruner.keptRevisions;
  const mayBePruned = !isKept && ageSeconds(pushedAt, now) > pruner.keptSeconds;
  return held.some((created) => created <= at) && !mayBePruned;
};
