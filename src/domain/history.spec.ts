import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import type { Activity } from './activity';
import { historyOf, pushStatuses, quietStatuses } from './history';
import type { HistoryInput, HistoryRow, PushStatus } from './history';
import type { ImageTrigger } from './image-trigger';
import type { Push } from './push';
import type { Run, RunStatus } from './run';

const now = new Date('2026-03-01T12:10:00Z');
const tomorrow = new Date('2026-03-02T13:00:00Z');

const rowsOf = (input: Partial<HistoryInput>): HistoryRow[] =>
  historyOf({ ledger: aLedger(aPush()), triggers: [aTrigger()], runs: [], now, ...input });

const statusesOf = (input: Partial<HistoryInput>): PushStatus[] =>
  rowsOf(input).map(({ status }) => status);

describe('a push with its run', () => {
  it.each<RunStatus>(['queued', 'running', 'succeeded', 'failed', 'cancelled'])(
    'is %s',
    (status) => {
      const run = aRun({ status });
      expect(rowsOf({ runs: [run] })).toEqual([
        {
          key: `ci/scan-web ${aDigest('a')} 2026-03-01T12:00:00Z`,
          trigger: { namespace: 'ci', name: 'scan-web' },
          status,
          stream: { namespace: 'images', name: 'web' },
          tags: ['latest'],
          leftBy: [],
          digest: aDigest('a'),
          created: '2026-03-01T12:00:00Z',
          run,
          earlierRuns: [],
          imageRuns: [],
        },
      ]);
    },
  );

  it.each<[string, Partial<ImageTrigger>]>([
    [
      'was made while the trigger was paused',
      { activity: [{ at: '2026-03-01T11:00:00Z', state: 'paused' }] },
    ],
    ['is older than the activation', { activity: [] }],
    [
      'no longer matches the tag rule',
      { binding: { ...aTrigger().binding!, rule: { kind: 'tags', tags: ['v1'] } } },
    ],
  ])('has the status of the run even where it %s', (_, change) => {
    expect(statusesOf({ triggers: [{ ...aTrigger(), ...change }], runs: [aRun()] })).toEqual([
      'succeeded',
    ]);
  });

  it.each<[string, Partial<Run>]>([
    ['no cause record', { cause: undefined }],
    ['the cause of another image', { cause: { ...aRun().cause!, digest: aDigest('b') } }],
    [
      'the cause of an image whose digest begins alike',
      { cause: { ...aRun().cause!, digest: `${aDigest('a').slice(0, -1)}b` } },
    ],
    [
      'the cause of another reference',
      { cause: { ...aRun().cause!, reference: `registry.example/images/web@${aDigest('b')}` } },
    ],
    [
      'the cause of another time',
      { cause: { ...aRun().cause!, pushedAt: '2026-03-01T12:00:01Z' } },
    ],
  ])('proves nothing where the run has its name and %s', (_, change) => {
    expect(statusesOf({ runs: [{ ...aRun(), ...change }] })).toEqual(['unverified']);
  });

  it('is found by the name of the run in the namespace of the trigger only', () => {
    const elsewhere = { ...aRun(), namespace: 'qa' };
    expect(statusesOf({ runs: [elsewhere] }).sort()).toEqual(['missed', 'succeeded']);
  });
});

describe('a push without a run', () => {
  const active: Activity = [{ at: '2026-03-01T10:00:00Z', state: 'active' }];
  const pausedThen: Activity = [
    ...active,
    { at: '2026-03-01T11:00:00Z', state: 'paused' },
    { at: '2026-03-01T12:00:01Z', state: 'active' },
  ];
  const other = aPush({ digest: aDigest('f'), created: '2026-03-01T10:30:00Z' });
  const later = aPush({ digest: aDigest('e'), created: '2026-03-01T12:30:00Z' });

  it.each<[PushStatus, string, Partial<HistoryInput>, Activity]>([
    ['waiting', 'is on its way', { now: new Date('2026-03-01T12:00:49Z') }, active],
    ['waiting', 'comes from the future', { now: new Date('2026-03-01T11:00:00Z') }, active],
    ['missed', 'should have a run by now', { now: new Date('2026-03-01T12:00:50Z') }, active],
    ['missed', 'is younger than any pruner', {}, active],
    ['unknown', 'may have had a run that was pruned', { now: tomorrow }, active],
    [
      'unknown',
      'is older than all runs that are left',
      { now: tomorrow, runs: [aRun({ push: later })] },
      active,
    ],
    [
      'missed',
      'is younger than a run that is left',
      { now: tomorrow, runs: [aRun({ push: other })] },
      active,
    ],
    [
      'unknown',
      'came in the second in which the oldest run ended that is left',
      { now: tomorrow, runs: [aRun({ push: later, createdAt: aPush().created })] },
      active,
    ],
    ['paused', 'came during a pause', {}, pausedThen],
    ['before', 'came before the activation', {}, [{ at: '2026-03-01T12:00:01Z', state: 'active' }]],
    [
      'missed',
      'came in the second of the activation',
      {},
      [{ at: '2026-03-01T12:00:00Z', state: 'active' }],
    ],
    ['before', 'met a trigger that was never active', {}, []],
  ])('is %s where it %s', (...[status, , input, activity]) => {
    const rows = rowsOf({ triggers: [{ ...aTrigger(), activity }], ...input });
    expect(rows.find(({ digest }) => digest === aDigest('a'))?.status).toBe(status);
  });

  it('is unmatched where the rule says no, whatever else', () => {
    const trigger = aTrigger({ rule: { kind: 'glob', pattern: 'v*' } });
    expect(statusesOf({ triggers: [trigger] })).toEqual(['unmatched']);
    expect(statusesOf({ triggers: [{ ...trigger, activity: [] }] })).toEqual(['unmatched']);
  });

  it('names the tags that match, or else all', () => {
    const ledger = aLedger(aPush({ tags: ['latest', 'v1', 'v2'] }));
    const tagsBy = (pattern: string) =>
      rowsOf({ ledger, triggers: [aTrigger({ rule: { kind: 'glob', pattern } })] })[0]?.tags;
    expect(tagsBy('v*')).toEqual(['v1', 'v2']);
    expect(tagsBy('x*')).toEqual(['latest', 'v1', 'v2']);
  });
});

