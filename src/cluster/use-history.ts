import { useMemo } from 'react';
import type { ArchiveState } from '../domain/archive';
import { withArchived } from '../domain/archive';
import type { FailingImport, UnreadableProject } from '../domain/attention';
import { failingImportsOf } from '../domain/failing-imports';
import { historyOf } from '../domain/history';
import type { HistoryRow, Pushes } from '../domain/history';
import type { ImageTrigger } from '../domain/image-trigger';
import { managedLabels } from '../domain/marks';
import { pushesOf, streamKey } from '../domain/push';
import { runOf } from '../domain/run';
import type { Run } from '../domain/run';
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

/** The streams that triggers are bound to or that runs name, by `streamKey`. */
const streamsIn = (
  { streamOf }: Ledger,
  triggers: readonly ImageTrigger[],
  runs: readonly Run[],
): Map<string, ImageStream> => {
  const streams = new Map<string, ImageStream>();
  for (const { stream: ref } of [
    ...triggers.flatMap(({ binding }) => binding ?? []),
    ...runs.flatMap(({ cause }) => cause ?? []),
  ]) {
    const key = streamKey(ref);
    const stream = streams.has(key) ? undefined : streamOf(ref);
    if (stream) streams.set(key, stream);
  }
  return streams;
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
  const uids = useMemo(
    () => (present.state === 'loaded' ? new Set(present.data.map(({ uid }) => uid)) : undefined),
    [present],
  );
  const homes = homesOf(namespace, triggers)?.join(' ');
  const parents = useMemo(() => homes?.split(' '), [homes]);
  const archive = useArchive({ parents, since, present: uids });
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
    const names = new Set(triggers.data.map(({ namespace: home, name }) => `${home}/${name}`));
    const own = runs.data.runs.filter(
      (run) =>
        run.namespace === namespace ||
        namespace === undefined ||
        names.has(`${run.namespace}/${run.trigger}`),
    );
    const streams = streamsIn(ledger, triggers.data, own);
    const pushes = new Map([...streams].map(([key, stream]) => [key, pushesOf(stream)]));
    const rows = historyOf({
      ledger: pushes,
      unreadable: new Set(
        own
          .flatMap(({ cause }) => (cause ? [cause.stream.namespace] : []))
          .filter((home) => !ledger.isKnown(home)),
      ),
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
