import { historyOf } from '../../domain/history';
import { aDigest, aLedger, aPush, aRun, aTrigger } from '../../testing/builders';
import { filterHistory, historyQueryOf } from './history-filter';
import type { HistoryQuery } from './history-filter';

const push = aPush({ created: '2026-03-01T12:00:00Z' });
const old = aPush({ created: '2026-03-01T09:00:00Z', digest: aDigest('b'), tags: ['v1'] });

const rows = historyOf({
  ledger: aLedger(push, old),
  triggers: [aTrigger()],
  runs: [aRun({ push })],
  now: new Date('2026-03-01T13:00:00Z'),
});

/** Of the pushes, one is younger than a day. */
const now = new Date('2026-03-02T10:00:00Z');

const none = historyQueryOf(() => '');
const triggers = [aTrigger()];

describe('filterHistory', () => {
  it.each<[Partial<HistoryQuery>, string[]]>([
    [{}, ['succeeded']],
    [{ quiet: 'yes' }, ['succeeded', 'before']],
    [{ status: 'before' }, ['before']],
    [{ status: 'missed' }, []],
    [{ status: 'missed,before' }, ['before']],
    [{ trigger: 'ci/scan-web', quiet: 'yes' }, ['succeeded', 'before']],
    [{ trigger: 'cd/scan-web' }, []],
    [{ range: '1h', quiet: 'yes' }, []],
    [{ range: '24h', quiet: 'yes' }, ['succeeded']],
    [{ range: '7d', quiet: 'yes' }, ['succeeded', 'before']],
    [{ only: 'newest', quiet: 'yes' }, ['succeeded', 'before']],
    [{ range: '24h', only: 'newest', quiet: 'yes' }, ['succeeded']],
    [{ pipeline: 'ci/scan' }, ['succeeded']],
    [{ pipeline: 'ci/other' }, []],
    [{ tag: 'latest' }, ['succeeded']],
    [{ tag: 'late' }, []],
    [{ digest: 'sha256:aaaa' }, ['succeeded']],
    [{ digest: 'aaaa' }, ['succeeded']],
    [{ digest: 'bbbb' }, []],
    [{ stream: 'images/web' }, ['succeeded']],
    [{ stream: 'other/web' }, []],
    [{ search: ' LATEST ' }, ['succeeded']],
    [{ search: 'bbbb' }, []],
    [{ search: 'bbbb', quiet: 'yes' }, ['before']],
    [{ search: 'sha256:a' }, ['succeeded']],
    [{ search: 'scan-web-aaaaaaaa' }, ['succeeded']],
    [{ search: 'web', quiet: 'yes' }, ['succeeded', 'before']],
  ])('%j leaves %j', (query, statuses) => {
    const left = filterHistory(rows, { ...none, ...query }, { now, triggers });
    expect(left.map(({ status }) => status)).toEqual(statuses);
  });

  it('knows the newest push of each tag', () => {
    const pushes = [
      aPush({ created: '2026-03-01T15:00:00Z', digest: aDigest('3'), tags: ['latest', 'v3'] }),
      aPush({ created: '2026-03-01T14:00:00Z', digest: aDigest('2'), tags: ['latest', 'v2'] }),
      aPush({ created: '2026-03-01T13:00:00Z', digest: aDigest('1'), tags: ['latest'] }),
    ];
    const all = historyOf({ ledger: aLedger(...pushes), triggers: [aTrigger()], runs: [], now });
    const left = filterHistory(all, { ...none, only: 'newest' }, { now, triggers });
    expect(left.map(({ digest }) => digest)).toEqual([aDigest('3'), aDigest('2')]);
  });
});
