import { annotationOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { metadataPath } from './cluster-verbs';
import type { JsonPatch, ResourceRef } from './cluster-verbs';
import type { Comparison } from './comparison';
import { patchOf } from './differences';
import type { EditedObject } from './edit-plan';
import { builderAnnotation } from './marks';

/** Why a repair leaves an object as it is, though this version would build it otherwise. */
export type HeldReason =
  /** A newer version built it. */
  | { readonly code: 'newer' }
  /** Somebody else made it: it has neither the label nor the mark of the plugin. */
  | { readonly code: 'foreign' }
  /** A template that is gone: what its runs did stood nowhere else. */
  | { readonly code: 'run-unknown' }
  /** A listener that reaches lanes of other triggers, of an older version, only as it is. */
  | { readonly code: 'needed'; readonly triggers: number };

/** Says of an object that this version built it. */
const markPatch = (found: K8sObject, version: string): JsonPatch =>
  found.metadata?.annotations === undefined
    ? [{ op: 'add', path: '/metadata/annotations', value: { [builderAnnotation]: version } }]
    : [{ op: 'add', path: metadataPath('annotations', builderAnnotation), value: version }];

/** An object that is there, or is not, and what it is to what this version builds. */
export interface Judged {
  readonly comparison: Comparison;
  readonly found: K8sObject | undefined;
}

/** Why nobody may touch an object that differs; undefined where it can be repaired. */
export const holdOf = ({ comparison: { state }, found }: Judged): HeldReason | undefined => {
  if (state === 'newer') return { code: 'newer' };
  const isMarked = found && annotationOf(found, builderAnnotation) !== undefined;
  return state === 'foreign' && !isMarked ? { code: 'foreign' } : undefined;
};

/** An object that is patched. */
export const changedObject = ({ comparison, found }: Judged, version: string): EditedObject => ({
  kind: comparison.kind,
  namespace: comparison.namespace,
  name: comparison.name,
  change: 'changed',
  differences: comparison.differences,
  found,
  patch: [...patchOf(comparison.differences), ...(found ? markPatch(found, version) : [])],
});

/** An object that stays, or goes. */
export const plainObject = (
  { kind, namespace, name }: ResourceRef,
  change: 'kept' | 'removed',
  found?: K8sObject,
): EditedObject => ({
  kind,
  namespace,
  name,
  change,
  differences: [],
  found,
});
