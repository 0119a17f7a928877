import { ownerKeyOf } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { quietStatuses } from '../../domain/history';
import type { PushStatus } from '../../domain/history';
import { isOfLastDay } from '../../domain/last-day';
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
  /** `24h`: pushed in the last 24 hours. `newest`: the newest push of some tag. */
  readonly only: string;
}

const textsOf = ({ tags, digest, stream, run }: AnyRow): string[] =>
  [...tags, digest, stream?.name, run?.name].filter((text) => text !== undefined);

const isShown = (status: PushStatus, query: HistoryQuery): boolean =>
  query.status === ''
    ? query.quiet === 'yes' || !quietStatuses.has(status)
    : query.status.split(',').some((one) => one === status);

const chosenOf = (rows: readonly AnyRow[], only: string, now: Date): readonly AnyRow[] => {
  if (only === '24h') return rows.filter((row) => isOfLastDay(row, now));
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
