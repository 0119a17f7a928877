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

describe('a history that is asked for again', () => {
  it('has the same rows where nothing has changed, however late it is', () => {
    const rows = historyOf(first);
    const later = historyOf({ ...first, now: new Date('2026-03-05T12:00:00Z') });
    expect(later[0]).toBe(rows[0]);
  });

  const other = aPush({ digest: aDigest('b'), created: '2026-03-01T12:05:00Z' });
  const noRun: HistoryInput = { ...first, runs: [] };

  it.each<[string, HistoryInput, Partial<HistoryInput>, string[]]>([
    ['a run that has failed since', first, { runs: [aRun({ status: 'failed' })] }, ['failed']],
    ['a run that is gone', first, { runs: [] }, ['missed']],
    ['a run that has come', noRun, { runs: [aRun()] }, ['succeeded']],
    ['a push that has come', first, { ledger: aLedger(other, aPush()) }, ['missed', 'succeeded']],
    ['a push that is gone', first, { ledger: new Map() }, ['ledger-gone']],
    [
      'a push that has waited long enough',
      { ...noRun, now: new Date('2026-03-01T12:00:10Z') },
      { now },
      ['missed'],
    ],
    [
      'a push that is too old to be called missed',
      noRun,
      { now: new Date('2026-03-04') },
      ['unknown'],
    ],
    ['a trigger that is gone', first, { triggers: [] }, ['succeeded']],
  ])('tells of %s', (_, before, input, statuses) => {
    const rows = rowsAfter(before, input);
    expect(rows.map(({ status }) => status)).toEqual(statuses);
    expect(rows).toEqual(afresh({ ...before, ...input }));
  });
});
