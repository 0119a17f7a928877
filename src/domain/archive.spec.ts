import { aLedger, aPipelineRun, aPush, aRun, aTrigger, anArchivedRun } from '../testing/builders';
import { archivedRunOf, archiveOf, unknownUntil, withArchived } from './archive';
import type { Archive, ArchiveState } from './archive';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import { nextRunOf } from './replay-push';
import type { Run } from './run';

const name = 'scan-web-aaaaaaaa-1772366400';
const nextWeek = new Date('2026-03-09T12:00:00Z');

const rowOf = (cluster: readonly Run[], archived: readonly Run[]): HistoryRow => {
  const runs = withArchived(cluster, archived);
  const rows = historyOf({
    ledger: aLedger(aPush()),
    triggers: [aTrigger()],
    runs,
    now: nextWeek,
  });
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

const lineOf = ({ status, run, earlierRuns }: HistoryRow): string =>
  [
    status,
    ...[...earlierRuns, ...(run ? [run] : [])].map((one) =>
      one.isArchived ? 'archived' : 'there',
    ),
  ].join(' ');

describe('a push whose run may have been pruned', () => {
  it.each<[string, Run[], Run[], string]>([
    ['nobody has one', [], [], 'unknown'],
    ['Tekton Results has a good one', [], [anArchivedRun()], 'succeeded archived'],
    ['it has one that failed', [], [anArchivedRun({ status: 'failed' })], 'failed archived'],
    ['both have it', [aRun()], [anArchivedRun()], 'succeeded there'],
    [
      'both have it, and Tekton Results is behind',
      [aRun()],
      [anArchivedRun({ status: 'running' })],
      'succeeded there',
    ],
    ['it was read twice', [], [anArchivedRun(), anArchivedRun()], 'succeeded archived'],
    [
      'it had not ended when it was last seen',
      [],
      [anArchivedRun({ status: 'running' })],
      'unknown archived',
    ],
    ['it had not even begun', [], [anArchivedRun({ status: 'queued' })], 'unknown archived'],
    [
      'it was run again after the first one was pruned',
      [aRun({ name: `${name}-r1`, status: 'running' })],
      [anArchivedRun({ status: 'failed' })],
      'running archived there',
    ],
    [
      'the name was taken once more after the first one was deleted',
      [{ ...aRun({ createdAt: '2026-03-01T12:30:00Z' }), uid: 'another' }],
      [anArchivedRun({ status: 'failed' })],
      'succeeded archived there',
    ],
  ])('is judged where %s', (...[, cluster, archived, line]) => {
    expect(lineOf(rowOf(cluster, archived))).toBe(line);
  });

  it.each<[string, Run[], number]>([
    ['its first, where there never was one', [], 0],
    ['one more, where the first is gone', [anArchivedRun()], 1],
    ['one more, where nobody knows how the first ended', [anArchivedRun({ status: 'running' })], 1],
    ['the third, where two are gone', [anArchivedRun(), anArchivedRun({ name: `${name}-r1` })], 2],
  ])('gets by hand %s', (_, archived, number) => {
    expect(nextRunOf(rowOf([], archived))).toBe(number);
  });
});

describe('a run that Tekton Results keeps', () => {
  it('is none of an image trigger without its label', () => {
    expect(archivedRunOf({ metadata: { name: 'build-1' } })).toBeUndefined();
  });

  it('has the times and the cause that it had', () => {
    const run = aPipelineRun({ createdAt: '2026-03-01T12:00:02Z' });
    expect(archivedRunOf(run)).toMatchObject({
      createdAt: '2026-03-01T12:00:02Z',
      finishedAt: '2026-03-01T12:00:02Z',
      cause: { pushedAt: '2026-03-01T12:00:00Z' },
    });
  });
});

describe('the archives of several projects', () => {
  const problem = { code: 'forbidden', message: 'permission denied' } as const;
  const read = (cutAt?: string): ArchiveState => ({ state: 'read', cutAt });

  it.each<[string, ArchiveState[], ArchiveState]>([
    ['none of them is known', [], { state: 'reading' }],
    ['one is being read', [read(), { state: 'reading' }], { state: 'reading' }],
    [
      'one is forbidden',
      [{ state: 'reading' }, { state: 'forbidden', problem }],
      { state: 'forbidden', problem },
    ],
    ['there is none', [{ state: 'absent' }, { state: 'absent' }], { state: 'absent' }],
    ['all were read', [read(), read()], read()],
    [
      'two were too long',
      [read('2026-01-01T00:00:00Z'), read(), read('2026-02-01T00:00:00Z')],
      read('2026-02-01T00:00:00Z'),
    ],
  ])('are one whose state says that %s', (_, states, state) => {
    const archives = states.map((one): Archive => ({ state: one, runs: [anArchivedRun()] }));
    expect(archiveOf(archives)).toEqual({ state, runs: archives.flatMap(({ runs }) => runs) });
  });
});

describe('what nobody can judge', () => {
  const row = rowOf([], []);

  it.each<[string, HistoryRow[], string | undefined]>([
    ['is nothing of no pushes', [], undefined],
    [
      'is the newest push of its kind',
      [row, { ...row, created: '2026-03-02T00:00:00Z' }],
      '2026-03-02T00:00:00Z',
    ],
    ['is no push that was missed', [{ ...row, status: 'missed' }], undefined],
    ['is no push whose run is on record', [{ ...row, run: anArchivedRun() }], undefined],
  ])('%s', (_, rows, time) => {
    expect(unknownUntil(rows)).toBe(time);
  });
});
