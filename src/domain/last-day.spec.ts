import { historyOf } from './history';
import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { countLastDay, countOf } from './last-day';

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
    const day = countLastDay(rows, now);
    expect(day.pushes).toBe(5);
    expect(Object.fromEntries(day.byStatus)).toEqual({
      succeeded: 1,
      failed: 1,
      running: 1,
      waiting: 1,
      missed: 1,
    });
    expect(countOf(day, ['running', 'succeeded', 'queued'])).toBe(2);
  });

  it('counts nothing where nothing happened', () => {
    for (const day of [countLastDay([], now), countLastDay(rows, new Date('2026-03-09T12:00:00Z'))])
      expect(day).toEqual({ pushes: 0, byStatus: new Map() });
  });
});
