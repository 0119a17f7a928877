import { eventListenerKind } from '../k8s/event-listener';
import { podKind } from '../k8s/pod';
import type { Pod } from '../k8s/pod';
import { labelOf, nameOf, namespaceOf } from '../k8s/resource';
import type { K8sObject, Manifest } from '../k8s/resource';
import { serviceAccountKind } from '../k8s/service-account';
import type { Trigger } from '../k8s/trigger';
import { compareObject } from './comparison';
import type { Comparison } from './comparison';
import type { EditedObject } from './edit-plan';
import { isSelected } from './event-groups';
import type { ImageTrigger } from './image-trigger';
import { groupLabel, triggerLabel } from './marks';
import { readPushFilter } from './push-filter';
import { refOf } from './relay';
import type { Resource } from './relay';
import { changedObject, holdOf, plainObject } from './repair-object';
import type { HeldReason } from './repair-object';

/** What is there of an object that triggers share. */
export interface SharedPart {
  readonly resource: Resource;
  readonly found: K8sObject | undefined;
}

/** What a repair must know of what a trigger shares. */
export interface SharedInput {
  readonly trigger: ImageTrigger;
  /** What `sharedWith` names, as far as it can be read. */
  readonly shared: readonly SharedPart[];
  /** Of the listener and the sources, where an account is missing. */
  readonly pods: readonly Pod[];
  /** The ServiceAccount that the template names for the runs, where there is none. */
  readonly lostAccount: string | undefined;
  /** All lanes of the namespace. */
  readonly lanes: readonly Trigger[];
  /** The version of this plugin. */
  readonly version: string;
}

/** What cannot be patched: a RoleBinding never changes its Role (validation of rbac/v1). */
const isFixed = ({ path }: { readonly path: string }): boolean => /^\/roleRef(?:\/|$)/.test(path);

/** An object that is made anew, with what others have put on the one that goes. */
const withMarksOf = (manifest: Manifest, { metadata }: K8sObject): Manifest => ({
  ...manifest,
  metadata: {
    ...manifest.metadata,
    labels: { ...metadata?.labels, ...manifest.metadata.labels },
    annotations: { ...metadata?.annotations, ...manifest.metadata.annotations },
  },
});

const sharedObject = (
  { resource, found }: SharedPart,
  comparison: Comparison,
  version: string,
): EditedObject | HeldReason => {
  const held = holdOf({ comparison, found });
  if (held) return held;
  if (comparison.state === 'same') return plainObject(comparison, 'kept', found);
  const { manifest } = resource;
  if (!found) return { ...refOf(resource), change: 'new', differences: [], manifest };
  const made = changedObject({ comparison, found }, version);
  return comparison.differences.some(isFixed)
    ? { ...made, manifest: withMarksOf(manifest, found) }
    : made;
};

/** Other triggers with a lane that is active, and that a listener of this version would not select. */
const leftOut = ({ trigger, lanes }: SharedInput): number => {
  const names = lanes.flatMap((lane) => {
    const name = labelOf(lane, triggerLabel);
    if (name === undefined || name === trigger.name || !isSelected(lane, undefined)) return [];
    const stream = readPushFilter(name, lane.spec?.interceptors)?.stream;
    const isReached = isSelected(lane, stream) && labelOf(lane, groupLabel) !== undefined;
    return isReached ? [] : [name];
  });
  return new Set(names).size;
};

/** What a repair makes of each, or why it leaves it; the listener comes last. */
export const sharedObjects = (input: SharedInput) => {
  const all = input.shared.map((part) => {
    const comparison = compareObject(part.resource, part.found, input.version);
    const made = sharedObject(part, comparison, input.version);
    const triggers =
      comparison.kind === eventListenerKind && 'change' in made && made.change === 'changed'
        ? leftOut(input)
        : 0;
    return { comparison, made: triggers > 0 ? { code: 'needed' as const, triggers } : made };
  });
  const isListener = ({ comparison: { kind } }: (typeof all)[number]): boolean =>
    kind === eventListenerKind;
  return [...all.filter((one) => !isListener(one)), ...all.filter(isListener)];
};

/**
 * The pods that ran as an account that is made anew. Their token is of the one that is gone, for as
 * long as it is valid, an hour and more: every request of theirs is answered 401 until then
 * (kubernetes/kubernetes pkg/serviceaccount/claims.go, Validate, compares the uid).
 */
export const lostPods = (pods: readonly Pod[], shared: readonly EditedObject[]): EditedObject[] => {
  const accounts = new Set(
    shared
      .filter(({ kind, change }) => kind === serviceAccountKind && change === 'new')
      .map(({ name }) => name),
  );
  return pods
    .filter(({ spec }) => accounts.has(spec?.serviceAccountName ?? ''))
    .map((pod) =>
      plainObject(
        { kind: podKind, namespace: namespaceOf(pod), name: nameOf(pod) },
        'removed',
        pod,
      ),
    );
};
