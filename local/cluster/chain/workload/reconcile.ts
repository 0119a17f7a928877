import { isDeepStrictEqual } from 'node:util';
import type { K8sObject } from '../../../../src/k8s/resource';
import { isApiError } from '../../api-error';
import type { StoreEvent } from '../../event-queue';
import { fieldOf, type ObjectKey, type Stored } from '../../object';
import type { ResourceDefinition } from '../../resource-definition';
import { resources } from '../../resources';
import type { Store } from '../../store';
import type { ChainContext } from '../context';

interface Reconciler<T extends K8sObject> {
  reconcile: (owner: Stored<T>) => void;
  /** Whether a write concerns all owners. */
  concernsAll?: (event: StoreEvent) => boolean;
}

/**
 * Calls `reconcile` for every object of a kind: at once, whenever it is written, whenever a
 * Deployment of its own is, and whenever a write concerns them all.
 *
 * @returns the function that ends it
 */
export const reconcileOwners = <T extends K8sObject>(
  { store, log }: ChainContext,
  owners: ResourceDefinition<T>,
  { reconcile, concernsAll = () => false }: Reconciler<T>,
): (() => void) => {
  const reconcileNamed = (key: ObjectKey) => {
    const owner = store.find(owners, key);
    if (owner === undefined || owner.metadata.deletionTimestamp !== undefined) {
      return;
    }
    try {
      reconcile(owner);
    } catch (error) {
      // The API may refuse a child, in a namespace that is being deleted for one.
      if (!isApiError(error)) {
        throw error;
      }
      log(`${owners.kind.kind} controller`, error.message);
    }
  };
  const reconcileAll = () => {
    store.list(owners).forEach(({ metadata }) => {
      reconcileNamed(metadata);
    });
  };
  reconcileAll();
  return store.watch((event) => {
    if (concernsAll(event)) {
      reconcileAll();
    }
    const { type, definition, object } = event;
    const { namespace = '', ownerReferences } = object.metadata;
    if (definition.kind === owners.kind && type !== 'DELETED') {
      reconcileNamed(object.metadata);
    }
    const owner = ownerReferences?.find(({ kind }) => kind === owners.kind.kind);
    if (definition === resources.deployments && owner !== undefined) {
      reconcileNamed({ namespace, name: owner.name });
    }
  });
};

interface Child extends K8sObject {
  metadata: { name: string; namespace: string };
  spec: Record<string, unknown>;
}

/** Makes a controller's child what it should be: created where it is missing, its spec replaced. */
export const ensure = <T extends K8sObject>(
  store: Store,
  definition: ResourceDefinition<T>,
  child: T & Child,
): Stored<T> => {
  const existing = store.find(definition, child.metadata);
  if (existing === undefined) {
    return store.create(definition, child);
  }
  return isDeepStrictEqual(fieldOf(existing, 'spec'), child.spec)
    ? existing
    : store.update(definition, { ...existing, ...{ spec: child.spec } });
};

/** Writes the status of an object as it now is; nothing where it is gone meanwhile. */
export const report = <T extends K8sObject>(
  store: Store,
  definition: ResourceDefinition<T>,
  { key, status }: { key: ObjectKey; status: (current: Stored<T>) => object },
): void => {
  const current = store.find(definition, key);
  if (current !== undefined) {
    store.updateStatus(definition, { ...current, ...{ status: status(current) } });
  }
};
