import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { aChain, aChainRun } from '../testing/chain-builders';
import type { AnyRow } from './found-chain/found-row';
import { foundRowsOf } from './found-chain/found-row';
import { foundRunsOf } from './found-chain/found-run';
import { historyOf } from './history';
import type { Push } from './push';
import {
  groupsOf,
  medianSecondsToRun,
  mostRecent,
  newestRows,
  parseGrouping,
  recentOf,
} from './push-groups';
import type { Grouping } from './push-groups';

const now = new Date('2026-03-01T13:00:00Z');
const api = { namespace: 'images', name: 'api' };
const scanApi = { name: 'scan-api', stream: api };

/** A push in a minute after twelve. */
const pushAt = (minute: number, overrides: Partial<Push> = {}): Push =>
  aPush({ created: `2026-03-01T12:${String(minute).padStart(2, '0')}:00Z`, ...overrides });

const pushes = [
  pushAt(1, { digest: aDigest('1') }),
  pushAt(2, { digest: aDigest('2') }),
  pushAt(3, { digest: aDigest('1') }),
];
const ofApi = pushAt(4, { stream: api, digest: aDigest('1') });

const rows = historyOf({
  ledger: aLedger(...pushes, ofApi),
  triggers: [aTrigger(), aTrigger(scanApi)],
  runs: [
    aRun({ push: pushes[0], createdAt: '2026-03-01T12:01:10Z' }),
    aRun({ push: pushes[1], createdAt: '2026-03-01T12:02:02Z', status: 'failed' }),
  ],
  now,
});

/** A run of a found chain that names no image. */
const found = foundRowsOf(foundRunsOf([aChain()], [aChainRun()]), []);

const countsOf = (by: Grouping, all: readonly AnyRow[] = rows) =>
  groupsOf(all, by).map(({ key, byOutcome: { succeeded, failed, missed, other } }) => [
    key,
    { succeeded, failed, missed, other },
  ]);

describe('groupsOf', () => {
  it.each<[Grouping, unknown]>([
    [
      'trigger',
      [
        ['ci/scan-api', { succeeded: 0, failed: 0, missed: 1, other: 0 }],
        ['ci/scan-web', { succeeded: 1, failed: 1, missed: 1, other: 0 }],
      ],
    ],
    [
      'stream',
      [
        ['images/api', { succeeded: 0, failed: 0, missed: 1, other: 0 }],
        ['images/web', { succeeded: 1, failed: 1, missed: 1, other: 0 }],
      ],
    ],
    [
      'digest',
      [
        [aDigest('1'), { succeeded: 1, failed: 0, missed: 2, other: 0 }],
        [aDigest('2'), { succeeded: 0, failed: 1, missed: 0, other: 0 }],
      ],
    ],
  ])('counts what came of the pushes by %s', (by, counts) => {
    expect(countsOf(by)).toEqual(counts);
  });

  it('keeps every row in one group, and knows the newest, in whatever order they come', () => {
    const mixed = rows.toReversed();
    const groups = groupsOf(mixed, 'stream');
    expect(groups.flatMap((group) => group.rows)).toHaveLength(rows.length);
    expect(groups.map(({ newest }) => newest.created).sort()).toEqual([
      '2026-03-01T12:03:00Z',
      '2026-03-01T12:04:00Z',
    ]);
  });

  it('has one group for what nobody knows', () => {
    expect(groupsOf(found, 'stream').map(({ key }) => key)).toEqual(['']);
  });
});

describe('the last pushes', () => {
  const many = Array.from({ length: mostRecent + 5 }, (_, index) =>
    pushAt(index, { digest: aDigest((index % 10).toString()) }),
  );
  const manyRows = historyOf({ ledger: aLedger(...many), triggers: [aTrigger()], runs: [], now });
  const last = many.slice(-mostRecent).map(({ created }) => created);

  it.each([
    ['sorted', manyRows],
    ['unsorted', [...manyRows.slice(10), ...manyRows.slice(0, 10)]],
  ])('are %s the oldest first', (_, all) => {
    expect(recentOf(all).map(({ created }) => created)).toEqual(last);
    expect(newestRows(all, 2).map(({ created }) => created)).toEqual(last.slice(-2).reverse());
  });

  it('are all of few', () => {
    expect(recentOf(manyRows.slice(0, 3))).toHaveLength(3);
  });
});

describe('medianSecondsToRun', () => {
  const replayed = rows.map((row) =>
    'trigger' in row && row.run ? { ...row, run: { ...row.run, replayedBy: 'anna' } } : row,
  );
  it.each<[string, readonly AnyRow[], number | undefined]>([
    ['is that of the pushes that have a run', rows, 2],
    ['is not known where nothing ran', rows.slice(0, 2), undefined],
    ['leaves out what a user ran', replayed, undefined],
    ['leaves out chains of others', found, undefined],
    ['is not known of nothing', [], undefined],
  ])('%s', (_, some, seconds) => {
    expect(medianSecondsToRun(some)).toBe(seconds);
  });
});

it.each([
  ['trigger', 'trigger'],
  ['stream', 'stream'],
  ['digest', 'digest'],
  ['', undefined],
  ['status', undefined],
])('the grouping "%s" is read as %s', (text, grouping) => {
  expect(parseGrouping(text)).toBe(grouping);
});
