import fc from 'fast-check';
import { timeOf } from '../testing/world/clock';
import { truthOf, truths } from '../testing/world/truth';
import type { Truth } from '../testing/world/truth';
import { worlds } from '../testing/world/worlds';
import type { SeenWorld } from '../testing/world/worlds';
import { historyOf, pushRowKey } from './history';
import type { HistoryRow, PushStatus } from './history';
import { pushesOf, streamKey } from './push';
import type { Push } from './push';
import type { Run } from './run';

/** A push that is on record, with what became of it for a trigger and what the history says. */
interface Judged {
  readonly push: Push;
  readonly truth: Truth;
  readonly row: HistoryRow | undefined;
}

interface Seen {
  readonly pushes: readonly Push[];
  readonly runs: readonly Run[];
  readonly rows: readonly HistoryRow[];
  readonly judged: readonly Judged[];
}

/** The history as somebody sees it whose browser knows only what the API server has. */
const look = ({ world, skew }: SeenWorld): Seen => {
  const pushes = pushesOf(world.stream.object());
  const runs = world.runObjects();
  const triggers = world.triggers.map((trigger) => trigger.object());
  const now = new Date(Date.parse(timeOf(world.clock.now)) + skew * 1000);
  const ledger = new Map([[streamKey({ namespace: 'images', name: 'web' }), pushes]]);
  const rows = historyOf({ ledger, triggers, runs, now });
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const judged = world.triggers.flatMap((trigger) =>
    pushes.map((push) => ({
      push,
      truth: truthOf(world, trigger, push),
      row: byKey.get(pushRowKey({ namespace: 'ci', name: trigger.name }, push)),
    })),
  );
  return { pushes, runs, rows, judged };
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
  paused: ['paused'],
  unmatched: ['unmatched'],
  'by-alias': ['alias', 'unknown', 'waiting', 'unmatched'],
  'no-lane': ['superseded', 'unknown', 'waiting'],
  lost: ['missed', 'unknown', 'waiting', 'superseded'],
};

/** Whether an observer has every reason to say that a lost push was lost. */
const isPlain = ({ push, row }: Judged, { runs, pushes }: Seen, { world }: SeenWorld): boolean => {
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
  return isQuiet && ((endedBefore(true) && endedBefore(false)) || age(push.created) < 82_800);
};

describe('the history of any world', () => {
  it('has one row for every push and trigger, and every run in one row', () => {
    expectOfAll(({ pushes, runs, rows, judged }) => {
      expect(judged.every(({ row }) => row !== undefined)).toBe(true);
      expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
      const withRun = rows.flatMap(({ run }) => run ?? []);
      expect(new Set(withRun).size).toBe(runs.length);
      expect(withRun).toHaveLength(runs.length);
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
          expect(['missed', 'superseded']).toContain(one.row?.status);
    });
  });

  it('is put to the test by enough of every truth', () => {
    const counts = new Map<string, number>();
    const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1);
    const enough: [string, number][] = [
      ...truths.map((truth): [string, number] => [truth, 10]),
      ['ran and pruned', 100],
      ['plainly lost', 100],
    ];
    expectOfAll((seen, world) => {
      for (const one of seen.judged) {
        count(one.truth);
        if (one.truth === 'ran' && !one.row?.run) count('ran and pruned');
        if (one.truth === 'lost' && isPlain(one, seen, world)) count('plainly lost');
      }
    });
    for (const [what, least] of enough)
      expect([what, (counts.get(what) ?? 0) >= least]).toEqual([what, true]);
  });
});
