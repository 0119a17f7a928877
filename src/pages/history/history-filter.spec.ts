import { historyOf } from '../../domain/history';
import { aDigest, aLedger, aPush, aRun, aTrigger } from '../../testing/builders';
import { filterHistory } from './history-filter';
import type { HistoryQuery } from './history-filter';

const push = aPush({ created: '2026-03-01T12:00:00Z' });
const old = aPush({ created: '2026-03-01T09:00:00Z', digest: aDigest('b'), tags: ['v1'] });

const rows = historyOf({
  ledger: aLedger(push, old),
  triggers: [aTrigger()],
  runs: [aRun({ push })],
  now: new Date('2026-03-01T13:00:00Z'),
});

const none: HistoryQuery = { search: '', status: '', trigger: '', stream: '', quiet: '' };

describe('filterHistory', () => {
  it.each<[Partial<HistoryQuery>, string[]]>([
    [{}, ['succeeded']],
    [{ quiet: 'yes' }, ['succeeded', 'before']],
    [{ status: 'before' }, ['before']],
    [{ status: 'missed' }, []],
    [{ trigger: 'scan-web', quiet: 'yes' }, ['succeeded', 'before']],
    [{ trigger: 'scan' }, []],
    [{ stream: 'images/web' }, ['succeeded']],
    [{ stream: 'other/web' }, []],
    [{ search: ' LATEST ' }, ['succeeded']],
    [{ search: 'bbbb' }, []],
    [{ search: 'bbbb', quiet: 'yes' }, ['before']],
    [{ search: 'sha256:a' }, ['succeeded']],
    [{ search: 'scan-web-aaaaaaaa' }, ['succeeded']],
    [{ search: 'web', quiet: 'yes' }, ['succeeded', 'before']],
  ])('%j leaves %j', (query, statuses) => {
    const left = filterHistory(rows, { ...none, ...query });
    expect(left.map(({ status }) => status)).toEqual(statuses);
  });
});
