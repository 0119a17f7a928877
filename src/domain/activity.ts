import { byteCount } from './byte-count';
import { fieldsOf } from './fields';
import { parsePolicy } from './run-policy';
import type { RunPolicy } from './run-policy';
import { tagRuleFromCel, tagRuleToCel } from './tag-rule-cel';
import type { TagRule } from './tag-rule';

/** From when on a trigger was active or paused, and who said so. */
export interface ActivityEntry {
  /** RFC 3339 by the API server's clock. */
  readonly at: string;
  /** Of an edit, what the trigger was, and stayed. */
  readonly state: 'active' | 'paused';
  readonly by?: string;
  readonly reason?: string;
  /** On an edit of the tag rule or of the policy: the rule up to then. */
  readonly earlier?: TagRule;
  /** On an edit of the policy. */
  readonly earlierPolicy?: EarlierPolicy;
}

/** What ran once up to a change of it. */
export interface EarlierPolicy {
  readonly policy: RunPolicy;
  /** RFC 3339: pushes made from then on have the names of the other policy. */
  readonly until: string;
}

/** Oldest first. */
export type Activity = readonly ActivityEntry[];

const optionalText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const parseEarlier = (value: unknown): EarlierPolicy | undefined => {
  const { policy: text, until } = fieldsOf(value);
  const policy = parsePolicy(text);
  return policy && typeof until === 'string' ? { policy, until } : undefined;
};

const parseEntry = (value: unknown): ActivityEntry | undefined => {
  const { at, state, by, reason, earlier, earlierPolicy } = fieldsOf(value);
  return typeof at === 'string' && (state === 'active' || state === 'paused')
    ? {
        at,
        state,
        by: optionalText(by),
        reason: optionalText(reason),
        earlier: typeof earlier === 'string' ? tagRuleFromCel(earlier) : undefined,
        earlierPolicy: parseEarlier(earlierPolicy),
      }
    : undefined;
};

/** Reads the activity annotation; entries that make no sense are left out. */
export const parseActivity = (annotation: string | undefined): Activity => {
  try {
    const value: unknown = JSON.parse(annotation ?? '[]');
    return Array.isArray(value) ? value.map(parseEntry).filter((entry) => entry !== undefined) : [];
  } catch {
    // Not JSON: somebody wrote over it. The lanes' filters still say from when on they are active.
    return [];
  }
};

/** All annotations of an object share a limit of 256 KiB; rules and reasons can be long. */
const most = { entries: 100, bytes: 64 * 1024 };

/** A rule is written as its CEL, whose reader the lanes need anyway. */
const written = ({ earlier, ...entry }: ActivityEntry): string =>
  JSON.stringify({ ...entry, earlier: earlier && tagRuleToCel(earlier) });

/** The value of the annotation with one more entry; the oldest ones go where there are too many. */
export const appendActivity = (activity: Activity, entry: ActivityEntry): string => {
  const entries = [...activity, entry].slice(-most.entries).map(written);
  while (entries.length > 1 && byteCount(entries.join()) > most.bytes) entries.shift();
  return `[${entries.join()}]`;
};

/** What a trigger was at a time: `before` its first activation, `active` or `paused`. */
export const stateAt = (activity: Activity, time: string): 'before' | ActivityEntry['state'] => {
  const at = Date.parse(time);
  return activity.findLast((entry) => Date.parse(entry.at) <= at)?.state ?? 'before';
};

/**
 * What a trigger was while a push that came at a time was on its way: `paused` also where it was
 * active at that time, and paused before the event of the push could come.
 */
export const stateOver = (
  activity: Activity,
  time: string,
  seconds: number,
): ReturnType<typeof stateAt> => {
  const state = stateAt(activity, time);
  const from = Date.parse(time);
  const isPaused = activity.some(({ at, state: next }) => {
    const after = Date.parse(at) - from;
    return next === 'paused' && after > 0 && after < seconds * 1000;
  });
  return state === 'active' && isPaused ? 'paused' : state;
};

/** The last activation or pause: what made the trigger what it is. */
export const lastSwitch = (activity: Activity): ActivityEntry | undefined =>
  activity.findLast(({ earlier }) => earlier === undefined);
