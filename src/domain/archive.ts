import type { PipelineRun } from '../k8s/pipeline-run';
import type { HistoryRow } from './history';
import type { Problem } from './problem';
import { endOf, runOf } from './run';
import type { Run } from './run';

/**
 * What Tekton Results could tell. `reading`: it is being asked, and more may come. `read`: it has
 * told all that was asked for, down to a time where there was more than is kept. `absent`: it is not
 * installed, or the console does not lead to it. `forbidden`: the user may not read it. `failed`:
 * whatever else went wrong.
 */
export type ArchiveState =
  | { readonly state: 'reading' | 'absent' }
  | {
      readonly state: 'read';
      /** RFC 3339: older runs were not asked for, because there are too many. */
      readonly cutAt: string | undefined;
    }
  | { readonly state: 'forbidden' | 'failed'; readonly problem: Problem };

/** The runs that Tekton Results keeps, as far as they were read. */
export interface Archive {
  readonly state: ArchiveState;
  readonly runs: readonly Run[];
}

/** That of several projects: what could not be read of one is said of all. */
const order = ['absent', 'forbidden', 'failed', 'reading', 'read'] as const;

const newest = (times: readonly (string | undefined)[]): string | undefined =>
  times.reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);

const stateOf = (states: readonly ArchiveState[]): ArchiveState => {
  const worst = order.flatMap((name) => states.find(({ state }) => state === name) ?? [])[0];
  if (!worst) return { state: 'reading' };
  if (worst.state !== 'read') return worst;
  return {
    state: 'read',
    cutAt: newest(states.map((one) => (one.state === 'read' ? one.cutAt : undefined))),
  };
};

/** The archives of several projects as one. */
export const archiveOf = (archives: readonly Archive[]): Archive => ({
  state: stateOf(archives.map(({ state }) => state)),
  runs: archives.flatMap(({ runs }) => runs),
});

/**
 * A PipelineRun that Tekton Results keeps as a run of an image trigger; undefined for a run of
 * somebody else. One that had not ended when it was last seen tells nothing of its end.
 */
export const archivedRunOf = (run: PipelineRun): Run | undefined => {
  const found = runOf(run);
  return found && { ...found, status: endOf(found.status), isArchived: true };
};

/**
 * The runs of the cluster, and those that only Tekton Results has any more. It keeps runs from their
 * beginning on, so most of them are in both, by one uid.
 */
export const withArchived = (runs: readonly Run[], archived: readonly Run[]): readonly Run[] => {
  if (archived.length === 0) return runs;
  const known = new Set(runs.map(({ uid }) => uid));
  const gone = archived.filter(({ uid }) => {
    const isNew = !known.has(uid);
    known.add(uid);
    return isNew;
  });
  return [...runs, ...gone];
};

/**
 * Up to when pushes may have run although nothing tells of it: the newest push without a run that
 * nobody can judge. Of all pushes after it, the history knows what became of them. RFC 3339;
 * undefined where it knows that of every push.
 */
export const unknownUntil = (rows: readonly HistoryRow[]): string | undefined =>
  newest(
    rows.map(({ status, run, created }) => (status === 'unknown' && !run ? created : undefined)),
  );
