import { mostSkewSeconds } from './clock-skew';
import { groupBy } from './group-by';
import { once } from './once';
import type { Run } from './run';

/**
 * What pruners leave, as this plugin takes it. Those of OpenShift Pipelines keep the newest runs that
 * have ended: so many of all (tektoncd/cli `pipelinerun delete --keep`), or so many good ones and so
 * many others (tektoncd/pruner `successfulHistoryLimit`, `failedHistoryLimit`), or those of some time.
 * Of runs of the last day, nobody is expected to keep less than a hundred, the default of both; of
 * older ones, three. One of them may have been deleted by hand.
 */
const pruners = { leaveYoung: 99, leaveOld: 2, youngSeconds: 24 * 60 * 60 - mostSkewSeconds };

/** When runs ended, in milliseconds since 1970, the earliest first. */
export interface EndTimes {
  readonly all: readonly number[];
  readonly good: readonly number[];
  readonly bad: readonly number[];
}

const kinds = ['all', 'good', 'bad'] as const satisfies readonly (keyof EndTimes)[];

/**
 * When those of some runs ended that have ended and are left. What Tekton Results keeps proves
 * nothing here: it was pruned itself, and Results may have been away when another run was.
 */
export const endTimesOf = (
  runs: readonly Pick<Run, 'status' | 'finishedAt' | 'isArchived'>[],
): EndTimes => {
  const good: number[] = [];
  const bad: number[] = [];
  for (const { status, finishedAt, isArchived } of runs)
    if (finishedAt !== undefined && !isArchived)
      (status === 'succeeded' ? good : bad).push(Date.parse(finishedAt));
  const sorted = (times: number[]): number[] => times.sort((a, b) => a - b);
  return { all: sorted([...good, ...bad]), good: sorted(good), bad: sorted(bad) };
};

/** `endTimesOf` the runs of each project, computed when it is asked for first. */
export const endTimesByProject = (runs: readonly Run[]): ((namespace: string) => EndTimes) => {
  const byProject = once(() => groupBy(runs, ({ namespace }) => namespace));
  const ends = new Map<string, EndTimes>();
  return (namespace) => {
    const known = ends.get(namespace) ?? endTimesOf(byProject().get(namespace) ?? []);
    ends.set(namespace, known);
    return known;
  };
};

/** The runs among which a pruner may have chosen. */
export interface RunsLeft {
  /** Of the trigger: what one pruner does to a run of it, it does to the others. */
  readonly own: EndTimes;
  /** Of the trigger's project, whose triggers may share one limit. */
  readonly project: EndTimes;
}

/**
 * Whether the run of a push may have been there and been pruned. Pruners take the runs first that
 * were made or ended first: what had ended before the push, and is left, proves that they did not
 * come to its run, of those with its outcome. Running runs prove nothing, for they are never taken.
 * @param pushedAt in milliseconds since 1970
 */
export const mayBePruned = ({ own, project }: RunsLeft, pushedAt: number, now: Date): boolean => {
  const isOld = (now.getTime() - pushedAt) / 1000 > pruners.youngSeconds;
  const leave = isOld ? pruners.leaveOld : pruners.leaveYoung;
  return kinds.some((kind) => {
    const [earliest] = own[kind];
    if (earliest !== undefined && earliest < pushedAt) return false;
    const kept = project[kind].at(-leave);
    return (kept !== undefined && kept >= pushedAt) || (kind === 'all' && isOld);
  });
};
