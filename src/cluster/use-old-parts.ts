import { useMemo } from 'react';
import { oldPartsOf } from '../domain/take-over/old-parts';
import type { OldParts } from '../domain/take-over/old-parts';
import type { TakenChain } from '../domain/take-over/taken-chain';
import type { UnreadKind } from './use-chain-objects';
import { useOldObjects } from './use-old-objects';

/** What is there of a chain that a trigger takes over. */
export interface ReadOldParts extends OldParts {
  /** Kinds that could not be read: nobody can tell then what else needs a part. */
  readonly unread: readonly UnreadKind[];
  /** Whether all projects were looked at for what else needs a part. */
  readonly complete: boolean;
}

/** Live; undefined while it is loading. */
export const useOldParts = (chain: TakenChain): ReadOldParts | undefined => {
  const read = useOldObjects(chain.listener.namespace);
  return useMemo(() => {
    if (!read) return undefined;
    const { objects, unread, complete } = read;
    return { ...oldPartsOf(chain, objects), unread, complete };
  }, [read, chain]);
};
