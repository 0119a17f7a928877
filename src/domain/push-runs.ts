import type { Run } from './run';
import { pushNameOf, runNumberOf } from './run-name';
import { isVerified } from './run-proof';

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

/** By what `pushRunsOf` finds the runs of a push: a trigger, and the name of the push's first run. */
export const pushRunsKey = (run: Pick<Run, 'namespace' | 'trigger' | 'name'>): string =>
  `${run.namespace}/${run.trigger} ${run.name}`;

/** A run whose record does not fit its name proves nothing, so it stands for no push but itself. */
const keyOf = (run: Run): string =>
  pushRunsKey(isVerified(run) ? { ...run, name: pushNameOf(run.name) } : run);

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
    // Of two with one name, the first one was gone before the other one came.
    const inOrder = [...others.earlierRuns, others.run, run].sort(
      (a, b) => runNumberOf(a.name) - runNumberOf(b.name) || a.createdAt.localeCompare(b.createdAt),
    );
    found.set(key, { run: inOrder.at(-1) ?? run, earlierRuns: inOrder.slice(0, -1) });
  }
  return found;
};
