import { useMemo } from 'react';
import type { ArchiveState } from '../domain/archive';
import { withArchived } from '../domain/archive';
import type { FailingImport, UnreadableProject } from '../domain/attention';
import { failingImportsOf } from '../domain/failing-imports';
import { historyOf } from '../domain/history';
import type { HistoryRow, Pushes } from '../domain/history';
import { triggerKey } from '../domain/image-trigger';
import type { ImageTrigger } from '../domain/image-trigger';
import { managedLabels } from '../domain/marks';
import { perObject } from '../domain/per-object';
import { triggerKeyOf } from '../domain/push-runs';
import { pushesOf, streamKey } from '../domain/push';
import type { StreamRef } from '../domain/push';
import { runOf } from '../domain/run';
import type { Cause, Run } from '../domain/run';
import type { ImageStream } from '../k8s/image-stream';
import type { PipelineRun } from '../k8s/pipeline-run';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { everywhere } from './archive/archives';
import { useArchive } from './archive/use-archive';
import { useImageTriggers, useScope } from './use-image-triggers';
import { boundNamespaces, useLedger } from './use-ledger';
import type { Ledger } from './use-ledger';
import { useKept } from './use-kept';
import { useNow } from './use-now';
import { useWatchList } from './use-watch';
import { loading, mapWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';

export interface History {
  readonly triggers: readonly ImageTrigger[];
  readonly rows: readonly HistoryRow[];
  /** What the ImageStreams of the triggers and runs hold, as far as they can be read. */
  readonly pushes: Pushes;
  readonly unreadable: readonly UnreadableProject[];
  readonly failingImports: readonly FailingImport[];
  /** Whether the ImageStreams of a project have been read: else only runs tell of its pushes. */
  readonly isKnown: Ledger['isKnown'];
  /** Whether other projects were looked at, too. */
  readonly complete: boolean;
  /** What Tekton Results could tell of runs that the cluster does not hold any more. */
  readonly archive: ArchiveState;
}

/** How soon a push that waits is called missed on screen, at the latest. */
const renewSeconds = 5;

/** What a history is about: the ImageStreams of its triggers and runs. */
interface Subjects {
  /** By `streamKey`. */
  readonly streams: ReadonlyMap<string, ImageStream>;
  /** The projects of those that the user may not read. */
  readonly unreadable: ReadonlySet<string>;
}

const keyOfCause = perObject(({ stream }: Cause): string => streamKey(stream));

const subjectsOf = (
  ledger: Ledger,
  triggers: readonly ImageTrigger[],
  runs: readonly Run[],
): Subjects => {
  const streams = new Map<string, ImageStream>();
  const unreadable = new Set<string>();
  const add = (key: string, ref: StreamRef): void => {
    const stream = streams.has(key) ? undefined : ledger.streamOf(ref);
    if (stream) streams.set(key, stream);
  };
  for (const { binding } of triggers) if (binding) add(streamKey(binding.stream), binding.stream);
  for (const { cause } of runs) {
    if (!cause) continue;
    add(keyOfCause(cause), cause.stream);
    if (!ledger.isKnown(cause.stream.namespace)) unreadable.add(cause.stream.namespace);
  }
  return { streams, unreadable };
};

/** The runs in a project, and those of the triggers that belong to it. */
const runsOfProject = (
  namespace: string | undefined,
  triggers: readonly ImageTrigger[],
  runs: readonly Run[],
): readonly Run[] => {
  if (namespace === undefined) return runs;
  const names = new Set(triggers.map(triggerKey));
  return runs.filter((run) => run.namespace === namespace || names.has(triggerKeyOf(run)));
};

/** Where the runs are that belong to a project: in it, and where triggers are of its ImageStreams. */
const homesOf = (
  namespace: string | undefined,
  triggers: Watched<readonly ImageTrigger[]>,
): string[] | undefined => {
  if (namespace === undefined) return [everywhere];
  if (triggers.state !== 'loaded') return undefined;
  return [...new Set([namespace, ...triggers.data.map((trigger) => trigger.namespace)])].sort();
};

/** The runs that the cluster has, and those that only Tekton Results has any more. */
const useRuns = (
  namespace: string | undefined,
  triggers: Watched<readonly ImageTrigger[]>,
  since: number,
): Watched<{ readonly runs: readonly Run[]; readonly archive: ArchiveState }> => {
  const scope = useScope(namespace);
  const listed = useWatchList<PipelineRun>(
    scope && { kind: pipelineRunKind, namespace: scope.namespace, labels: managedLabels },
  );
  const present = useMemo(
    () => mapWatched(listed, (all) => all.map(runOf).filter((run) => run !== undefined)),
    [listed],
  );
  const homes = homesOf(namespace, triggers)?.join(' ');
  const parents = useMemo(() => homes?.split(' '), [homes]);
  const archive = useArchive({
    parents,
    since,
    present: present.state === 'loaded' ? present.data : undefined,
  });
  return useMemo(
    () =>
      mapWatched(present, (runs) => ({
        runs: withArchived(runs, archive.runs),
        archive: archive.state,
      })),
    [present, archive],
  );
};

/**
 * The pushes and runs of a project's image triggers, live. It does not wait for Tekton Results: what
 * that knows comes later.
 *
 * @param since in milliseconds since 1970: what was pruned before is not asked for
 */
export const useHistory = (namespace: string | undefined, since = -Infinity): Watched<History> => {
  const scope = useScope(namespace);
  const triggers = useImageTriggers(namespace);
  const runs = useRuns(namespace, triggers, since);
  const bound = useMemo(
    () => (triggers.state === 'loaded' ? boundNamespaces(triggers.data) : undefined),
    [triggers],
  );
  const ledger = useLedger(bound, namespace);
  const now = useNow(renewSeconds);
  const current = useMemo((): Watched<History> => {
    if (triggers.state === 'failed') return triggers;
    if (runs.state === 'failed') return runs;
    if (triggers.state === 'loading' || runs.state === 'loading' || !ledger || !scope)
      return loading;
    const own = runsOfProject(namespace, triggers.data, runs.data.runs);
    const { streams, unreadable } = subjectsOf(ledger, triggers.data, own);
    const pushes = new Map([...streams].map(([key, stream]) => [key, pushesOf(stream)]));
    const rows = historyOf({
      ledger: pushes,
      unreadable,
      triggers: triggers.data,
      runs: own,
      now,
    });
    return {
      state: 'loaded',
      data: {
        triggers: triggers.data,
        rows,
        pushes,
        unreadable: ledger.unreadable,
        isKnown: ledger.isKnown,
        failingImports: failingImportsOf([...streams.values()], triggers.data),
        complete: scope.complete,
        archive: runs.data.archive,
      },
      stale: triggers.stale ?? runs.stale ?? ledger.stale,
    };
  }, [triggers, runs, ledger, scope, now, namespace]);
  const kept = useKept(current.state === 'loaded' ? current : undefined, namespace);
  return current.state === 'loading' ? (kept ?? loading) : current;
};
