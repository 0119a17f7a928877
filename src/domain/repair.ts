import { eventListenerKind } from '../k8s/event-listener';
import { annotationOf, labelOf, nameOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import type { Trigger } from '../k8s/trigger';
import { editQuestionsOf } from './access';
import type { AccessQuestion } from './access';
import { metadataPath } from './cluster-verbs';
import type { JsonPatch, ResourceRef } from './cluster-verbs';
import { compareObject } from './comparison';
import type { Comparison } from './comparison';
import { patchOf } from './differences';
import { newLane } from './edit-plan';
import type { EditPlan, EditedObject } from './edit-plan';
import { isSelected } from './event-groups';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { isMeantActive } from './lanes';
import { builderAnnotation, groupLabel, triggerLabel } from './marks';
import { readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import type { Resource } from './relay';
import { agreedFilter, compareTrigger } from './trigger-comparison';

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

export interface HeldObject {
  readonly object: Comparison;
  readonly reason: HeldReason;
}

/** What a repair makes of the objects of a trigger, and of those that it shares. */
export interface RepairPlan {
  /** As it was read; active where it should be. */
  readonly trigger: ImageTrigger;
  /** Of its own objects, as of an edit that changes no rule. */
  readonly own: EditPlan;
  /** In the order in which they are written; the listener comes last, after its own objects. */
  readonly shared: readonly EditedObject[];
  readonly held: readonly HeldObject[];
}

/** What is there of an object that triggers share. */
export interface SharedPart {
  readonly resource: Resource;
  readonly found: K8sObject | undefined;
}

export interface RepairInput {
  /** Without a bridge. */
  readonly trigger: ImageTrigger;
  /** What `sharedWith` names, as far as it can be read. */
  readonly shared: readonly SharedPart[];
  /** All lanes of the namespace. */
  readonly lanes: readonly Trigger[];
  /** The version of this plugin. */
  readonly version: string;
}

const refOf = ({ kind, namespace, name }: ResourceRef): ResourceRef => ({ kind, namespace, name });

/** Says of an object that this version built it. */
const markPatch = (found: K8sObject, version: string): JsonPatch =>
  found.metadata?.annotations === undefined
    ? [{ op: 'add', path: '/metadata/annotations', value: { [builderAnnotation]: version } }]
    : [{ op: 'add', path: metadataPath('annotations', builderAnnotation), value: version }];

/** What cannot be patched: a RoleBinding never changes its Role (validation of rbac/v1). */
const isFixed = ({ path }: { readonly path: string }): boolean => /^\/roleRef(?:\/|$)/.test(path);

interface Judged {
  readonly comparison: Comparison;
  readonly found: K8sObject | undefined;
}

/** Why nobody may touch an object that differs; undefined where it can be repaired. */
const holdOf = ({ comparison: { state }, found }: Judged): HeldReason | undefined => {
  if (state === 'newer') return { code: 'newer' };
  const isMarked = found && annotationOf(found, builderAnnotation) !== undefined;
  return state === 'foreign' && !isMarked ? { code: 'foreign' } : undefined;
};

const changed = ({ comparison, found }: Judged, version: string): EditedObject => ({
  ...refOf(comparison),
  change: 'changed',
  differences: comparison.differences,
  found,
  patch: [...patchOf(comparison.differences), ...(found ? markPatch(found, version) : [])],
});

const plain = (comparison: Comparison, change: 'kept' | 'removed', found?: K8sObject) => ({
  ...refOf(comparison),
  change,
  differences: [],
  found,
});

/** What a repair makes of one of its own objects; a reason where it must leave it. */
const ownObject = (
  { comparison, found }: Judged,
  { trigger, version }: RepairInput,
  filter: PushFilter,
): EditedObject | HeldReason => {
  const { kind, name, state } = comparison;
  const held = holdOf({ comparison, found });
  if (held) return held;
  if (state === 'same') return plain(comparison, 'kept', found);
  if (state === 'extra') return plain(comparison, 'removed', found);
  if (kind !== triggerKind)
    return runOfTemplate(trigger.objects.template)
      ? changed({ comparison, found }, version)
      : { code: 'run-unknown' };
  if (found) return changed({ comparison, found }, version);
  const lane = Number(name.slice(trigger.name.length + 1)) - 1;
  const manifest = newLane(trigger, { ...filter, lane }, version);
  return { ...refOf(comparison), change: 'new', differences: [], manifest };
};

const ownObjects = (input: RepairInput, filter: PushFilter) => {
  const { lanes, template } = input.trigger.objects;
  const found = new Map<string, K8sObject>(lanes.map((lane) => [nameOf(lane), lane]));
  return compareTrigger(input.trigger, input.version).map((comparison) => {
    const there = comparison.kind === triggerKind ? found.get(comparison.name) : template;
    return { comparison, made: ownObject({ comparison, found: there }, input, filter) };
  });
};

const sharedObject = (
  { resource, found }: SharedPart,
  comparison: Comparison,
  version: string,
): EditedObject | HeldReason => {
  const held = holdOf({ comparison, found });
  if (held) return held;
  if (comparison.state === 'same') return plain(comparison, 'kept', found);
  const { manifest } = resource;
  if (!found) return { ...refOf(comparison), change: 'new', differences: [], manifest };
  const made = changed({ comparison, found }, version);
  return comparison.differences.some(isFixed) ? { ...made, manifest } : made;
};

/** Other triggers with a lane that is active, and that a listener of this version would not select. */
const leftOut = ({ trigger, lanes }: RepairInput): number => {
  const names = lanes.flatMap((lane) => {
    const name = labelOf(lane, triggerLabel);
    if (name === undefined || name === trigger.name || !isSelected(lane, undefined)) return [];
    const stream = readPushFilter(name, lane.spec?.interceptors)?.stream.name;
    const isReached = isSelected(lane, stream) && labelOf(lane, groupLabel) !== undefined;
    return isReached ? [] : [name];
  });
  return new Set(names).size;
};

const sharedObjects = (input: RepairInput) => {
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

const changesFilters = ({ kind, differences }: EditedObject): boolean =>
  kind === triggerKind && differences.some(({ path }) => path.startsWith('/spec/interceptors'));

/**
 * What makes a trigger, and what it shares, what this version builds: from the filter on which its
 * lanes agree, so that rule, activation time and the names of its runs stay. What its runs do stays
 * as well. Undefined where its lanes do not say what they should be.
 */
export const repairPlan = (input: RepairInput): RepairPlan | undefined => {
  const filter = agreedFilter(input.trigger);
  if (!filter) return undefined;
  const active = isMeantActive(input.trigger) ? 'all' : 'none';
  const trigger: ImageTrigger = { ...input.trigger, active };
  const own = ownObjects({ ...input, trigger }, filter);
  const shared = sharedObjects(input);
  const madeOf = (all: typeof own): EditedObject[] =>
    all.flatMap(({ made }) => ('change' in made ? [made] : []));
  const objects = madeOf(own);
  return {
    trigger,
    own: {
      objects,
      earlier: objects.some(changesFilters) ? filter : undefined,
      earlierRule: undefined,
      run: undefined,
    },
    shared: madeOf(shared),
    held: [...own, ...shared].flatMap(({ comparison, made }) =>
      'code' in made ? [{ object: comparison, reason: made }] : [],
    ),
  };
};

/** What a repair writes, in the order in which it is shown: what is shared first. */
export const repairedObjects = ({ own, shared }: RepairPlan): EditedObject[] =>
  [...shared, ...own.objects].filter(({ change }) => change !== 'kept');

/** What a user must be allowed to do to write a repair. */
export const repairQuestionsOf = ({ own, shared }: RepairPlan): AccessQuestion[] =>
  editQuestionsOf({ ...own, objects: [...shared, ...own.objects] });

/** The names under which the lanes of a trigger should be, and are not. */
export const missingLanes = (trigger: ImageTrigger, version: string): string[] =>
  compareTrigger(trigger, version)
    .filter(({ kind, state }) => kind === triggerKind && state === 'missing')
    .map(({ name }) => name);
