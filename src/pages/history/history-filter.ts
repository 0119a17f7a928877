import { quietStatuses } from '../../domain/history';
import type { HistoryRow, PushStatus } from '../../domain/history';
import { streamKey } from '../../domain/push';

/** What the history is filtered by; empty texts filter nothing. */
export interface HistoryQuery {
  /** Part of a tag, a digest, a stream's or a run's name. */
  readonly search: string;
  readonly status: string;
  /** A trigger's name. */
  readonly trigger: string;
  /** `namespace/name` of an ImageStream. */
  readonly stream: string;
  /** `yes`: show pushes that never were a trigger's business, too. */
  readonly quiet: string;
}

const textsOf = ({ tags, digest, stream, run }: HistoryRow): string[] =>
  [...tags, digest, stream?.name, run?.name].filter((text) => text !== undefined);

const isShown = (status: PushStatus, query: HistoryQuery): boolean =>
  query.status === ''
    ? query.quiet === 'yes' || !quietStatuses.has(status)
    : status === query.status;

export const filterHistory = (rows: readonly HistoryRow[], query: HistoryQuery): HistoryRow[] => {
  const search = query.search.trim().toLowerCase();
  return rows.filter(
    (row) =>
      isShown(row.status, query) &&
      (query.trigger === '' || row.trigger.name === query.trigger) &&
      (query.stream === '' || (row.stream && streamKey(row.stream) === query.stream)) &&
      (search === '' || textsOf(row).some((text) => text.toLowerCase().includes(search))),
  );
};
