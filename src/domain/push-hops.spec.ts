import {
  aDigest,
  aDraft,
  aLedger,
  aPush,
  aRun,
  aTrigger,
  anArchivedRun,
  anImageStream,
} from '../testing/builders';
import { aChain, aChainRun } from '../testing/chain-builders';
import { foundRowsOf } from './found-chain/found-row';
import { foundRunsOf } from './found-chain/found-run';
import { historyOf, pushStatuses } from './history';
import type { HistoryInput, HistoryRow, PushStatus } from './history';
import { decidingHop, hopsOf } from './push-hops';
import type { Hop } from './push-hops';
import type { Run } from './run';

const soon = new Date('2026-03-01T12:10:00Z');
const late = new Date('2026-03-09T12:00:00Z');

const rowOf = (input: Partial<HistoryInput>): HistoryRow => {
  const trigger = aTrigger();
  const base = { ledger: aLedger(aPush()), triggers: [trigger], runs: [], now: soon };
  return historyOf({ ...base, ...input })[0]!;
};

const ran = (overrides: Partial<Run> = {}): HistoryRow =>
  rowOf({ runs: [{ ...aRun({ createdAt: '2026-03-01T12:00:02Z' }), ...overrides }] });

const bound = (overrides: Parameters<typeof aTrigger>[0], activatedAt?: string): HistoryRow =>
  rowOf({ triggers: [aTrigger(overrides, { activatedAt })] });

const paused = (): HistoryRow => {
  const activity = [{ at: '2026-03-01T11:00:00Z', state: 'paused' as const }];
  return rowOf({ triggers: [{ ...aTrigger(), activity }] });
};

/** A row of every status. */
const rows: Record<PushStatus, () => HistoryRow> = {
  waiting: () => rowOf({ now: new Date('2026-03-01T12:00:01Z') }),
  queued: () => ran({ status: 'queued', startedAt: undefined }),
  running: () => ran({ status: 'running' }),
  succeeded: () => ran({ finishedAt: '2026-03-01T12:00:09Z' }),
  failed: () => ran({ status: 'failed', finishedAt: '2026-03-01T12:00:09Z' }),
  cancelled: () => ran({ status: 'cancelled', startedAt: undefined }),
  missed: () => rowOf({}),
  alias: () => rowOf({ ledger: aLedger(aPush({ aliases: ['latest'] })) }),
  superseded: () =>
    rowOf({
      ledger: aLedger(...'abcde'.split('').map((x) => aPush({ digest: aDigest(x), tags: [x] }))),
    }),
  'image-ran': () => {
    const draft = aDraft({ policy: 'each-image' });
    const run = aRun({ draft });
    const again = aPush({ created: '2026-03-01T12:05:00Z', tags: ['v1'] });
    return rowOf({ triggers: [aTrigger(draft)], ledger: aLedger(again, aPush()), runs: [run] });
  },
  unknown: () => rowOf({ now: late }),
  paused,
  before: () => bound({}, '2026-03-01T13:00:00Z'),
  unmatched: () => bound({ rule: { kind: 'glob', pattern: 'v*' } }),
  'ledger-gone': () => rowOf({ ledger: new Map(), runs: [aRun()] }),
  unverified: () => rowOf({ ledger: new Map(), runs: [{ ...aRun(), cause: undefined }] }),
};

/** Push, source, listener, rule, created, started, finished: state and note. */
const expected: Record<PushStatus, string> = {
  waiting:
    'done on-record | under-way expected | under-way expected | done would-match | under-way expected | - | -',
  queued:
    'done on-record | done sent | done received | done matched | done created | under-way queued | -',
  running:
    'done on-record | done sent | done received | done matched | done created | done started | under-way running',
  succeeded:
    'done on-record | done sent | done received | done matched | done created | done started | done succeeded',
  failed:
    'done on-record | done sent | done received | done matched | done created | done started | failed failed',
  cancelled:
    'done on-record | done sent | done received | done matched | done created | not-reached never-started | failed cancelled',
  missed:
    'done on-record | unknown no-trace | unknown no-trace | done would-match | failed never-created | - | -',
  alias:
    'done on-record | unknown no-trace | unknown no-trace | done would-match | failed alias-moved | - | -',
  superseded:
    'done on-record | unknown no-trace | unknown no-trace | done would-match | failed no-lane | - | -',
  'image-ran':
    'done on-record | unknown no-trace | unknown no-trace | done would-match | stopped image-ran | - | -',
  unknown:
    'done on-record | unknown no-trace | unknown no-trace | done would-match | unknown maybe-pruned | - | -',
  paused: 'done on-record | unknown no-trace | unknown no-trace | stopped paused | - | - | -',
  before: 'done on-record | unknown no-trace | unknown no-trace | stopped before | - | - | -',
  unmatched: 'done on-record | unknown no-trace | unknown no-trace | stopped no-match | - | - | -',
  'ledger-gone':
    'unknown push-gone | done sent | done received | done matched | done created | done started | done succeeded',
  unverified:
    'unknown push-unproven | unknown no-trace | unknown no-trace | unknown push-unproven | done created | done started | done succeeded',
};

