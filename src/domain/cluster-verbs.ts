import type { K8sObject, Manifest, ResourceKind } from '../k8s/resource';

export type Labels = Readonly<Record<string, string>>;

/** Names an object of the cluster. */
export interface ResourceRef {
  readonly kind: ResourceKind;
  /** Absent for a cluster-scoped kind. */
  readonly namespace?: string;
  readonly name: string;
}

/** A JSON patch (RFC 6902): the only patch type that custom resources and the SDK share. */
export type JsonPatch = (
  { op: 'add' | 'replace' | 'test'; path: string; value: unknown } | { op: 'remove'; path: string }
)[];

/** What an object must be to be removed. */
export interface RemovePreconditions {
  readonly uid: string;
  readonly resourceVersion?: string;
}

/**
 * What the engines do to a cluster. They are handed in, so that a spec, a script and the console
 * run the same engine. Each rejects with a `ClusterError`.
 */
export interface ClusterVerbs {
  /** Undefined where there is no such object. */
  get(ref: ResourceRef): Promise<K8sObject | undefined>;
  /** The objects of a namespace that carry all of these labels. */
  list(kind: ResourceKind, namespace: string, labels: Labels): Promise<K8sObject[]>;
  create(kind: ResourceKind, manifest: Manifest, options?: { dryRun: boolean }): Promise<K8sObject>;
  patch(ref: ResourceRef, patch: JsonPatch, options?: { dryRun: boolean }): Promise<K8sObject>;
  /**
   * An object that is gone already, or was replaced by another of its name, is no error. One that was
   * changed is, where a version is asked for: a conflict.
   */
  remove(ref: ResourceRef, preconditions: RemovePreconditions): Promise<void>;
  /** Lets a moment pass before something is asked again. */
  pause(): Promise<void>;
}

/**
 * Makes a patch fail with a conflict where somebody else has changed the object since it was read.
 * Not a `test`: what fails one is answered like a patch that makes no sense, 422
 * (kubernetes/kubernetes, apiserver pkg/endpoints/handlers/patch.go).
 */
export const unchangedSince = ({ metadata }: K8sObject): JsonPatch => [
  { op: 'replace', path: '/metadata/resourceVersion', value: metadata?.resourceVersion ?? '' },
];

/** A label's or annotation's place in a JSON patch (RFC 6901 escapes). */
export const metadataPath = (field: 'labels' | 'annotations', key: string): string =>
  `/metadata/${field}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