describe('a run without its push', () => {
  it('has lost its ledger, and tells from its cause record what it was', () => {
    const run = aRun({ push: aPush({ tags: ['v1'] }), createdAt: '2026-03-01T12:00:02Z' });
    expect(rowsOf({ ledger: new Map(), runs: [run] })).toEqual([
      {
        key: 'ci/scan-web-aaaaaaaa-1772366400',
        trigger: { namespace: 'ci', name: 'scan-web' },
        status: 'ledger-gone',
        stream: { namespace: 'images', name: 'web' },
        tags: ['v1'],
        leftBy: [],
        digest: aDigest('a'),
        created: '2026-03-01T12:00:00Z',
        run,
        earlierRuns: [],
        imageRuns: [],
      },
    ]);
  });

  it('is unverified without a cause record, with nothing claimed about it', () => {
    const run = { ...aRun({ createdAt: '2026-03-01T12:00:02Z' }), cause: undefined };
    expect(rowsOf({ ledger: new Map(), runs: [run] })).toMatchObject([
      {
        status: 'unverified',
        stream: undefined,
        tags: [],
        digest: undefined,
        created: '2026-03-01T12:00:02Z',
      },
    ]);
  });

  it('is unverified where its name is not the one of its cause', () => {
    expect(statusesOf({ triggers: [], runs: [aRun({ name: 'scan-web-by-hand' })] })).toEqual([
      'unverified',
    ]);
  });

  describe('whose tag has a history', () => {
    const madeUp = aPush({ digest: aDigest('f'), created: '2026-03-01T12:00:00Z' });
    const older = aPush({ created: '2026-03-01T11:00:00Z' });
    const after = (minute: number) =>
      aPush({ digest: aDigest('b'), created: `2026-03-01T12:0${minute}:00Z` });
    const statusBeside = (ledger: Push[], time = now) => {
      const input = { ledger: aLedger(...ledger), triggers: [], now: time };
      return statusesOf({ ...input, runs: [aRun({ push: madeUp })] })[0];
    };

    it('is unverified where that begins before it and goes on: there never was such a push', () => {
      expect(statusBeside([older])).toBe('unverified');
      expect(statusBeside([after(1), older])).toBe('unverified');
      expect(statusBeside([{ ...older, created: madeUp.created }])).toBe('unverified');
      expect(statusBeside([after(1), after(2), older], tomorrow)).toBe('unverified');
      expect(statusBeside([after(1), after(2), after(3), older])).toBe('unverified');
    });

    it('has lost its ledger where that may have been pruned or begun again', () => {
      expect(statusBeside([after(1), after(2), after(3), older], tomorrow)).toBe('ledger-gone');
      expect(statusBeside([after(1)])).toBe('ledger-gone');
      expect(statusBeside([{ ...older, tags: ['v1'] }])).toBe('ledger-gone');
    });

    it('has lost its ledger while that may only be late', () => {
      expect(statusBeside([older], new Date('2026-03-01T12:00:19Z'))).toBe('ledger-gone');
    });
  });

  it('keeps its status where its push is still there, and only its trigger is gone', () => {
    expect(statusesOf({ triggers: [], runs: [aRun({ status: 'failed' })] })).toEqual(['failed']);
  });

  it('keeps its status where its trigger was changed by hand', () => {
    const trigger = { ...aTrigger(), binding: undefined };
    expect(statusesOf({ triggers: [trigger], runs: [aRun()] })).toEqual(['succeeded']);
  });

  it('keeps its status where nobody could see the ledger', () => {
    const input = { ledger: new Map(), runs: [aRun()] };
    expect(statusesOf({ ...input, unreadable: new Set(['images']) })).toEqual(['succeeded']);
    expect(statusesOf({ ...input, unreadable: new Set(['other']) })).toEqual(['ledger-gone']);
  });
});

describe('the statuses', () => {
  it('are quiet for pushes that never were the trigger’s business, and for no others', () => {
    expect(pushStatuses.filter((status) => quietStatuses.has(status))).toEqual([
      'before',
      'unmatched',
    ]);
  });
});
