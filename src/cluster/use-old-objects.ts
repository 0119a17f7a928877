import { useMemo } from 'react';
import type { OldObjects } from '../domain/take-over/draft-of-chain';
import { loading } from '../domain/watched';
import type { TriggerBinding } from '../k8s/trigger-binding';
import { triggerBindingKind } from '../k8s/trigger-binding';
import { loadedOf, unreadOf, useChainObjects, useChainScope } from './use-chain-objects';
import type { ReadObjects } from './use-chain-objects';
import { useWatchList } from './use-watch';

/** What a chain is taken over from, and what could need parts of it. */
export interface ReadOldObjects extends Omit<ReadObjects, 'objects'> {
  readonly objects: OldObjects;
}

/** The objects of chains of a project with their bindings; undefined while they are loading. */
export const useOldObjects = (namespace: string | undefined): ReadOldObjects | undefined => {
  const read = useChainObjects(namespace);
  const scope = useChainScope(namespace);
  const bindings = useWatchList<TriggerBinding>(
    scope && { kind: triggerBindingKind, ...scope.where },
  );
  return useMemo(
    () =>
      read && bindings.state !== loading.state
        ? {
            ...read,
            objects: { ...read.objects, bindings: loadedOf(bindings) },
            unread: [...read.unread, ...unreadOf(triggerBindingKind, bindings)],
          }
        : undefined,
    [read, bindings],
  );
};
