/** What tells one API kind from another, in the form that the console's SDK takes as a model. */
export interface ResourceKind {
  /** Absent for the core group. */
  readonly apiGroup?: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** The letters of the console's resource badge. */
  readonly abbr: string;
  readonly label: string;
  readonly labelPlural: string;
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Which fields a client has written last. */
export interface ManagedFields {
  manager?: string;
  /** A tree whose keys are `f:` and the name of a field; a leaf is an empty object. */
  fieldsV1?: object;
}

/** The fields of metav1.ObjectMeta that this plugin reads or writes. */
export interface ObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  /** RFC 3339 with a resolution of one second, by the API server's clock. */
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  managedFields?: ManagedFields[];
}

/** Any object of the Kubernetes API, as it is sent and received. */
export interface K8sObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
}

/** An object that is about to be written: its kind and its name are known. */
export interface Manifest extends K8sObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta & { name: string };
}

/** A condition of a status, in the shape that Tekton, Knative and Kubernetes share. */
export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

/** The `apiVersion` of objects of a kind: `group/version`, or `version` in the core group. */
export const apiVersionOf = ({
  apiGroup,
  apiVersion,
}: Pick<ResourceKind, 'apiGroup' | 'apiVersion'>): string =>
  apiGroup === undefined ? apiVersion : `${apiGroup}/${apiVersion}`;

/** The kind in the form that the SDK's watches and links take. */
export const groupVersionKindOf = ({
  apiGroup,
  apiVersion,
  kind,
}: ResourceKind): { group?: string; version: string; kind: string } => ({
  ...(apiGroup === undefined ? {} : { group: apiGroup }),
  version: apiVersion,
  kind,
});

/** The name of an object; empty for an object that has none (yet). */
export const nameOf = (object: K8sObject): string => object.metadata?.name ?? '';

/** The namespace of an object; empty for a cluster-scoped one. */
export const namespaceOf = (object: K8sObject): string => object.metadata?.namespace ?? '';

/** `namespace/name`: unique among the objects of a kind. */
export const keyOf = (object: K8sObject): string => `${namespaceOf(object)}/${nameOf(object)}`;

export const labelOf = (object: K8sObject, key: string): string | undefined =>
  object.metadata?.labels?.[key];

export const annotationOf = (object: K8sObject, key: string): string | undefined =>
  object.metadata?.annotations?.[key];

/** The condition of a type, or undefined where no controller has reported it. */
export const conditionOf = (
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined => conditions?.find((condition) => condition.type === type);
