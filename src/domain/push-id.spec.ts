import { aDigest, aPush, aRun, aTrigger, aLedger } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import { parsePushName, pushIdOf } from './push-id';

const now = new Date('2026-03-01T12:10:00Z');
const rowsOf = (runs: Parameters<typeof historyOf>[0]['runs']): HistoryRow[] =>
  historyOf({ ledger: aLedger(aPush()), triggers: [aTrigger()], runs, now });

describe('the name of a push', () => {
  it('is the same before and after it has run', () => {
    const [missed] = rowsOf([]);
    const [ran] = rowsOf([aRun()]);
    expect(pushIdOf(missed!)).toEqual({ namespace: 'ci', name: 'scan-web-aaaaaaaa-1772366400' });
    expect(pushIdOf(ran!)).toEqual(pushIdOf(missed!));
  });

  it('is that of the run where the run has another one', () => {
    const rows = rowsOf([aRun(), aRun({ name: 'by-hand' })]);
    expect(rows.map((row) => pushIdOf(row).name).sort()).toEqual([
      'by-hand',
      'scan-web-aaaaaaaa-1772366400',
    ]);
  });

  it('stays when the push is run again', () => {
    const again = aRun({ name: 'scan-web-aaaaaaaa-1772366400-r2' });
    for (const runs of [[aRun(), again], [again]])
      expect(rowsOf(runs).map((row) => pushIdOf(row).name)).toEqual([
        'scan-web-aaaaaaaa-1772366400',
      ]);
  });

  it('says which push it was where that is gone', () => {
    const push = aPush({ digest: aDigest('b'), created: '2026-03-01T12:00:01Z' });
    const [row] = rowsOf([aRun({ push })]);
    expect(parsePushName(pushIdOf(row!).name)).toEqual({
      trigger: 'scan-web',
      digestStart: 'bbbbbbbb',
      created: '2026-03-01T12:00:01.000Z',
    });
  });

  it.each(['', 'by-hand', 'scan-web-aaaaaaaa', '-aaaaaaaa-1772366400', 'web-AAAAAAAA-1'])(
    'is no name of a push of an image trigger: %j',
    (name) => {
      expect(parsePushName(name)).toBeUndefined();
    },
  );
});
