import type { K8sObject } from '../../src/k8s/resource';
import { deepFreeze, isK8sObject, isRecord, type Stored } from './object';
import type { ResourceDefinition } from './resource-definition';

/** The JSON of a stored object's fields but `apiVersion` and `kind`, made once a version. */
const bodies = new WeakMap<K8sObject, string>();

const isStored = (object: K8sObject): object is Stored =>
  object.metadata?.name !== undefined &&
  object.metadata.uid !== undefined &&
  object.metadata.resourceVersion !== undefined &&
  object.metadata.creationTimestamp !== undefined;

/** An object as the store keeps it: what its JSON says, frozen, with the JSON at hand. */
export const sealed = <T extends K8sObject>(
  definition: ResourceDefinition<T>,
  { apiVersion, kind, ...fields }: K8sObject,
): Stored<T> => {
  const body = JSON.stringify(fields);
  const parsed: unknown = JSON.parse(body);
  const object = { apiVersion, kind, ...(isRecord(parsed) ? parsed : {}) };
  if (!isK8sObject(object) || !isStored(object) || !definition.holds(object)) {
    throw new TypeError(`Not a stored ${definition.kind.kind}: ${body}`);
  }
  bodies.set(object, body);
  return deepFreeze(object);
};

/**
 * The JSON of an object.
 *
 * @param typed false leaves out `apiVersion` and `kind`, as the items of built-in lists do
 */
export const jsonOf = (object: K8sObject, typed = true): string => {
  const body = bodies.get(object);
  if (body === undefined) {
    return JSON.stringify(typed ? object : { ...object, apiVersion: undefined, kind: undefined });
  }
  return typed
    ? `{"apiVersion":${JSON.stringify(object.apiVersion)},"kind":${JSON.stringify(object.kind)},${body.slice(1)}`
    : body;
};
