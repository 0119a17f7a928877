import { aDigest, aLedger, aPush, aRun, aTrigger } from '../testing/builders';
import { aChain, aChainRun } from '../testing/chain-builders';
import { foundRowsOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import { foundRunsOf } from './found-chain/found-run';
import { historyOf } from './history';
import { csvOf, exportedOf, jsonOf } from './history-export';
import type { ExportedPush } from './history-export';

const now = new Date('2026-03-01T12:10:00Z');
const triggers = [aTrigger()];

const missed = aPush({ tags: ['latest', 'v2'], created: '2026-03-01T12:01:00Z' });
const run = {
  ...aRun({ createdAt: '2026-03-01T12:00:02Z' }),
  startedAt: '2026-03-01T12:00:03Z',
  finishedAt: '2026-03-01T12:01:32Z',
  replayedBy: 'ada',
};
const history = historyOf({ ledger: aLedger(aPush(), missed), triggers, runs: [run], now });

const exported = (rows: readonly AnyRow[] = history): ExportedPush[] =>
  exportedOf({ rows, triggers, isKnown: () => true });

describe('the export of the history', () => {
  it('has every row with its status, why, and its times', () => {
    expect(exported()).toEqual([
      {
        status: 'missed',
        evidence: 'never-created',
        managed: true,
        project: 'ci',
        trigger: 'scan-web',
        imageStream: 'images/web',
        tags: ['latest', 'v2'],
        digest: aDigest(),
        pushedAt: '2026-03-01T12:01:00Z',
        pipelineRun: '',
        createdAt: '',
        startedAt: '',
        finishedAt: '',
        durationSeconds: null,
        replayedBy: null,
      },
      {
        status: 'succeeded',
        evidence: 'succeeded',
        managed: true,
        project: 'ci',
        trigger: 'scan-web',
        imageStream: 'images/web',
        tags: ['latest'],
        digest: aDigest(),
        pushedAt: '2026-03-01T12:00:00Z',
        pipelineRun: 'scan-web-aaaaaaaa-1772366400',
        createdAt: '2026-03-01T12:00:02Z',
        startedAt: '2026-03-01T12:00:03Z',
        finishedAt: '2026-03-01T12:01:32Z',
        durationSeconds: 90,
        replayedBy: 'ada',
      },
    ]);
  });

  it('claims no time of a push that is not known, and says that the chain is not managed', () => {
    const rows = foundRowsOf(foundRunsOf([aChain()], [aChainRun(['latest'])]), []);
    expect(exported(rows)).toEqual([
      expect.objectContaining({
        managed: false,
        trigger: aChain().name,
        project: 'watch',
        imageStream: '',
        pushedAt: '',
        pipelineRun: 'print-x1',
      }),
    ]);
  });

  it('is a table with a line a row in CSV', () => {
    const [names, first, second, ...rest] = csvOf(exported()).split('\r\n');
    expect(names).toBe(
      'status,evidence,managed,project,trigger,imageStream,tags,digest,pushedAt,pipelineRun,createdAt,startedAt,finishedAt,durationSeconds,replayedBy',
    );
    expect(first).toBe(
      `missed,never-created,true,ci,scan-web,images/web,latest v2,${aDigest()},2026-03-01T12:01:00Z,,,,,,`,
    );
    expect(second).toMatch(/,90,ada$/);
    expect(rest).toEqual(['']);
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['a=b-c@d', 'a=b-c@d'],
  ])('holds %j in CSV as no formula and in one field', (replayedBy, field) => {
    const push: ExportedPush = { ...exported()[0]!, replayedBy };
    expect(csvOf([push])).toContain(`,${field}\r\n`);
  });

  it('can be read back in JSON, and holds texts as they are', () => {
    const pushes = [{ ...exported()[0]!, replayedBy: '=1+1' }];
    expect(JSON.parse(jsonOf(pushes))).toEqual(pushes);
  });
});
