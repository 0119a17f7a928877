import { useMemo } from 'react';
import { concernsProject, foundChainsOf } from '../domain/found-chain/found-chain';
import type { FoundChain } from '../domain/found-chain/found-chain';
import { useChainObjects } from './use-chain-objects';
import type { ReadObjects } from './use-chain-objects';

/** The chains that were found, as far as the user may look. */
export interface FoundChains extends Pick<ReadObjects, 'unread' | 'stale'> {
  readonly chains: readonly FoundChain[];
}

/**
 * The chains of a project that were made by hand.
 *
 * @returns undefined while they are loading; they never fail as a whole
 */
export const useFoundChains = (namespace: string | undefined): FoundChains | undefined => {
  const read = useChainObjects(namespace);
  return useMemo(() => {
    if (!read) return undefined;
    const chains = foundChainsOf(read.objects).filter(
      (one) => namespace === undefined || concernsProject(one, namespace),
    );
    return { chains, unread: read.unread, stale: read.stale };
  }, [read, namespace]);
};
