import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { nameOf, type K8sObject } from '../../src/k8s/resource';
import { conflict, invalid, invalidValue } from './api-error';
import type { Clock } from './clock';
import { fieldOf, type ObjectKey, type Stored } from './object';
import { writtenMetaOf } from './object-meta';
import type { ResourceDefinition } from './resource-definition';

/** An object's fields but its status; `undefined` fields do not reach the JSON. */
const withoutStatus = ({ status }: ResourceDefinition, object: K8sObject): K8sObject =>
  status ? { ...object, ...{ status: undefined } } : object;

export interface WriteOptions {
  /** Checks everything and answers the would-be object, but keeps nothing. */
  dryRun?: boolean;
  /** Writes the status as well, as an API server may that serves the kind itself. */
  whole?: boolean;
}

/** A new object with what the API server decides of it (apiserver rest BeforeCreate). */
export const createdObject = (
  definition: ResourceDefinition,
  object: K8sObject,
  { name, namespace, clock, whole }: ObjectKey & { clock: Clock; whole: boolean },
): K8sObject => ({
  ...(whole ? object : withoutStatus(definition, object)),
  metadata: {
    name,
    generateName: object.metadata?.generateName,
    ...(namespace === undefined ? {} : { namespace }),
    uid: randomUUID(),
    resourceVersion: '',
    ...(definition.counted ? { generation: 1 } : {}),
    creationTimestamp: clock.timestamp(),
    ...writtenMetaOf(object),
  },
});

/** An update's object with what it cannot change taken from the existing one (BeforeUpdate). */
export const updatedObject = (
  definition: ResourceDefinition,
  object: K8sObject,
  { existing, whole }: { existing: Stored; whole: boolean },
): K8sObject & { metadata: ObjectKey } => {
  const replaceable = {
    labels: undefined,
    annotations: undefined,
    ownerReferences: undefined,
    finalizers: undefined,
  };
  return {
    ...object,
    metadata: { ...existing.metadata, ...replaceable, ...writtenMetaOf(object) },
    ...(definition.status && !whole ? { status: fieldOf(existing, 'status') } : {}),
  };
};

/** Whether an update must say which version it changes (AllowUnconditionalUpdate is false). */
const needsVersion = ({ custom, kind }: ResourceDefinition): boolean =>
  custom || kind.apiGroup === 'image.openshift.io';

/** A binding keeps its role (kubernetes pkg/apis/rbac/validation, ValidateRoleBindingUpdate). */
const checkRoleRef = (
  definition: ResourceDefinition,
  object: K8sObject,
  existing: Stored,
): void => {
  const roleRef = fieldOf(object, 'roleRef');
  if (!isDeepStrictEqual(roleRef, fieldOf(existing, 'roleRef')))
    throw invalid(definition, existing.metadata.name, [
      invalidValue('roleRef', roleRef, 'cannot change roleRef'),
    ]);
};

/**
 * @throws ApiError Invalid or Conflict where the writer has not seen the existing object, or changes
 * what never changes
 */
export const checkUpdate = (
  definition: ResourceDefinition,
  object: K8sObject,
  existing: Stored,
): void => {
  const { uid, resourceVersion = '' } = object.metadata ?? {};
  const { name } = existing.metadata;
  if (resourceVersion === '' && needsVersion(definition)) {
    const rule = 'must be specified for an update';
    // The real server names the resource, where other errors of this form name the kind.
    const { kind } = definition;
    const named = { ...definition, kind: { ...kind, kind: kind.plural } };
    throw invalid(named, name, [invalidValue('metadata.resourceVersion', 0, rule)]);
  }
  if (uid !== undefined && uid !== existing.metadata.uid) {
    const cause = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${existing.metadata.uid}`;
    throw conflict(definition, name, cause);
  }
  if (resourceVersion !== '' && resourceVersion !== existing.metadata.resourceVersion) {
    throw conflict(definition, name);
  }
  checkRoleRef(definition, object, existing);
};

const contentOf = (definition: ResourceDefinition, object: K8sObject): K8sObject => ({
  ...withoutStatus(definition, object),
  metadata: undefined,
});

/** The updated object, with one generation more if more than its metadata or status changed. */
export const counted = <T extends K8sObject>(
  definition: ResourceDefinition,
  updated: Stored<T>,
  existing: Stored,
): Stored<T> => {
  const { generation } = existing.metadata;
  const same = isDeepStrictEqual(contentOf(definition, updated), contentOf(definition, existing));
  return generation === undefined || same
    ? updated
    : { ...updated, metadata: { ...updated.metadata, generation: generation + 1 } };
};

/** The key that a writer means by an object's metadata. */
export const keyOf = (object: K8sObject): ObjectKey => ({
  name: nameOf(object),
  ...(object.metadata?.namespace === undefined ? {} : { namespace: object.metadata.namespace }),
});
