import { conflict } from './api-error';
import { fieldOf, isRecord, type Stored } from './object';
import type { ResourceDefinition } from './resource-definition';

/** metav1.DeleteOptions, as far as clients use them. */
export interface RemoveOptions {
  preconditions?: { uid?: string; resourceVersion?: string };
  /** `Background` where it is absent. */
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  dryRun?: boolean;
}

/** Holds a deleted owner until the garbage collector has removed its dependents. */
export const foregroundFinalizer = 'foregroundDeletion';
/** Holds a deleted owner until the garbage collector has freed its dependents. */
export const orphanFinalizer = 'orphan';

const policyFinalizers = {
  Background: [],
  Foreground: [foregroundFinalizer],
  Orphan: [orphanFinalizer],
} as const;

/** The finalizers that a deleted object waits for. */
export const finalizersOnDelete = (
  { metadata: { finalizers = [] } }: Stored,
  { propagationPolicy = 'Background' }: RemoveOptions,
): string[] => [...new Set([...finalizers, ...policyFinalizers[propagationPolicy]])];

/** Namespaces wait for `spec.finalizers` besides their metadata's. */
const hasSpecFinalizers = (object: Stored): boolean => {
  const spec = fieldOf(object, 'spec');
  const finalizers = object.kind === 'Namespace' && isRecord(spec) ? spec.finalizers : [];
  return Array.isArray(finalizers) && finalizers.length > 0;
};

/** Whether a deleted object waits for nothing any more, so that it goes. */
export const isFinal = (object: Stored): boolean =>
  object.metadata.deletionTimestamp !== undefined &&
  (object.metadata.finalizers ?? []).length === 0 &&
  !hasSpecFinalizers(object);

/** @throws ApiError Conflict where the object is not the one that was meant (rest BeforeDelete) */
export const checkPreconditions = (
  definition: ResourceDefinition,
  { metadata }: Stored,
  { preconditions: { uid, resourceVersion } = {} }: RemoveOptions,
): void => {
  if (uid !== undefined && uid !== metadata.uid) {
    throw conflict(
      definition,
      metadata.name,
      `the UID in the precondition (${uid}) does not match the UID in record (${metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion !== undefined && resourceVersion !== metadata.resourceVersion) {
    throw conflict(
      definition,
      metadata.name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${metadata.resourceVersion}). The object might have been modified`,
    );
  }
};
