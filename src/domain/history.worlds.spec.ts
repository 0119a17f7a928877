import fc from 'fast-check';
import { timeOf } from '../testing/world/clock';
import { secondOf, truthOf, truths } from '../testing/world/truth';
import type { Truth } from '../testing/world/truth';
import { worlds } from '../testing/world/worlds';
import type { SeenWorld } from '../testing/world/worlds';
import { withArchived } from './archive';
import { historyOf, pushRowKey } from './history';
import type { HistoryRow, PushStatus } from './history';
import { pushesOf, streamKey } from './push';
import type { Push } from './push';
import { nextRunOf } from './replay-push';
import type { Run } from './run';
import type { RunPolicy } from './run-policy';

/** A push that is on record, with what became of it for a trigger and what the history says. */
interface Judged {
  readonly policy: RunPolicy;
  readonly push: Push;
  readonly truth: Truth;
  readonly row: HistoryRow | undefined;
}

interface Seen {
  readonly pushes: readonly Push[];
  /** Those that the cluster has. */
  readonly runs: readonly Run[];
  /** With those that only Tekton Results has. */
  readonly all: readonly Run[];
  readonly rows: readonly HistoryRow[];
  readonly judged: readonly Judged[];
}

/** The history as somebody sees it whose browser knows only what the API server has. */
const look = ({ world, skew, archived }: SeenWorld): Seen => {
  const pushes = pushesOf(world.stream.object());
  const runs = world.runObjects();
  const all = withArchived(runs, world.results.runObjects(archived));
  const triggers = world.triggers.map((trigger) => trigger.object());
  const now = new Date(Date.parse(timeOf(world.clock.now)) + skew * 1000);
  const ledger = new Map([[streamKey({ namespace: 'images', name: 'web' }), pushes]]);
  const rows = historyOf({ ledger, triggers, runs: all, now });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const judged = world.triggers.flatMap((trigger) =>
    pushes.map((push) => ({
      push,
      policy: trigger.policyOf(secondOf(push)),
      truth: truthOf(world, trigger, push),
      row: byKey.get(pushRowKey({ namespace: 'ci', name: trigger.name }, push)),
    })),
  );
  return { pushes, runs, all, rows, judged };
};

const expectOfAll = (check: (seen: Seen, world: SeenWorld) => void): void => {
  fc.assert(
    fc.property(worlds, (world) => check(look(world), world)),
    { numRuns: 1_000 },
  );
};

/** That a push should have run and did not. */
const claims: readonly (PushStatus | undefined)[] = ['missed', 'alias', 'superseded'];

/** What may be said of a push that has no run any more, by what became of it. */
const allowed: Partial<Record<Truth, readonly PushStatus[]>> = {
  before: ['before'],
  paused: ['paused', 'image-ran'],
  unmatched: ['unmatched'],
  'image-ran': ['image-ran', 'unknown', 'waiting'],
  'by-alias': ['alias', 'unknown', 'waiting', 'unmatched', 'image-ran'],
  'no-lane': ['superseded', 'unknown', 'waiting', 'image-ran'],
  lost: ['missed', 'unknown', 'waiting', 'superseded', 'image-ran'],
};

/** Whether Tekton Results can tell everything. */
const isComplete = ({ world, archived }: SeenWorld): boolean =>
  archived === Infinity && !world.results.hasGaps;

/** Whether an observer has every reason to say that a lost push was lost. */
const isPlain = (
  { push, row, policy }: Judged,
  { runs, pushes }: Seen,
  { world }: SeenWorld,
): boolean => {
  const age = (time: string) => (Date.parse(timeOf(world.clock.now)) - Date.parse(time)) / 1000;
  const endedBefore = (isGood: boolean) =>
    runs.some(
      ({ trigger, status, finishedAt = '' }) =>
        trigger === row?.trigger.name &&
        (status === 'succeeded') === isGood &&
        finishedAt !== '' &&
        finishedAt < push.created,
    );
  const isQuiet = pushes.every(({ created }) => age(created) > 80);
  // Where each image runs once, a run of any push of it would explain that there is none.
  const isAlone = pushes.filter(({ digest }) => digest === push.digest).length === 1;
  if (policy === 'each-image' && !isAlone) return false;
  return isQuiet && ((endedBefore(true) && endedBefore(false)) || age(push.created) < 82_800);
};

