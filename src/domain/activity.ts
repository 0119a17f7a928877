/** From when on a trigger was active or paused, and who said so. */
export interface ActivityEntry {
  /** RFC 3339 by the API server's clock. */
  readonly at: string;
  readonly state: 'active' | 'paused';
  readonly by?: string;
  readonly reason?: string;
}

/** Oldest first. */
export type Activity = readonly ActivityEntry[];

const optionalText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const parseEntry = (value: unknown): ActivityEntry | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, state, by, reason } = Object.fromEntries<unknown>(Object.entries(value));
  return typeof at === 'string' && (state === 'active' || state === 'paused')
    ? { at, state, by: optionalText(by), reason: optionalText(reason) }
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

/** Keeps the log well below the limit of 256 KiB that all annotations of an object share. */
const mostEntries = 100;

/** The value of the annotation with one more entry; the oldest ones go where there are too many. */
export const appendActivity = (activity: Activity, entry: ActivityEntry): string =>
  JSON.stringify([...activity, entry].slice(-mostEntries));

/** What a trigger was at a time: `before` its first activation, `active` or `paused`. */
export const stateAt = (activity: Activity, time: string): 'before' | ActivityEntry['state'] => {
  const at = Date.parse(time);
  return activity.findLast((entry) => Date.parse(entry.at) <= at)?.state ?? 'before';
};
