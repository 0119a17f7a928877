import { useMemo } from 'react';
import type { UnreadKind } from '../../cluster/use-chain-objects';
import { useFoundHistory } from '../../cluster/use-found-history';
import { useOldObjects } from '../../cluster/use-old-objects';
import { useWatchList } from '../../cluster/use-watch';
import type { FoundChain } from '../../domain/found-chain/found-chain';
import { draftOfChain, takeOverRefusal } from '../../domain/take-over/draft-of-chain';
import type { ChainDraft, TakeOverRefusal } from '../../domain/take-over/draft-of-chain';
import { recentStreamsOf } from '../../domain/take-over/recent-streams';
import type { RecentStream } from '../../domain/take-over/recent-streams';
import { loading } from '../../domain/watched';
import type { Watched } from '../../domain/watched';
import type { Pipeline } from '../../k8s/pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { nameOf } from '../../k8s/resource';

/** What the form is opened with where a chain is taken over. */
export interface ChainStart extends ChainDraft {
  readonly chain: FoundChain;
  /** The ImageStreams that it has run for lately, as far as its runs tell. */
  readonly recent: readonly RecentStream[];
  readonly unread: readonly UnreadKind[];
}

type ReadableChain =
  | { readonly outcome: 'read'; readonly start: ChainStart }
  | { readonly outcome: 'refused'; readonly refusal: TakeOverRefusal }
  | { readonly outcome: 'gone' };

const homeOf = (chain: FoundChain | undefined): string | undefined =>
  chain?.pipeline?.kind === 'named' ? chain.pipeline.namespace : undefined;

/** The chain of a key, read into the form as it is now. */
export const useChainStart = (
  namespace: string | undefined,
  key: string,
): Watched<ReadableChain> => {
  const history = useFoundHistory(namespace);
  const old = useOldObjects(namespace);
  const chain = history?.chains.find((one) => one.key === key);
  const home = homeOf(chain);
  const pipelines = useWatchList<Pipeline>(
    home === undefined ? undefined : { kind: pipelineKind, namespace: home },
  );
  return useMemo((): Watched<ReadableChain> => {
    if (!history || !old) return loading;
    if (!chain) return { state: 'loaded', data: { outcome: 'gone' } };
    const refusal = takeOverRefusal(chain);
    if (refusal) return { state: 'loaded', data: { outcome: 'refused', refusal } };
    if (pipelines.state === 'loading') return loading;
    // Without the right to see Pipelines, the parameters are those that the template fills.
    const known = pipelines.state === 'loaded' ? pipelines.data : [];
    const name = chain.pipeline?.kind === 'named' ? chain.pipeline.name : '';
    const pipeline = known.find((one) => nameOf(one) === name);
    const read = draftOfChain(chain, old.objects, pipeline);
    if (!read) return { state: 'loaded', data: { outcome: 'gone' } };
    const recent = recentStreamsOf(chain, history.rows);
    return {
      state: 'loaded',
      data: { outcome: 'read', start: { ...read, chain, recent, unread: old.unread } },
    };
  }, [history, old, chain, pipelines]);
};
