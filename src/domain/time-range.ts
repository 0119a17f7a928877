const hourMs = 60 * 60 * 1000;

/** Ranges that end now. */
const lastRanges: Readonly<Record<string, number>> = {
  '1h': hourMs,
  '24h': 24 * hourMs,
  '7d': 7 * 24 * hourMs,
  '30d': 30 * 24 * hourMs,
};

/** A range of time in milliseconds since 1970. */
export interface TimeRange {
  readonly from: number;
  /** Not a part of it. */
  readonly until: number;
}

/** The text of a range that stands still, as in ISO 8601: two times with a slash in between. */
export const timeRangeText = ({ from, until }: TimeRange): string =>
  [from, until].map((time) => new Date(time).toISOString().replace('.000Z', 'Z')).join('/');

/**
 * Reads a range: `1h`, `24h`, `7d` or `30d` up to now and whatever comes, or `FROM/UNTIL`.
 * Undefined for all time and where it makes no sense.
 */
export const parseTimeRange = (text: string, now: Date): TimeRange | undefined => {
  const last = lastRanges[text];
  if (last !== undefined) return { from: now.getTime() - last, until: Infinity };
  const [from = NaN, until = NaN, ...rest] = text.split('/').map((time) => Date.parse(time));
  return rest.length === 0 && from < until ? { from, until } : undefined;
};

/** Whether an RFC 3339 time is in a range. */
export const isWithin = ({ from, until }: TimeRange, time: string): boolean => {
  const at = Date.parse(time);
  return from <= at && at < until;
};