const hops = (row: HistoryRow, trigger = true, isLedgerKnown = true): Hop[] =>
  hopsOf({ row, trigger: trigger ? aTrigger() : undefined, isLedgerKnown });

const textOf = (all: readonly Hop[]): string =>
  all.map(({ state, note }) => (note === 'not-reached' ? '-' : `${state} ${note}`)).join(' | ');

const hop = (all: readonly Hop[], id: Hop['id']): Hop => all.find((one) => one.id === id)!;

describe('the hops of a push', () => {
  it.each(pushStatuses)('%s', (status) => {
    const row = rows[status]();
    expect(row.status).toBe(status);
    expect(textOf(hops(row))).toBe(expected[status]);
  });

  it('are in the order of the chain', () => {
    expect(hops(rows.missed()).map(({ id }) => id)).toEqual([
      'push',
      'source',
      'listener',
      'rule',
      'created',
      'started',
      'finished',
    ]);
  });

  it('have their times, and those of the nearest hop before that has one', () => {
    const all = hops(rows.succeeded());
    expect(all.map(({ at }) => at?.slice(17, 19) ?? '')).toEqual([
      '00',
      '00',
      '',
      '',
      '02',
      '02',
      '09',
    ]);
    expect(all.map(({ since }) => since?.slice(17, 19) ?? '')).toEqual([
      '',
      '00',
      '00',
      '00',
      '00',
      '02',
      '02',
    ]);
  });

  it.each([
    ['running', 'done started | unknown end-not-kept'],
    ['queued', 'unknown end-not-kept | unknown end-not-kept'],
    ['failed', 'done started | failed failed'],
  ] as const)('tell of a run that was pruned %s only what was kept', (status, ends) => {
    const row = rowOf({ runs: [anArchivedRun({ status })] });
    expect(textOf(hops(row))).toBe(
      `done on-record | done sent | done received | done matched | done created | ${ends}`,
    );
  });

  it('claim no time of a push that only an unproven run tells', () => {
    expect(hop(hops(rows.unverified()), 'push').at).toBeUndefined();
  });

  it('say nothing of an event where a user asked for the run', () => {
    const all = hops(ran({ replayedBy: 'ada' }));
    expect(textOf(all)).toMatch(
      /^done on-record \| unknown by-hand \| unknown by-hand \| unknown by-hand \| done created-by-hand/,
    );
    expect(hop(all, 'source').at).toBeUndefined();
  });

  it('say that the push was not read, or the trigger is gone', () => {
    const [push] = hops(rows.succeeded(), true, false);
    expect(push).toMatchObject({ state: 'unknown', note: 'push-unread' });
    expect(hop(hops(rows.missed(), false), 'rule').note).toBe('trigger-gone');
    const changed = { ...aTrigger(), binding: undefined };
    const all = hopsOf({ row: rows.missed(), trigger: changed, isLedgerKnown: true });
    expect(hop(all, 'rule').note).toBe('changed-by-hand');
  });

  it.each([
    ['whose push is known', aDigest(), 'done push-by-params'],
    ['whose push is not known', 'latest', 'unknown push-not-named'],
  ])('of a run of a found chain %s', (_, param, push) => {
    const runs = foundRunsOf([aChain()], [aChainRun([param])]);
    const [row] = foundRowsOf(runs, [anImageStream()]);
    const found = { row: row!, trigger: undefined, isLedgerKnown: true };
    expect(textOf(hopsOf(found))).toBe(
      `${push} | done passed | done received | done found-filter | done created | not-reached never-started | done succeeded`,
    );
  });
});

describe('the deciding hop', () => {
  it.each<[PushStatus, string]>([
    ['missed', 'never-created'],
    ['unmatched', 'no-match'],
    ['running', 'running'],
    ['queued', 'queued'],
    ['cancelled', 'cancelled'],
  ])('%s: %s', (status, note) => {
    expect(decidingHop(hops(rows[status]()))?.note).toBe(note);
  });
});
