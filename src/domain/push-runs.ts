import { groupBy } from './group-by';
import { triggerKey } from './image-trigger';
import { perObject } from './per-object';
import type { Run } from './run';
import { runNumberOf } from './run-name';
import { imageOfRun, pushNameOfRun } from './run-proof';

/** The `triggerKey` of the trigger that the label of a run names. */
export const triggerKeyOf = perObject(({ namespace, trigger }: Run): string =>
  triggerKey({ namespace, name: trigger }),
);

/** The runs of one push: the first one, and those by which a user ran it again. */
export interface PushRuns {
  /** The last one: what became of the push is what became of it. */
  readonly run: Run;
  /** Those before it, in their order; empty where a push ran once. */
  readonly earlierRuns: readonly Run[];
}

/** The run that the push caused, where it is still there: the first. */
export const firstRunOf = ({ run, earlierRuns }: Partial<PushRuns>): Run | undefined =>
  earlierRuns?.[0] ?? run;

/** By what `pushRunsOf` finds the runs of a push: a trigger, and what the push is called (`runNameOf`). */
export const pushRunsKey = (run: Pick<Run, 'namespace' | 'trigger' | 'name'>): string =>
  `${run.namespace}/${run.trigger} ${run.name}`;

const keyOf = (run: Run): string => pushRunsKey({ ...run, name: pushNameOfRun(run) });

/** Of runs with one name, the first one was gone before the next one came. */
const inOrder = (a: Run, b: Run): number =>
  runNumberOf(a.name) - runNumberOf(b.name) || a.createdAt.localeCompare(b.createdAt);

/** The runs of each push, by `pushRunsKey`. */
export const pushRunsOf = (runs: readonly Run[]): ReadonlyMap<string, PushRuns> => {
  const found = new Map<string, PushRuns>();
  for (const run of runs) {
    const key = keyOf(run);
    const others = found.get(key);
    if (!others) {
      found.set(key, { run, earlierRuns: [] });
      continue;
    }
    const all = [...others.earlierRuns, others.run, run].sort(inOrder);
    found.set(key, { run: all.at(-1) ?? run, earlierRuns: all.slice(0, -1) });
  }
  return found;
};

/**
 * The runs of a trigger that are runs of an image, because each image ran once, by its digest and in
 * their order: the first is the listener's, the others are users'. Of whichever push each of them is.
 */
export const imageRunsOf = (runs: readonly Run[]): ReadonlyMap<string, readonly Run[]> => {
  const found = groupBy(runs, imageOfRun);
  for (const group of found.values()) group.sort(inOrder);
  return found;
};

/**
 * The run that one more of a push would follow: its last one, or the last of its image where each image
 * runs once.
 */
export const lastRunOf = ({
  run,
  imageRuns,
}: {
  readonly run: Run | undefined;
  readonly imageRuns: readonly Run[];
}): Run | undefined => imageRuns.at(-1) ?? run;
