import type { Activity } from './activity';

/**
 * What runs once. `each-push`: every push, a rollback and a second tag with the same image, too.
 * `each-image`: an image when it is pushed first, and none of its later pushes, to whatever tag, as
 * long as its run is there: only the API server's refusal of a name that exists keeps it from running
 * again. After its run was pruned, the next push of the image runs it once more.
 */
export const runPolicies = ['each-push', 'each-image'] as const;

export type RunPolicy = (typeof runPolicies)[number];

/** Reads a policy; undefined for anything else. */
export const parsePolicy = (value: unknown): RunPolicy | undefined =>
  runPolicies.find((policy) => policy === value);

export const otherPolicy = (policy: RunPolicy): RunPolicy =>
  policy === 'each-push' ? 'each-image' : 'each-push';

/** How the lanes of a trigger name its runs. */
export interface Naming {
  readonly policy: RunPolicy;
  /**
   * RFC 3339: pushes made before have the names of the other policy, which was in force then.
   * Undefined where the policy was never changed.
   */
  readonly since?: string;
}

/** That of a trigger whose policy was never changed. */
export const namingOf = (policy: RunPolicy): Naming => ({ policy });

/**
 * How long after an edit another policy takes effect. A push must have one name, whichever lanes see
 * it: the old ones, the bridge of the edit, or the new ones, which see a push of the last two minutes
 * again. So all of them name it by its own time, and the time of the change lies behind the end of the
 * edit. Long enough for an edit that is interrupted to be ended or undone.
 */
const changeSeconds = 300;

const later = (time: string): string =>
  new Date(Date.parse(time) + changeSeconds * 1000).toISOString().replace('.000Z', 'Z');

/** How the lanes name runs after an edit at a time (RFC 3339, by the API server's clock). */
export const changedNaming = (
  policy: RunPolicy,
  editedAt: string,
): Naming & { readonly since: string } => ({
  policy,
  since: later(editedAt),
});

/**
 * Until when the policy must not be changed again (RFC 3339), because pushes may still be seen that an
 * earlier change concerns; undefined where it never was changed.
 */
export const settledAt = ({ since }: Naming): string | undefined =>
  since === undefined ? undefined : later(since);

/** The policy by which a push of a time is named, or was: by the log, and by the lanes. */
export const policyAt = (
  { activity, naming }: { readonly activity: Activity; readonly naming: Naming },
  created: string,
): RunPolicy => {
  const at = Date.parse(created);
  const isBefore = (time: string): boolean => at < Date.parse(time);
  const earlier = activity.find(
    ({ earlierPolicy }) => earlierPolicy && isBefore(earlierPolicy.until),
  );
  if (earlier?.earlierPolicy) return earlier.earlierPolicy.policy;
  const { policy, since } = naming;
  return since !== undefined && isBefore(since) ? otherPolicy(policy) : policy;
};
