import { apiVersionOf, nameOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { serviceAccountKind } from '../k8s/service-account';
import { triggerKind } from '../k8s/trigger';
import { editQuestionsOf } from './access';
import type { AccessQuestion } from './access';
import type { Comparison } from './comparison';
import { newLane } from './edit-plan';
import type { EditPlan, EditedObject } from './edit-plan';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { isMeantActive } from './lanes';
import type { PushFilter } from './push-filter';
import { changedObject, holdOf, plainObject } from './repair-object';
import type { HeldReason, Judged } from './repair-object';
import { lostPods, sharedObjects } from './repair-shared';
import type { SharedInput } from './repair-shared';
import { agreedFilter, compareTrigger } from './trigger-comparison';

/** An object that a repair leaves as it is. */
export interface HeldObject {
  readonly object: Comparison;
  readonly reason: HeldReason;
}

/** What a repair makes of the objects of a trigger, and of those that it shares. */
export interface RepairPlan {
  /** As it was read; active where it should be. */
  readonly trigger: ImageTrigger;
  /** What its runs need, and is gone: the ServiceAccount that the template names. */
  readonly runs: readonly EditedObject[];
  /** Of its own objects, as of an edit that changes no rule. */
  readonly own: EditPlan;
  /**
   * In the order in which they are written: the listener comes after the trigger's own objects, and
   * last go the pods of an account that is made anew.
   */
  readonly shared: readonly EditedObject[];
  readonly held: readonly HeldObject[];
}

/** What a repair makes of one of its own objects; a reason where it must leave it. */
const ownObject = (
  { comparison, found }: Judged,
  { trigger, version }: SharedInput,
  filter: PushFilter,
): EditedObject | HeldReason => {
  const { kind, name, state } = comparison;
  const held = holdOf({ comparison, found });
  if (held) return held;
  if (state === 'same') return plainObject(comparison, 'kept', found);
  if (state === 'extra') return plainObject(comparison, 'removed', found);
  if (kind !== triggerKind)
    return runOfTemplate(trigger.objects.template)
      ? changedObject({ comparison, found }, version)
      : { code: 'run-unknown' };
  if (found) return changedObject({ comparison, found }, version);
  const lane = Number(name.slice(trigger.name.length + 1)) - 1;
  const manifest = newLane(trigger, { ...filter, lane }, version);
  return { kind, namespace: trigger.namespace, name, change: 'new', differences: [], manifest };
};

const ownObjects = (input: SharedInput, filter: PushFilter) => {
  const { lanes, template } = input.trigger.objects;
  const found = new Map<string, K8sObject>(lanes.map((lane) => [nameOf(lane), lane]));
  return compareTrigger(input.trigger, input.version).map((comparison) => {
    const there = comparison.kind === triggerKind ? found.get(comparison.name) : template;
    return { comparison, made: ownObject({ comparison, found: there }, input, filter) };
  });
};

const changesFilters = ({ kind, differences }: EditedObject): boolean =>
  kind === triggerKind && differences.some(({ path }) => path.startsWith('/spec/interceptors'));

/** The account of the runs as it can be made anew: it is the user's, so it gets no mark of ours. */
const lostAccount = ({
  trigger: { namespace },
  lostAccount: name,
}: SharedInput): EditedObject[] => {
  if (name === undefined) return [];
  const kind = serviceAccountKind;
  const metadata = { name, namespace };
  const manifest = { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata };
  return [{ kind, namespace, name, change: 'new', differences: [], manifest }];
};

/**
 * What makes a trigger, and what it shares, what this version builds: from the filter on which its
 * lanes agree, so that rule, activation time and the names of its runs stay. What its runs do stays
 * as well. The trigger must have no bridge. Undefined where its lanes do not say what they should be.
 */
export const repairPlan = (input: SharedInput): RepairPlan | undefined => {
  const filter = agreedFilter(input.trigger);
  if (!filter) return undefined;
  const active = isMeantActive(input.trigger) ? 'all' : 'none';
  const trigger: ImageTrigger = { ...input.trigger, active };
  const own = ownObjects({ ...input, trigger }, filter);
  const shared = sharedObjects(input);
  const madeOf = (all: typeof own): EditedObject[] =>
    all.flatMap(({ made }) => ('change' in made ? [made] : []));
  const objects = madeOf(own);
  const made = madeOf(shared);
  return {
    trigger,
    runs: lostAccount(input),
    own: {
      objects,
      earlier: objects.some(changesFilters) ? filter : undefined,
      logged: undefined,
      run: undefined,
    },
    shared: [...made, ...lostPods(input.pods, made)],
    held: [...own, ...shared].flatMap(({ comparison, made }) =>
      'code' in made ? [{ object: comparison, reason: made }] : [],
    ),
  };
};

/** What a repair writes, in the order in which it is shown: what is shared comes before its own. */
export const repairedObjects = ({ runs, own, shared }: RepairPlan): EditedObject[] =>
  [...runs, ...shared, ...own.objects].filter(({ change }) => change !== 'kept');

/** What a user must be allowed to do to write a repair. */
export const repairQuestionsOf = ({ runs, own, shared }: RepairPlan): AccessQuestion[] =>
  editQuestionsOf({ ...own, objects: [...runs, ...shared, ...own.objects] });

/** The names under which the lanes of a trigger should be, and are not. */
export const missingLanes = (trigger: ImageTrigger, version: string): string[] =>
  compareTrigger(trigger, version)
    .filter(({ kind, state }) => kind === triggerKind && state === 'missing')
    .map(({ name }) => name);
