import { useState } from 'react';
import { consoleVerbs } from '../../cluster/verbs';
import type { ReadOldParts } from '../../cluster/use-old-parts';
import type { ImageTrigger } from '../../domain/image-trigger';
import { problemOf } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import { endTakeOver } from '../../domain/take-over/end-take-over';
import { removeOldParts } from '../../domain/take-over/remove-old-parts';
import type { RemovalResult } from '../../domain/take-over/remove-old-parts';
import type { TakenChain } from '../../domain/take-over/taken-chain';

export type Removing =
  | { readonly step: 'asking' }
  | { readonly step: 'removing' }
  | { readonly step: 'stopped'; readonly result: Extract<RemovalResult, { outcome: 'stopped' }> }
  /** All parts are gone; `problem`: the trigger still says that it takes their place. */
  | { readonly step: 'removed'; readonly problem: Problem | undefined };

/** Removes the old parts of a chain, and then ends its take-over. */
export const useRemoval = (trigger: ImageTrigger, chain: TakenChain | undefined) => {
  const [removing, setRemoving] = useState<Removing>({ step: 'asking' });
  // What was shown stays while it goes.
  const [begun, setBegun] = useState<ReadOldParts>();
  const remove = async (parts: ReadOldParts): Promise<void> => {
    if (!chain) return;
    setBegun(parts);
    setRemoving({ step: 'removing' });
    const result = await removeOldParts(chain, parts.going, consoleVerbs);
    if (result.outcome === 'stopped') {
      setBegun(undefined);
      setRemoving({ step: 'stopped', result });
      return;
    }
    try {
      await endTakeOver(trigger, consoleVerbs);
      setRemoving({ step: 'removed', problem: undefined });
    } catch (error) {
      setRemoving({ step: 'removed', problem: problemOf(error) });
    }
  };
  return { removing, begun, remove: (parts: ReadOldParts) => void remove(parts) };
};
