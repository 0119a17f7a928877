import {
  aDigest,
  aDraft,
  aLedger,
  aPush,
  aRun,
  aTrigger,
  anArchivedRun,
} from '../testing/builders';
import { aChain, aChainRun } from '../testing/chain-builders';
import { foundRowsOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import { foundRunsOf } from './found-chain/found-run';
import { historyOf } from './history';
import { exportedOf } from './history-export';
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
        archived: false,
        earlierRuns: [],
        imageRun: '',
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
        archived: false,
        earlierRuns: [],
        imageRun: '',
        createdAt: '2026-03-01T12:00:02Z',
        startedAt: '2026-03-01T12:00:03Z',
        finishedAt: '2026-03-01T12:01:32Z',
        durationSeconds: 90,
        replayedBy: 'ada',
      },
    ]);
  });

  it('says which run an image has that did not run again', () => {
    const draft = aDraft({ policy: 'each-image' });
    const rows = historyOf({
      ledger: aLedger(missed, aPush()),
      triggers: [aTrigger(draft)],
      runs: [aRun({ draft })],
      now,
    });
    const name = `scan-web-${'a'.repeat(16)}`;
    expect(exported(rows)).toMatchObject([
      { status: 'image-ran', evidence: 'image-ran', pipelineRun: '', imageRun: name },
      { status: 'succeeded', pipelineRun: name, imageRun: '' },
    ]);
  });

  it('says which run was pruned, and that nobody knows the end of one', () => {
    const runs = [anArchivedRun({ status: 'running' })];
    const rows = historyOf({ ledger: aLedger(aPush()), triggers, runs, now });
    expect(exported(rows)).toMatchObject([
      { status: 'unknown', evidence: 'end-not-kept', archived: true, pipelineRun: runs[0]!.name },
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
        earlierRuns: [],
        imageRun: '',
      }),
    ]);
  });
});
