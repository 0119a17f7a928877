import type { AnyRow } from './found-chain/found-row';
import type { PushStatus } from './history';
import { timeOf } from './row-time';
import type { TimeRange } from './time-range';

/** What pushes have come to, as a chart can tell it apart, in the order of its bars from below. */
export const outcomes = ['succeeded', 'failed', 'missed', 'under-way', 'other'] as const;

export type Outcome = (typeof outcomes)[number];

/** What each status counts as. */
export const outcomeOf: Record<PushStatus, Outcome> = {
  waiting: 'under-way',
  queued: 'under-way',
  running: 'under-way',
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'failed',
  missed: 'missed',
  alias: 'missed',
  superseded: 'missed',
  'image-ran': 'other',
  unknown: 'other',
  paused: 'other',
  before: 'other',
  unmatched: 'other',
  'ledger-gone': 'other',
  unverified: 'other',
};

/** The statuses that an outcome stands for. */
export const statusesOf = (outcome: Outcome, all: readonly PushStatus[]): PushStatus[] =>
  all.filter((status) => outcomeOf[status] === outcome);

/** The pushes of a part of the time. */
export interface Bucket extends TimeRange {
  readonly pushes: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a bucket can be. */
const steps = [
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  3 * hour,
  6 * hour,
  12 * hour,
  day,
  7 * day,
  30 * day,
  90 * day,
  365 * day,
];

/** The most buckets of a chart: each is wide enough to be pressed. */
const mostBuckets = 31;

const none: Bucket['byOutcome'] = { succeeded: 0, failed: 0, missed: 0, 'under-way': 0, other: 0 };

/** The time from the first row to now, and what a clock that is behind takes for the future. */
const rangeOf = (rows: readonly AnyRow[], now: Date): TimeRange => {
  let latest = now.getTime();
  let earliest = Infinity;
  for (const row of rows) {
    const time = timeOf(row) ?? latest;
    latest = Math.max(latest, time);
    earliest = Math.min(earliest, time);
  }
  return { from: Math.min(earliest, latest - hour), until: latest + 1 };
};

/**
 * How many pushes of each outcome came in each part of a range of time, the oldest first: parts of
 * equal length, also those in which none came.
 * @param range of all rows; undefined for all of their time
 */
export const timelineOf = (
  rows: readonly AnyRow[],
  range: TimeRange | undefined,
  now: Date,
): Bucket[] => {
  const whole = rangeOf(rows, now);
  const from = range?.from ?? whole.from;
  const until = range && Number.isFinite(range.until) ? range.until : whole.until;
  const isWhole = (step: number): boolean =>
    Math.ceil(until / step) - Math.floor(from / step) <= mostBuckets;
  const step = steps.find(isWhole) ?? until - from;
  const first = Math.floor(from / step);
  const counts = Array.from({ length: Math.ceil(until / step) - first }, () => ({ ...none }));
  for (const row of rows) {
    const count = counts[Math.floor((timeOf(row) ?? NaN) / step) - first];
    if (count) count[outcomeOf[row.status]] += 1;
  }
  return counts.map((byOutcome, index) => ({
    from: (first + index) * step,
    until: (first + index + 1) * step,
    byOutcome,
    pushes: Object.values(byOutcome).reduce((sum, count) => sum + count, 0),
  }));
};
