import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryInput, HistoryRow } from './history';

const now = new Date('2026-03-01T12:10:00Z');
const first: HistoryInput = {
  ledger: aLedger(aPush()),
  triggers: [aTrigger()],
  runs: [aRun()],
  now,
};

/** The rows of one input after those of another: what is kept of the first must not be seen. */
const rowsAfter = (before: HistoryInput, input: Partial<HistoryInput>): HistoryRow[] => {
  historyOf(before);
  return historyOf({ ...before, ...input });
};

const afresh = (input: HistoryInput): HistoryRow[] =>
  historyOf({ ...input, triggers: input.triggers.map((trigger) => ({ ...trigger })) });

interface Change {
  /** What was asked for before. */
  readonly before?: HistoryInput;
  /** What is new. */
  readonly input: Partial<HistoryInput>;
  /** The statuses of the rows, in their order. */
  readonly now: string;
}

describe('a history that is asked for again', () => {
  it('has the same rows where nothing has changed, however late it is', () => {
    const rows = historyOf(first);
    const later = historyOf({ ...first, now: new Date('2026-03-05T12:00:00Z') });
    expect(later[0]).toBe(rows[0]);
  });

  const other = aPush({ digest: aDigest('b'), created: '2026-03-01T12:05:00Z' });
  const noRun: HistoryInput = { ...first, runs: [] };

  it.each<[string, Change]>([
    [
      'a run that has failed since',
      { input: { runs: [aRun({ status: 'failed' })] }, now: 'failed' },
    ],
    ['a run that is gone', { input: { runs: [] }, now: 'missed' }],
    ['a run that has come', { before: noRun, input: { runs: [aRun()] }, now: 'succeeded' }],
    [
      'a push that has come',
      { input: { ledger: aLedger(other, aPush()) }, now: 'missed succeeded' },
    ],
    ['a push that is gone', { input: { ledger: new Map() }, now: 'ledger-gone' }],
    [
      'a push that has waited long enough',
      {
        before: { ...noRun, now: new Date('2026-03-01T12:00:10Z') },
        input: { now },
        now: 'missed',
      },
    ],
    [
      'a push that is too old to be called missed',
      { before: noRun, input: { now: new Date('2026-03-04') }, now: 'unknown' },
    ],
    ['a trigger that is gone', { input: { triggers: [] }, now: 'succeeded' }],
  ])('tells of %s', (_, { before = first, input, now: statuses }) => {
    const rows = rowsAfter(before, input);
    expect(rows.map(({ status }) => status).join(' ')).toBe(statuses);
    expect(rows).toEqual(afresh({ ...before, ...input }));
  });
});
