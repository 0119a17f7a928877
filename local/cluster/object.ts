import type { K8sObject, ObjectMeta } from '../../src/k8s/resource';

/** The metadata of an object that the API server has taken in. */
export interface StoredMeta extends ObjectMeta {
  name: string;
  uid: string;
  resourceVersion: string;
  creationTimestamp: string;
  /** Counts the changes of everything but metadata and status; absent for kinds that do not count. */
  generation?: number;
  finalizers?: string[];
  deletionGracePeriodSeconds?: number;
}

/** An object as the store holds it: typed, identified and deeply frozen. */
export type Stored<T extends K8sObject = K8sObject> = T & {
  apiVersion: string;
  kind: string;
  metadata: StoredMeta;
};

/** What finds an object of a kind; the metadata of a stored object is one. */
export interface ObjectKey {
  readonly name: string;
  readonly namespace?: string;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsentOr = (type: 'string' | 'boolean') => (value: unknown) =>
  value === undefined || typeof value === type;

const isText = isAbsentOr('string');
const isFlag = isAbsentOr('boolean');

const isTextMap = (value: unknown): boolean =>
  value === undefined ||
  (isRecord(value) && Object.values(value).every((entry) => typeof entry === 'string'));

const isOwnerReference = (value: unknown): boolean =>
  isRecord(value) &&
  [value.apiVersion, value.kind, value.name, value.uid].every((one) => typeof one === 'string') &&
  isFlag(value.controller) &&
  isFlag(value.blockOwnerDeletion);

const isListOf = (value: unknown, isItem: (item: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(isItem));

/** Whether a value has the shape of metav1.ObjectMeta, of which every field may be absent. */
const isObjectMeta = (value: unknown): boolean =>
  value === undefined ||
  (isRecord(value) &&
    [value.name, value.generateName, value.namespace, value.uid].every(isText) &&
    [value.resourceVersion, value.creationTimestamp, value.deletionTimestamp].every(isText) &&
    isTextMap(value.labels) &&
    isTextMap(value.annotations) &&
    isListOf(value.finalizers, (item) => typeof item === 'string') &&
    isListOf(value.ownerReferences, isOwnerReference));

/** Whether a parsed JSON value is an API object as far as its type and metadata go. */
export const isK8sObject = (value: unknown): value is K8sObject =>
  isRecord(value) && isText(value.apiVersion) && isText(value.kind) && isObjectMeta(value.metadata);

/** A field that only some kinds have, such as `spec`. */
export const fieldOf = (object: object, field: string): unknown => Reflect.get(object, field);

/** Freezes a JSON value and everything in it, so that a reader cannot change the store. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};
