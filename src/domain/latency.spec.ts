import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import { latenciesOf } from './latency';
import type { Run } from './run';

interface Times {
  readonly event?: string;
  readonly created: string;
  readonly started?: string;
  readonly finished?: string;
}

const at = (time: string | undefined): string | undefined => time && `2026-03-01T12:${time}Z`;

/** A push at 12:00:00 whose run came at these times, in minutes and seconds. */
const row = (digit: string, times: Times, change: Partial<Run> = {}): HistoryRow => {
  const push = aPush({ digest: aDigest(digit) });
  const run = aRun({ push });
  const cause = { ...run.cause!, eventTime: at(times.event) };
  const ran: Run = {
    ...run,
    cause,
    createdAt: at(times.created)!,
    startedAt: at(times.started),
    finishedAt: at(times.finished),
    ...change,
  };
  const now = new Date('2026-03-01T13:00:00Z');
  return historyOf({ ledger: aLedger(push), triggers: [aTrigger()], runs: [ran], now })[0]!;
};

const usual = { event: '00:01', created: '00:03', started: '00:04', finished: '01:04' };

/** `span: p50/p95 of count` */
const textsOf = (rows: readonly HistoryRow[]): string[] =>
  latenciesOf(rows).all.map(({ span, p50, p95, count }) => `${span}: ${p50}/${p95} of ${count}`);

describe('latenciesOf', () => {
  it('measures each span of the way', () => {
    expect(textsOf([row('a', usual)])).toEqual([
      'event: 1/1 of 1',
      'creation: 2/2 of 1',
      'start: 1/1 of 1',
      'run: 60/60 of 1',
      'total: 64/64 of 1',
    ]);
  });

  it('says how long half of the pushes take, and how long 95 of 100', () => {
    const rows = Array.from({ length: 20 }, (_, index) =>
      row('a', { ...usual, started: `00:${String(index + 4).padStart(2, '0')}` }),
    );
    const start = latenciesOf(rows).all.find(({ span }) => span === 'start');
    expect(start).toMatchObject({ p50: 10, p95: 19, slowest: rows[19] });
  });

  it('names the span on which slow pushes spend most time', () => {
    const slowEvent = {
      ...usual,
      event: '02:00',
      created: '02:01',
      started: '02:02',
      finished: '02:12',
    };
    expect(latenciesOf([row('a', usual)]).bottleneck).toBe('run');
    expect(latenciesOf([row('a', slowEvent)]).bottleneck).toBe('event');
    expect(latenciesOf([]).bottleneck).toBeUndefined();
  });

  it('knows no event of a run that does not carry its time, and no end of one that goes on', () => {
    const rows = [row('a', { created: '00:03', started: '00:04' }), row('b', usual)];
    expect(textsOf(rows)).toEqual([
      'event: 1/1 of 1',
      'creation: 2/2 of 1',
      'start: 1/1 of 2',
      'run: 60/60 of 1',
      'total: 64/64 of 1',
    ]);
    expect(latenciesOf(rows)).toMatchObject({ pushes: 2, withoutEventTime: 1 });
  });

  it('takes what looks negative by the clocks of several machines for no time', () => {
    expect(textsOf([row('a', { ...usual, event: '00:05' })])[1]).toBe('creation: 0/0 of 1');
  });

  it.each<[string, Partial<Run>]>([
    ['a user asked for', { replayedBy: 'ada' }],
    ['no record proves', { cause: undefined }],
  ])('leaves out a run that %s', (_, change) => {
    expect(latenciesOf([row('a', usual, change)])).toMatchObject({ all: [], pushes: 0 });
  });
});
