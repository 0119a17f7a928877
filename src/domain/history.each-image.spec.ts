import {
  aDigest,
  aDraft,
  aLedger,
  aPush,
  aRun,
  aTrigger,
  anArchivedRun,
} from '../testing/builders';
import { historyOf } from './history';
import type { HistoryInput, HistoryRow } from './history';
import { pushIdOf } from './push-id';
import { nextRunOf } from './replay-push';
import { currentImagesOf } from './validation';

const draft = aDraft({ policy: 'each-image' });
const image = `scan-web-${'a'.repeat(16)}`;
const at = (minute: number): string => `2026-03-01T12:${String(minute).padStart(2, '0')}:00Z`;
const now = new Date(at(30));

const first = aPush({ tags: ['v1'], created: at(0), leftBy: ['v1'] });
const other = aPush({ tags: ['v1'], created: at(5), digest: aDigest('b'), leftBy: ['v1'] });
const again = aPush({ tags: ['v1'], created: at(10) });

const rowsOf = (input: Partial<HistoryInput>): HistoryRow[] =>
  historyOf({
    ledger: aLedger(again, other, first),
    triggers: [aTrigger(draft)],
    runs: [],
    now,
    ...input,
  });

/** Newest first: status and run, and the run that the next one would be. */
const linesOf = (rows: readonly HistoryRow[]): string[] =>
  rows.map((row) => [row.status, row.run?.name ?? '-', nextRunOf(row) ?? 'none'].join(' '));

const run = aRun({ draft, push: first });
const runOfOther = aRun({ draft, push: other });
const ofOther = `succeeded scan-web-${'b'.repeat(16)} 1`;

describe('the history where each image runs once', () => {
  it.each<[string, Partial<HistoryInput>, string[]]>([
    [
      'gives the run to the push of its record, and to a rollback none',
      { runs: [run, runOfOther] },
      ['image-ran - 1', ofOther, `succeeded ${image} 1`],
    ],
    [
      'gives it to the later push where the record names that one',
      { runs: [aRun({ draft, push: again }), runOfOther] },
      [`succeeded ${image} 1`, ofOther, 'image-ran - 1'],
    ],
    [
      'numbers the runs of all pushes of an image together',
      { runs: [run, aRun({ draft, push: again, name: `${image}-r1` }), runOfOther] },
      [`succeeded ${image}-r1 2`, ofOther, `succeeded ${image} 2`],
    ],
    [
      'lets nobody run an image once more while it runs',
      { runs: [aRun({ draft, push: first, status: 'running' }), runOfOther] },
      ['image-ran - none', ofOther, `running ${image} none`],
    ],
    [
      'gives each its own where the image ran again after a pruner',
      { runs: [aRun({ draft, push: again }), anArchivedRun({ draft, push: first }), runOfOther] },
      [`succeeded ${image} 1`, ofOther, `succeeded ${image} 1`],
    ],
    [
      'misses an image that never ran',
      { runs: [runOfOther] },
      ['missed - 0', ofOther, 'missed - 0'],
    ],
    [
      'does not take a run of a push for one of its image',
      { runs: [aRun({ push: first }), runOfOther] },
      ['missed - 0', ofOther, 'succeeded scan-web-aaaaaaaa-1772366400 1'],
    ],
  ])('%s', (_, input, lines) => {
    expect(linesOf(rowsOf(input))).toEqual(lines);
  });

  it('tells a push whose run is pruned from one that was missed, by the first push of the image', () => {
    const day = { now: new Date('2026-03-04T12:00:00Z') };
    // Ended before the last push, but not before the first one, whose run may have been pruned.
    const trigger = aTrigger(draft);
    const rows = rowsOf({ ...day, triggers: [trigger], runs: [runOfOther] });
    expect(rows.map(({ status }) => status)).toEqual(['unknown', 'succeeded', 'unknown']);
  });

  it('says so of a push that came while the trigger was paused', () => {
    const activity = [
      { at: at(0), state: 'active' as const },
      { at: at(8), state: 'paused' as const },
    ];
    const rows = rowsOf({ triggers: [{ ...aTrigger(draft), activity }], runs: [run] });
    expect(rows.map(({ status }) => status)).toEqual(['image-ran', 'missed', 'succeeded']);
  });

  it('calls every push by a name of its own', () => {
    const names = rowsOf({ runs: [run, runOfOther] }).map((row) => pushIdOf(row).name);
    expect(names).toEqual([
      'scan-web-aaaaaaaa-1772367000',
      'scan-web-bbbbbbbb-1772366700',
      'scan-web-aaaaaaaa-1772366400',
    ]);
  });

  it('keeps two runs of one name apart whose pushes are gone', () => {
    const runs = [aRun({ draft, push: again }), anArchivedRun({ draft, push: first })];
    const rows = rowsOf({ ledger: new Map(), runs });
    expect(rows.map(({ status }) => status)).toEqual(['ledger-gone', 'ledger-gone']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(2);
  });

  it('judges a push from before a change by the policy of its time', () => {
    const naming = { policy: 'each-image' as const, since: at(8) };
    const rows = rowsOf({
      triggers: [aTrigger({}, { naming })],
      runs: [aRun({ push: first })],
    });
    expect(linesOf(rows)).toEqual([
      'missed - 0',
      'missed - 0',
      'succeeded scan-web-aaaaaaaa-1772366400 1',
    ]);
  });
});

describe('the validation where each image runs once', () => {
  const imagesOf = (runs: HistoryInput['runs'], policy = draft.policy) => {
    const triggers = [aTrigger({ policy })];
    const pushes = aLedger(again, other, first);
    return currentImagesOf({ triggers, rows: rowsOf({ triggers, runs }), pushes });
  };

  it('goes by the run of the image, whichever push it is of', () => {
    expect(imagesOf([run])).toMatchObject([
      { tag: 'v1', pushedAt: at(10), verdict: 'passed', validations: [{ evidence: { run } }] },
    ]);
  });

  it('goes by the last of them', () => {
    const failed = aRun({ draft, push: again, name: `${image}-r1`, status: 'failed' });
    expect(imagesOf([run, failed])).toMatchObject([
      { verdict: 'failed', validations: [{ evidence: { run: failed, earlierRuns: [run] } }] },
    ]);
  });

  it('does not where each push runs', () => {
    expect(imagesOf([aRun({ push: first })], 'each-push')).toMatchObject([{ verdict: 'missed' }]);
  });
});
