import { historyOf } from '../../domain/history';
import { aDigest, aLedger, aPush, aRun, aTrigger } from '../../testing/builders';
import { countLastDay } from './last-day';

const now = new Date('2026-03-02T12:00:00Z');
const at = (created: string, digit: string) => aPush({ created, digest: aDigest(digit) });

const succeeded = at('2026-03-02T11:00:00Z', '1');
const failed = at('2026-03-02T10:00:00Z', '2');
const running = at('2026-03-02T11:59:00Z', '3');
const waiting = at('2026-03-02T11:59:55Z', '4');
const missed = at('2026-03-02T09:00:00Z', '5');
const yesterday = at('2026-03-01T11:59:59Z', '6');
const before = at('2026-03-01T09:00:00Z', '7');

const rows = historyOf({
  ledger: aLedger(succeeded, failed, running, waiting, missed, yesterday, before),
  triggers: [aTrigger()],
  runs: [
    aRun({ push: succeeded }),
    aRun({ push: failed, status: 'failed' }),
    aRun({ push: running, status: 'running' }),
    aRun({ push: yesterday }),
  ],
  now,
});

describe('countLastDay', () => {
  it('counts the pushes of the last 24 hours that were the business of a trigger', () => {
    expect(countLastDay(rows, now)).toEqual({
      pushes: 5,
      succeeded: 1,
      failed: 1,
      underWay: 2,
      missed: 1,
    });
  });

  it('counts nothing where nothing happened', () => {
    const zero = { pushes: 0, succeeded: 0, failed: 0, underWay: 0, missed: 0 };
    expect(countLastDay([], now)).toEqual(zero);
    expect(countLastDay(rows, new Date('2026-03-09T12:00:00Z'))).toEqual(zero);
  });
});
