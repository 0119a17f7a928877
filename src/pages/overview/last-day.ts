import { quietStatuses } from '../../domain/history';
import type { HistoryRow } from '../../domain/history';

/** What happened to the pushes of a day. */
export interface DayCount {
  readonly pushes: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly underWay: number;
  readonly missed: number;
}

const daySeconds = 24 * 60 * 60;

const underWay: ReadonlySet<HistoryRow['status']> = new Set(['waiting', 'queued', 'running']);

/** Counts the pushes of the 24 hours before `now` that were some trigger's business. */
export const countLastDay = (rows: readonly HistoryRow[], now: Date): DayCount => {
  const recent = rows.filter(
    ({ status, created }) =>
      !quietStatuses.has(status) && now.getTime() - Date.parse(created) < daySeconds * 1000,
  );
  const count = (matches: (row: HistoryRow) => boolean): number => recent.filter(matches).length;
  return {
    pushes: recent.length,
    succeeded: count(({ status }) => status === 'succeeded'),
    failed: count(({ status }) => status === 'failed'),
    underWay: count(({ status }) => underWay.has(status)),
    missed: count(({ status }) => status === 'missed'),
  };
};
