import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import type { Activity } from './activity';
import { historyOf } from './history';
import type { HistoryInput, PushStatus } from './history';
import type { Push } from './push';

const now = new Date('2026-03-01T12:10:00Z');

const statusesOf = (input: Partial<HistoryInput>): PushStatus[] =>
  historyOf({ ledger: aLedger(), triggers: [aTrigger()], runs: [], now, ...input }).map(
    ({ status }) => status,
  );

describe('a push that came by an alias, without a run', () => {
  it.each<[PushStatus, string, Partial<Push>]>([
    ['alias', 'came by aliases alone', { aliases: ['latest'] }],
    ['alias', 'came to other tags that do not match', { tags: ['latest', 'v1'] }],
    ['missed', 'came to a tag that matches as well', { tags: ['latest', 'x'] }],
  ])('is %s where it %s', (status, _, push) => {
    const ledger = aLedger(aPush({ aliases: ['latest'], ...push }));
    const triggers = [aTrigger({ rule: { kind: 'tags', tags: ['latest', 'x'] } })];
    expect(statusesOf({ ledger, triggers })).toEqual([status]);
  });

  const active: Activity = [{ at: '2026-03-01T10:00:00Z', state: 'active' }];
  const paused: Activity = [...active, { at: '2026-03-01T11:00:00Z', state: 'paused' }];

  it.each<[PushStatus, Partial<HistoryInput>, Activity]>([
    ['waiting', { now: new Date('2026-03-01T12:00:19Z') }, active],
    ['unknown', { now: new Date('2026-03-02T13:00:00Z') }, active],
    ['paused', {}, paused],
    ['before', {}, []],
  ])('is %s as any other', (status, input, activity) => {
    const ledger = aLedger(aPush({ aliases: ['latest'] }));
    const triggers = [{ ...aTrigger(), activity }];
    expect(statusesOf({ ledger, triggers, ...input })).toEqual([status]);
  });
});

describe('a run whose push is gone from an alias', () => {
  it('has lost its ledger, also where the alias was made again on an older image', () => {
    const older = aPush({ digest: aDigest('b'), created: '2026-03-01T11:00:00Z' });
    const statusBeside = (held: Push) =>
      statusesOf({ ledger: aLedger(held), triggers: [], runs: [aRun()] });
    expect(statusBeside({ ...older, aliases: ['latest'] })).toEqual(['ledger-gone']);
    expect(statusBeside(older)).toEqual(['unverified']);
  });
});
