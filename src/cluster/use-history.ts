import { useMemo } from 'react';
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
import { useImageTriggers, useScope } from './use-image-triggers';
import { boundNamespaces, useLedger } from './use-ledger';
import type { Ledger } from './use-ledger';
import { useKept } from './use-kept';
import { useNow } from './use-now';
import { useWatchList } from './use-watch';
import { loading } from '../domain/watched';
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

/** The pushes and runs of a project's image triggers, live. */
export const useHistory = (namespace: string | undefined): Watched<History> => {
  const scope = useScope(namespace);
  const triggers = useImageTriggers(namespace);
  const runs = useWatchList<PipelineRun>(
    scope && { kind: pipelineRunKind, namespace: scope.namespace, labels: managedLabels },
  );
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
    const own = runs.data
      .map(runOf)
      .filter((run) => run !== undefined)
      .filter(
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
      },
      stale: triggers.stale ?? runs.stale ?? ledger.stale,
    };
  }, [triggers, runs, ledger, scope, now, namespace]);
  const kept = useKept(current.state === 'loaded' ? current : undefined, namespace);
  return current.state === 'loading' ? (kept ?? loading) : current;
};
