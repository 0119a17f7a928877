import { useMemo } from 'react';
import type { FoundChain } from '../domain/found-chain/found-chain';
import { foundRowsOf, projectsNamedBy } from '../domain/found-chain/found-row';
import type { FoundRow } from '../domain/found-chain/found-row';
import { foundRunLabels, foundRunsOf } from '../domain/found-chain/found-run';
import { notManaged } from '../domain/marks';
import type { PipelineRun } from '../k8s/pipeline-run';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { useFoundChains } from './use-found-chains';
import type { FoundChains } from './use-found-chains';
import { useScope } from './use-image-triggers';
import { useKept } from './use-kept';
import { useLedger } from './use-ledger';
import { useWatchList } from './use-watch';

export interface FoundHistory extends FoundChains {
  /** Newest first. */
  readonly rows: readonly FoundRow[];
}

/** In how many projects at once to look for the pushes of a project's runs. */
const mostProjects = 20;

const none: readonly FoundChain[] = [];

/** Only what the listeners of chains have made: others may have made any number of runs. */
const runsOfListeners = (chains: readonly FoundChain[]): string[] => {
  const names = new Set(chains.map(({ listener }) => listener.name));
  return [`${foundRunLabels.listener} in (${[...names].sort().join(',')})`, notManaged];
};

/**
 * The chains of a project that were made by hand, with their runs.
 *
 * @returns undefined while they are loading
 */
export const useFoundHistory = (namespace: string | undefined): FoundHistory | undefined => {
  const scope = useScope(namespace);
  const found = useFoundChains(namespace);
  const chains = found?.chains ?? none;
  const list = useWatchList<PipelineRun>(
    scope && chains.length > 0
      ? {
          kind: pipelineRunKind,
          namespace: scope.namespace,
          requirements: runsOfListeners(chains),
        }
      : undefined,
  );
  const runs = useMemo(
    () => (list.state === 'loaded' ? foundRunsOf(chains, list.data) : undefined),
    [list, chains],
  );
  const named = useMemo(() => projectsNamedBy(runs ?? [], mostProjects).join(' '), [runs]);
  const projects = useMemo(() => named.split(' ').filter((name) => name !== ''), [named]);
  const ledger = useLedger(projects, namespace);
  const current = useMemo((): FoundHistory | undefined => {
    if (!found || chains.length === 0) return found && { ...found, rows: [] };
    if (list.state === 'failed')
      return {
        ...found,
        rows: [],
        unread: [...found.unread, { kind: pipelineRunKind, problem: list.problem }],
      };
    if (!runs || !ledger) return undefined;
    const stale = found.stale ?? (list.state === 'loaded' ? list.stale : undefined) ?? ledger.stale;
    return { ...found, rows: foundRowsOf(runs, ledger.streams), stale };
  }, [found, chains, list, runs, ledger]);
  return useKept(current, namespace);
};
