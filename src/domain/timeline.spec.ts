import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { historyOf, pushStatuses } from './history';
import { outcomes, statusesOf, timelineOf } from './timeline';
import { parseTimeRange } from './time-range';

const now = new Date('2026-03-01T12:40:00Z');

const push = (time: string, digit: string) =>
  aPush({ digest: aDigest(digit), created: `2026-03-01T${time}Z` });
const pushes = [push('10:00:10', 'a'), push('12:20:00', 'b'), push('12:20:30', 'c')];
const rows = historyOf({
  ledger: aLedger(...pushes),
  triggers: [aTrigger({}, { activatedAt: '2026-03-01T09:00:00Z' })],
  runs: [aRun({ push: pushes[0] }), aRun({ push: pushes[1], status: 'failed' })],
  now,
});

const textsOf = (range: string): string[] =>
  timelineOf(rows, parseTimeRange(range, now), now)
    .filter(({ pushes: count }) => count > 0)
    .map(({ from, until, byOutcome }) => {
      const counts = outcomes
        .filter((one) => byOutcome[one] > 0)
        .map((one) => `${byOutcome[one]} ${one}`);
      return `${new Date(from).toISOString().slice(11, 16)}-${new Date(until).toISOString().slice(11, 16)} ${counts.join(', ')}`;
    });

describe('timelineOf', () => {
  it.each([
    ['', ['10:00-10:15 1 succeeded', '12:15-12:30 1 failed, 1 missed']],
    ['1h', ['12:20-12:25 1 failed, 1 missed']],
    ['24h', ['10:00-11:00 1 succeeded', '12:00-13:00 1 failed, 1 missed']],
    ['30d', ['00:00-00:00 1 succeeded, 1 failed, 1 missed']],
    ['2026-03-01T12:20:00Z/2026-03-01T12:21:00Z', ['12:20-12:21 1 failed, 1 missed']],
  ])('of "%s" counts %j', (range, texts) => {
    expect(textsOf(range)).toEqual(texts);
  });

  it('has the parts in which no push came, without a gap, and not too many', () => {
    for (const range of ['', '1h', '24h', '7d', '30d']) {
      const buckets = timelineOf(rows, parseTimeRange(range, now), now);
      expect(buckets.length).toBeLessThanOrEqual(31);
      buckets.slice(1).forEach(({ from }, index) => expect(from).toBe(buckets[index]!.until));
    }
  });

  it('has an hour at least where nothing came', () => {
    const [first] = timelineOf([], undefined, now);
    expect(new Date(first!.from).toISOString()).toBe('2026-03-01T11:40:00.000Z');
  });
});

describe('an outcome', () => {
  it('stands for statuses of its own, and each status for one outcome', () => {
    const all = outcomes.flatMap((outcome) => statusesOf(outcome, pushStatuses));
    expect(all.sort()).toEqual([...pushStatuses].sort());
  });
});
