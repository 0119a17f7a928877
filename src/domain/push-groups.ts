import { isFoundRow, ownerKeyOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import { listenerRunOf, percentile, secondsBetween } from './latency';
import { streamKey } from './push';
import { outcomeOf } from './timeline';
import type { Outcome } from './timeline';

/** What the rows of the history can be grouped by. */
export const groupings = ['trigger', 'stream', 'digest'] as const;

export type Grouping = (typeof groupings)[number];

/** Reads a grouping; undefined where the rows are to stand for themselves. */
export const parseGrouping = (text: string): Grouping | undefined =>
  groupings.find((grouping) => grouping === text);

/** How many pushes tell how a group has been of late. */
export const mostRecent = 20;

/** Rows of the history that have something in common. */
export interface PushGroup {
  /** What they have in common, as the filter of the same name takes it; empty where it is not known. */
  readonly key: string;
  /** In the order in which they came, at least one. */
  readonly rows: readonly AnyRow[];
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly newest: AnyRow;
}

const keyOf: Record<Grouping, (row: AnyRow) => string> = {
  trigger: ownerKeyOf,
  stream: ({ stream }) => (stream ? streamKey(stream) : ''),
  digest: ({ digest = '' }) => digest,
};

/** A group that is being gathered. */
interface Gathered {
  readonly key: string;
  readonly rows: AnyRow[];
  readonly byOutcome: Record<Outcome, number>;
  newest: AnyRow;
}

/** The rows by what they have in common; the groups come in the order of their first rows. */
export const groupsOf = (rows: readonly AnyRow[], by: Grouping): PushGroup[] => {
  const groups = new Map<string, Gathered>();
  for (const row of rows) {
    const key = keyOf[by](row);
    let group = groups.get(key);
    if (!group) {
      const byOutcome = { succeeded: 0, failed: 0, missed: 0, 'under-way': 0, other: 0 };
      group = { key, rows: [], byOutcome, newest: row };
      groups.set(key, group);
    }
    group.rows.push(row);
    group.byOutcome[outcomeOf[row.status]] += 1;
    if (row.created > group.newest.created) group.newest = row;
  }
  return [...groups.values()];
};

/** The newest rows of some, newest first. */
export const newestRows = (rows: readonly AnyRow[], most: number): AnyRow[] => {
  const isSorted = rows.every((row, index) => row.created <= (rows[index - 1] ?? row).created);
  // Rows of one origin are sorted already: only those of several have to be, which cost more.
  const sorted = isSorted
    ? rows
    : rows.toSorted((a, b) => Number(a.created < b.created) - Number(a.created > b.created));
  return sorted.slice(0, most);
};

/** The newest rows of some, the oldest of these first: what became of them of late. */
export const recentOf = (rows: readonly AnyRow[]): AnyRow[] =>
  newestRows(rows, mostRecent).reverse();

/**
 * In seconds: half of the pushes had their PipelineRun within that time. Only runs of the listener of
 * an image trigger count; undefined where there is none.
 */
export const medianSecondsToRun = (rows: readonly AnyRow[]): number | undefined => {
  const seconds = rows
    .map((row) =>
      isFoundRow(row) ? undefined : secondsBetween(row.created, listenerRunOf(row)?.createdAt),
    )
    .filter((one) => one !== undefined)
    .sort((a, b) => a - b);
  return seconds.length === 0 ? undefined : percentile(seconds, 0.5);
};
