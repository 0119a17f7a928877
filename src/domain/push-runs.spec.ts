import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import { latenciesOf } from './latency';
import { hopsOf } from './push-hops';
import type { Run, RunStatus } from './run';

const first = 'scan-web-aaaaaaaa-1772366400';
const now = new Date('2026-03-01T13:00:00Z');

const rowsOf = (runs: readonly Run[], ledger = aLedger(aPush())): HistoryRow[] =>
  historyOf({ ledger, triggers: [aTrigger()], runs, now });

const again = (number: number, status: RunStatus = 'succeeded'): Run => ({
  ...aRun({ name: `${first}-r${number}`, status, createdAt: '2026-03-01T12:50:00Z' }),
  replayedBy: 'ada',
});

const linesOf = (rows: readonly HistoryRow[]): string[] =>
  rows.map(({ status, run, earlierRuns }) =>
    [status, run?.name ?? '-', ...earlierRuns.map(({ name }) => name)].join(' '),
  );

describe('a push that was run again', () => {
  it.each<[string, Run[], string]>([
    ['its first run alone', [aRun()], `succeeded ${first}`],
    [
      'the last run, whatever came of the first',
      [aRun({ status: 'failed' }), again(1)],
      `succeeded ${first}-r1 ${first}`,
    ],
    [
      'the last run, in whatever order they come',
      [again(2, 'running'), aRun({ status: 'failed' }), again(1, 'failed')],
      `running ${first}-r2 ${first} ${first}-r1`,
    ],
    ['a later failure', [aRun(), again(1, 'failed')], `failed ${first}-r1 ${first}`],
    [
      'those that a pruner left',
      [again(3), again(2, 'failed')],
      `succeeded ${first}-r3 ${first}-r2`,
    ],
  ])('is one row, and what became of it says %s', (_, runs, line) => {
    expect(linesOf(rowsOf(runs))).toEqual([line]);
  });

  it('is one row too where the ImageStream does not hold it any more', () => {
    const push = aPush({ digest: aDigest('b'), created: '2026-03-01T12:30:00Z' });
    expect(linesOf(rowsOf([aRun({ status: 'failed' }), again(1)], aLedger(push)))).toEqual([
      'missed -',
      `ledger-gone ${first}-r1 ${first}`,
    ]);
  });

  it.each([
    ['without a record', { ...again(1), cause: undefined }],
    ['of another image', { ...again(1), cause: { ...again(1).cause!, digest: aDigest('b') } }],
  ])('is not passed by a run with its name %s', (_, fake) => {
    expect(linesOf(rowsOf([aRun({ status: 'failed' }), fake])).sort()).toEqual([
      `failed ${first}`,
      `unverified ${first}-r1`,
    ]);
  });

  it('is as slow as its first run was: when a user comes says nothing of the chain', () => {
    const [row] = rowsOf([aRun({ createdAt: '2026-03-01T12:00:02Z' }), again(1)]);
    const { all, pushes } = latenciesOf([row!]);
    expect(pushes).toBe(1);
    expect(all.find(({ span }) => span === 'total')?.p50).toBe(2);
  });

  it('keeps what its first run proves of the chain, and says that there was another one', () => {
    const [row] = rowsOf([aRun({ status: 'failed' }), again(1)]);
    const hops = hopsOf({ row: row!, trigger: aTrigger(), isLedgerKnown: true });
    expect(hops.map(({ id, note }) => `${id} ${note}`)).toEqual([
      'push on-record',
      'source sent',
      'listener received',
      'rule matched',
      'created created-again',
      'started started',
      'finished succeeded',
    ]);
  });
});
