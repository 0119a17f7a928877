import { useMemo } from 'react';
import { historyOf } from '../domain/history';
import type { HistoryRow } from '../domain/history';
import type { ImageTrigger } from '../domain/image-trigger';
import { managedLabels } from '../domain/marks';
import type { Problem } from '../domain/problem';
import { pushesOf, streamKey } from '../domain/push';
import type { Push } from '../domain/push';
import { runOf } from '../domain/run';
import type { Run } from '../domain/run';
import type { PipelineRun } from '../k8s/pipeline-run';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { useImageTriggers, useScope } from './use-image-triggers';
import { useLedger } from './use-ledger';
import type { Ledger } from './use-ledger';
import { useNow } from './use-now';
import { useWatchList } from './use-watch';
import { loading } from '../domain/watched';
import type { Watched } from '../domain/watched';

export interface History {
  readonly triggers: readonly ImageTrigger[];
  readonly rows: readonly HistoryRow[];
  /** Projects whose ImageStreams cannot be read: their pushes are not known. */
  readonly unreadable: readonly { readonly namespace: string; readonly problem: Problem }[];
  /** Whether other projects were looked at, too. */
  readonly complete: boolean;
}

/** How soon a push that waits is called missed on screen, at the latest. */
const renewSeconds = 5;

/** The pushes of the streams that triggers are bound to or that runs name. */
const pushesIn = (
  { streamOf }: Ledger,
  triggers: readonly ImageTrigger[],
  runs: readonly Run[],
): Map<string, Push[]> => {
  const pushes = new Map<string, Push[]>();
  for (const { stream: ref } of [
    ...triggers.flatMap(({ binding }) => binding ?? []),
    ...runs.flatMap(({ cause }) => cause ?? []),
  ]) {
    const key = streamKey(ref);
    const stream = pushes.has(key) ? undefined : streamOf(ref);
    if (stream) pushes.set(key, pushesOf(stream));
  }
  return pushes;
};

/** The pushes and runs of a project's image triggers, live. */
export const useHistory = (namespace: string | undefined): Watched<History> => {
  const scope = useScope(namespace);
  const triggers = useImageTriggers(namespace);
  const runs = useWatchList<PipelineRun>(
    scope && { kind: pipelineRunKind, namespace: scope.namespace, labels: managedLabels },
  );
  const ledger = useLedger(triggers.state === 'loaded' ? triggers.data : undefined, namespace);
  const now = useNow(renewSeconds);
  return useMemo(() => {
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
    const rows = historyOf({
      ledger: pushesIn(ledger, triggers.data, own),
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
        unreadable: ledger.unreadable,
        complete: scope.complete,
      },
      stale: triggers.stale ?? runs.stale ?? ledger.stale,
    };
  }, [triggers, runs, ledger, scope, now, namespace]);
};
