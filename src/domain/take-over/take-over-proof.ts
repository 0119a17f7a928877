import { quietStatuses } from '../history';
import type { HistoryRow } from '../history';
import { firstRunOf } from '../push-runs';

/**
 * The newest push that the listener has run for a trigger, of the source's event or of one that a user
 * has sent: it proves that filter, template and rights do. What a user ran in place of the listener
 * proves none of it, nor does a run that cannot be verified.
 * @param rows of the trigger, newest first
 */
export const takeOverProof = (rows: readonly HistoryRow[]): HistoryRow | undefined =>
  rows.find(
    (row) =>
      !quietStatuses.has(row.status) &&
      row.status !== 'unverified' &&
      firstRunOf(row)?.viaListener === true,
  );

/** The newest push that should have run and has not: its event can be sent. */
export const pushToSend = (rows: readonly HistoryRow[]): HistoryRow | undefined =>
  rows.find(({ status }) => status === 'missed');
