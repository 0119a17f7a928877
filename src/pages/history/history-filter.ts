import { ownerKeyOf } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { quietStatuses } from '../../domain/history';
import type { PushStatus } from '../../domain/history';
import { newestOfTags } from '../../domain/newest-of-tags';
import { streamKey } from '../../domain/push';

/** What the history is filtered by; empty texts filter nothing. */
export interface HistoryQuery {
  /** Part of a tag, a digest, a stream's or a run's name. */
  readonly search: string;
  /** A status, or several with commas in between. */
  readonly status: string;
  /** `namespace/name` of a trigger, or the key of a chain that was found. */
  readonly trigger: string;
  /** `namespace/name` of an ImageStream. */
  readonly stream: string;
  /** `yes`: show pushes that never were a trigger's business, too. */
  readonly quiet: string;
  /** `1h`, `24h`, `7d`: pushed so long ago at most. `newest`: the newest push of some tag. */
  readonly only: string;
}

const textsOf = ({ tags, digest, stream, run }: AnyRow): string[] =>
  [...tags, digest, stream?.name, run?.name].filter((text) => text !== undefined);

const isShown = (status: PushStatus, query: HistoryQuery): boolean =>
  query.status === ''
    ? query.quiet === 'yes' || !quietStatuses.has(status)
    : query.status.split(',').some((one) => one === status);

const hourMs = 60 * 60 * 1000;

/** How old pushes may be, in milliseconds. */
const ranges: Readonly<Record<string, number>> = {
  '1h': hourMs,
  '24h': 24 * hourMs,
  '7d': 7 * 24 * hourMs,
};

const chosenOf = (rows: readonly AnyRow[], only: string, now: Date): readonly AnyRow[] => {
  const range = ranges[only];
  if (range !== undefined)
    return rows.filter(({ created }) => now.getTime() - Date.parse(created) < range);
  return only === 'newest' ? newestOfTags(rows).map(({ row }) => row) : rows;
};

/** The rows that the query leaves. `rows` is all of them, newest first. */
export const filterHistory = (
  rows: readonly AnyRow[],
  query: HistoryQuery,
  now: Date,
): AnyRow[] => {
  const search = query.search.trim().toLowerCase();
  return chosenOf(rows, query.only, now).filter(
    (row) =>
      isShown(row.status, query) &&
      (query.trigger === '' || ownerKeyOf(row) === query.trigger) &&
      (query.stream === '' || (row.stream && streamKey(row.stream) === query.stream)) &&
      (search === '' || textsOf(row).some((text) => text.toLowerCase().includes(search))),
  );
};
