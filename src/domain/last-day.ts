import { quietStatuses } from './history';
import type { HistoryRow, PushStatus } from './history';

/** What happened to the pushes of a day; `pushes` is the sum of the rest. */
export interface DayCount {
  readonly pushes: number;
  readonly byStatus: ReadonlyMap<PushStatus, number>;
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Whether a push is one of the 24 hours before `now`. */
export const isOfLastDay = ({ created }: Pick<HistoryRow, 'created'>, now: Date): boolean =>
  now.getTime() - Date.parse(created) < dayMilliseconds;

/** Counts the pushes of the 24 hours before `now` that were some trigger's business. */
export const countLastDay = (rows: readonly HistoryRow[], now: Date): DayCount => {
  const byStatus = new Map<PushStatus, number>();
  let pushes = 0;
  for (const row of rows) {
    if (quietStatuses.has(row.status) || !isOfLastDay(row, now)) continue;
    pushes += 1;
    byStatus.set(row.status, (byStatus.get(row.status) ?? 0) + 1);
  }
  return { pushes, byStatus };
};

/** How many pushes of a day have one of the statuses. */
export const countOf = ({ byStatus }: DayCount, statuses: readonly PushStatus[]): number =>
  statuses.reduce((sum, status) => sum + (byStatus.get(status) ?? 0), 0);
