import type { HistoryRow } from './history';
import { firstRunOf } from './push-runs';
import type { Run } from './run';

/** What the way of a push is measured in, in its order. */
const spans = ['event', 'creation', 'start', 'run', 'total'] as const;

/**
 * `event`: from the push to the event of the source; `creation`: from there to the PipelineRun;
 * `start`: until Tekton starts it; `run`: until it has ended; `total`: all of it.
 */
export type Span = (typeof spans)[number];

/** A part of the way on which a push can be slow. */
export type Bottleneck = Exclude<Span, 'total'>;

/** How long a span takes. */
export interface Latency {
  readonly span: Span;
  /** Of how many pushes it is known. */
  readonly count: number;
  /** In seconds: half of the pushes take no longer. */
  readonly p50: number;
  /** In seconds: 95 of 100 pushes take no longer; of less than 20 pushes, that is the slowest. */
  readonly p95: number;
  /** The push that took longest. */
  readonly slowest: HistoryRow;
}

export interface Latencies {
  /** Those that are known of a push at least. */
  readonly all: readonly Latency[];
  /** The part of the way on which slow pushes spend most time. */
  readonly bottleneck: Bottleneck | undefined;
  /** Pushes that have a run of the listener. */
  readonly pushes: number;
  /** Those of them whose run does not carry the time of the event, as older ones. */
  readonly withoutEventTime: number;
}

/** The times of pushes and runs are cut to seconds: what is shorter may be nothing. */
const leastSlowSeconds = 1;

/** From one RFC 3339 time to another; undefined where one is missing. */
export const secondsBetween = (
  from: string | undefined,
  to: string | undefined,
): number | undefined => {
  const seconds = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
  // The clocks are those of the API server, the event source and Tekton: what looks negative is short.
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
};

const measures: Record<Span, (row: HistoryRow) => number | undefined> = {
  event: ({ created, run }) => secondsBetween(created, run?.cause?.eventTime),
  creation: ({ run }) => secondsBetween(run?.cause?.eventTime, run?.createdAt),
  start: ({ run }) => secondsBetween(run?.createdAt, run?.startedAt),
  run: ({ run }) => secondsBetween(run?.startedAt, run?.finishedAt),
  total: ({ created, run }) => secondsBetween(created, run?.finishedAt),
};

/** The nearest-rank percentile of sorted values, of which there is one at least. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const latencyOf = (span: Span, rows: readonly HistoryRow[]): Latency[] => {
  const measured = rows
    .flatMap((row) => {
      const seconds = measures[span](row);
      return seconds === undefined ? [] : [{ row, seconds }];
    })
    .sort((a, b) => a.seconds - b.seconds);
  const slowest = measured.at(-1);
  if (!slowest) return [];
  const seconds = measured.map((one) => one.seconds);
  return [
    {
      span,
      count: measured.length,
      p50: percentile(seconds, 0.5),
      p95: percentile(seconds, 0.95),
      slowest: slowest.row,
    },
  ];
};

/** The run that the listener made of a push; undefined where nothing proves that there is one. */
export const listenerRunOf = (row: HistoryRow): Run | undefined => {
  const run = row.status === 'unverified' ? undefined : firstRunOf(row);
  return run?.replayedBy === undefined ? run : undefined;
};

/**
 * How long the pushes of some rows took, span by span. Only runs of the listener count, which their
 * record proves: when a user asked for a run, or for another one, says nothing of the chain. Times
 * have a resolution of one second.
 */
export const latenciesOf = (rows: readonly HistoryRow[]): Latencies => {
  const measured = rows.flatMap((row) => {
    const run = listenerRunOf(row);
    return run ? [{ ...row, run }] : [];
  });
  const all = spans.flatMap((span) => latencyOf(span, measured));
  const parts = all.flatMap(({ span, p95 }) => (span === 'total' ? [] : [{ span, p95 }]));
  const worst = parts.reduce<(typeof parts)[number] | undefined>(
    (slowest, part) => (slowest === undefined || part.p95 > slowest.p95 ? part : slowest),
    undefined,
  );
  return {
    all,
    bottleneck: worst && worst.p95 >= leastSlowSeconds ? worst.span : undefined,
    pushes: measured.length,
    withoutEventTime: measured.filter(({ run }) => run.cause?.eventTime === undefined).length,
  };
};