describe('the history of any world', () => {
  it('has one row for every push and trigger, and every run in one row', () => {
    expectOfAll(({ pushes, all, rows, judged }) => {
      expect(judged.every(({ row }) => row !== undefined)).toBe(true);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      const told = rows.flatMap(({ run, earlierRuns }) => [...earlierRuns, ...(run ? [run] : [])]);
      expect(new Set(told).size).toBe(all.length);
      expect(told).toHaveLength(all.length);
      expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
      const onRecord = rows.filter(({ status }) => status !== 'ledger-gone');
      expect(onRecord).toHaveLength(2 * pushes.length);
    });
  });

  it('has the status of the run wherever there is one, and no run is called unverified', () => {
    expectOfAll(({ rows }) => {
      for (const { run, status } of rows)
        if (run) expect([run.status, 'ledger-gone']).toContain(status);
    });
  });

  it('never says that a push should have run that ran, or is on its way', () => {
    expectOfAll(({ judged }) => {
      for (const { truth, row } of judged)
        if (truth === 'ran' || truth === 'on-its-way') expect(claims).not.toContain(row?.status);
    });
  });

  it('knows what came of all that ran, where Tekton Results has seen it and all of it is read', () => {
    expectOfAll(({ judged }, seen) => {
      if (!isComplete(seen)) return;
      for (const { truth, row } of judged)
        if (truth === 'ran') {
          expect(row?.run).toBeDefined();
          expect(row?.status).not.toBe('unknown');
        }
    });
  });

  it('offers nobody the first run of a push that has run, where a record of it is read', () => {
    expectOfAll(({ judged }, seen) => {
      for (const { truth, row } of judged) {
        const hasRun = truth === 'ran' || truth === 'deleted-by-hand';
        if (row && hasRun && (row.run || isComplete(seen))) expect(nextRunOf(row)).not.toBe(0);
      }
    });
  });

  it('says that an image ran only where each image runs once, and it did', () => {
    expectOfAll(({ judged, all }) => {
      for (const { row, push, policy } of judged)
        if (row?.status === 'image-ran') {
          expect(policy).toBe('each-image');
          expect(all.filter(({ cause }) => cause?.digest === push.digest)).toEqual(
            expect.arrayContaining([...row.imageRuns]),
          );
          expect(row.imageRuns.map(({ trigger }) => trigger)).toContain(row.trigger.name);
        }
    });
  });

  it('is that of pushes that run once at most, also while it is changed what runs once', () => {
    expectOfAll((_, { world }) => expect([...world.ranTwice]).toEqual([]));
  });

  it('says of a push without a run only what is true', () => {
    expectOfAll(({ judged }) => {
      for (const { truth, row } of judged)
        if (!row?.run && allowed[truth]) expect(allowed[truth]).toContain(row?.status);
    });
  });

  it('calls a lost push missed where nothing can hide its run', () => {
    expectOfAll((seen, world) => {
      for (const one of seen.judged)
        if (one.truth === 'lost' && isPlain(one, seen, world))
          expect(
            one.policy === 'each-push'
              ? ['missed', 'superseded']
              : ['missed', 'superseded', 'image-ran'],
          ).toContain(one.row?.status);
    });
  });

  it('is put to the test by enough of every truth', () => {
    const counts = new Map<string, number>();
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    const enough: [string, number][] = [
      ...truths.map((truth): [string, number] => [truth, 10]),
      ['ran and pruned', 100],
      ['ran, pruned and kept', 100],
      ['read of all that Tekton Results has seen', 100],
      ['plainly lost', 100],
      ['plainly lost, with each image once', 30],
    ];
    expectOfAll((seen, world) => {
      for (const one of seen.judged) {
        count(one.truth);
        if (one.truth === 'ran' && !one.row?.run) count('ran and pruned');
        if (one.truth === 'ran' && one.row?.run?.isArchived) count('ran, pruned and kept');
        if (one.truth === 'ran' && isComplete(world))
          count('read of all that Tekton Results has seen');
        if (one.truth !== 'lost' || !isPlain(one, seen, world)) continue;
        count('plainly lost');
        if (one.policy === 'each-image') count('plainly lost, with each image once');
      }
    });
    for (const [what, least] of enough)
      expect([what, (counts.get(what) ?? 0) >= least]).toEqual([what, true]);
  });
});
