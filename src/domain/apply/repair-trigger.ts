import { eventListenerKind } from '../../k8s/event-listener';
import { podKind } from '../../k8s/pod';
import type { ClusterVerbs, ResourceRef } from '../cluster-verbs';
import type { EditedObject } from '../edit-plan';
import type { ImageTrigger } from '../image-trigger';
import type { Problem } from '../problem';
import { repairedObjects } from '../repair';
import type { RepairPlan } from '../repair';
import { editWrites } from './edit-writes';
import type { EditWrite } from './edit-writes';
import { WriteFailure, check, perform, problemIn, writeKey } from './perform';
import { readRepair } from './read-repair';
import type { RepairObstacle } from './read-repair';
import { removeBridge, settleEdit } from './settle-edit';

/** How far a repair is with an object. */
export type RepairState = 'pending' | 'checked' | 'created' | 'changed' | 'removed' | 'failed';

export interface RepairOptions {
  /** Of the plugin, kept on what it repairs. */
  readonly version: string;
  /** Told how far each object is that the repair writes, in the order of `repairedObjects`. */
  readonly onReport?: (states: readonly RepairState[]) => void;
}

/** Why a repair ended before it was done. What it had written stays: each write is right by itself. */
export interface RepairFailure {
  readonly outcome: 'failed';
  /** Where the check failed, nothing was written. */
  readonly phase: 'check' | 'write';
  /** What was refused. */
  readonly object: ResourceRef;
  readonly problem: Problem;
  /** Undefined where what is there could not even be read. */
  readonly plan: RepairPlan | undefined;
  /** How many of the plan's objects were written. */
  readonly written: number;
  /** Why the bridge is still there, behind which lanes were to be changed. */
  readonly left?: Problem;
}

export type RepairRehearsal =
  | { readonly outcome: 'ready'; readonly plan: RepairPlan }
  | { readonly outcome: RepairObstacle }
  | RepairFailure;

export type RepairResult =
  | {
      readonly outcome: 'repaired';
      /** Why the bridge is still there. */
      readonly left?: Problem;
    }
  | RepairFailure;

const sharedWrites = (objects: readonly EditedObject[]): EditWrite[] =>
  objects.flatMap(({ change, kind, namespace, name, manifest, found, patch }): EditWrite[] => {
    const ref = { kind, namespace, name };
    const removal = found ? [{ do: 'remove' as const, ref, uid: found.metadata?.uid ?? '' }] : [];
    if (change === 'kept') return [];
    if (change === 'removed') return removal;
    if (manifest) return [...removal, { do: 'create', ref, manifest }];
    return found && patch ? [{ do: 'patch', ref, found, patch }] : [];
  });

/**
 * What a repair writes. What the lanes need comes before them (accounts, roles, the TriggerBinding),
 * and the listener after them: it selects lanes by labels that older ones may lack.
 */
const repairWrites = ({ trigger, runs, own, shared }: RepairPlan, version: string) => {
  const isLast = ({ kind }: EditedObject): boolean =>
    kind === eventListenerKind || kind === podKind;
  return {
    before: sharedWrites([...runs, ...shared.filter((one) => !isLast(one))]),
    own: editWrites({ trigger, plan: own }, { at: trigger.createdAt, version }),
    after: sharedWrites(shared.filter(isLast)),
  };
};

const doneBy: Record<EditWrite['do'], RepairState> = {
  create: 'created',
  patch: 'changed',
  remove: 'removed',
};

/** How far each object of a plan is. */
class Progress {
  private readonly states: Map<string, RepairState>;

  constructor(
    plan: RepairPlan,
    private readonly onReport: RepairOptions['onReport'],
  ) {
    this.states = new Map(repairedObjects(plan).map((one) => [writeKey(one), 'pending']));
  }

  /** What belongs to no object of the plan is a bridge, which comes and goes. */
  set(ref: ResourceRef, state: RepairState): void {
    const key = writeKey(ref);
    if (!this.states.has(key)) return;
    this.states.set(key, state);
    this.onReport?.([...this.states.values()]);
  }

  get written(): number {
    const done = new Set(Object.values(doneBy));
    return [...this.states.values()].filter((state) => done.has(state)).length;
  }
}

const tryWrites = async (
  plan: RepairPlan,
  verbs: ClusterVerbs,
  { version, progress }: { readonly version: string; readonly progress: Progress },
): Promise<void> => {
  const { before, own, after } = repairWrites(plan, version);
  await check([...before, ...own, ...after], verbs, ({ ref }) => progress.set(ref, 'checked'));
};

const failed = (
  error: unknown,
  phase: RepairFailure['phase'],
  { plan, progress }: { readonly plan?: RepairPlan; readonly progress?: Progress },
): RepairFailure => {
  if (!(error instanceof WriteFailure)) throw error;
  const { ref: object, problem } = error;
  progress?.set(object, 'failed');
  return { outcome: 'failed', phase, object, problem, plan, written: progress?.written ?? 0 };
};

/** Reads what there is, and tries by a server dry run what a repair would write. Nothing is written. */
export const rehearseRepair = async (
  ref: Pick<ImageTrigger, 'namespace' | 'name'>,
  verbs: ClusterVerbs,
  { version, onReport }: RepairOptions,
): Promise<RepairRehearsal> => {
  let plan: RepairPlan | undefined;
  let progress: Progress | undefined;
  try {
    const found = await readRepair(ref, verbs, version);
    if (typeof found === 'string') return { outcome: found };
    plan = found;
    progress = new Progress(plan, onReport);
    await tryWrites(plan, verbs, { version, progress });
    return { outcome: 'ready', plan };
  } catch (error) {
    return failed(error, 'check', { plan, progress });
  }
};

/**
 * Writes a repair as it was rehearsed, after one more dry run of all of it. Every patch names the
 * version that the rehearsal has read, so what somebody changed since is a conflict and is not
 * written over. Lanes are changed as an edit changes them, behind a bridge: pushes that come
 * meanwhile run once. A refusal leaves the rest unwritten: what was written is right by itself.
 */
export const repairTrigger = async (
  plan: RepairPlan,
  verbs: ClusterVerbs,
  { version, onReport }: RepairOptions,
): Promise<RepairResult> => {
  const { trigger } = plan;
  const progress = new Progress(plan, onReport);
  const { before, own, after } = repairWrites(plan, version);
  const report = (write: EditWrite): void => progress.set(write.ref, doneBy[write.do]);
  try {
    await tryWrites(plan, verbs, { version, progress });
  } catch (error) {
    return failed(error, 'check', { plan, progress });
  }
  const hasBridge = plan.own.earlier !== undefined;
  const settle = (): Promise<Problem | undefined> => problemIn(() => settleEdit(trigger, verbs));
  try {
    await perform(before, verbs, report);
    await perform(own, verbs, report);
  } catch (error) {
    const left = hasBridge ? await settle() : undefined;
    return { ...failed(error, 'write', { plan, progress }), left };
  }
  const stuck = hasBridge ? await problemIn(() => removeBridge(trigger, verbs)) : undefined;
  const left = stuck && (await settle());
  try {
    await perform(after, verbs, report);
    return { outcome: 'repaired', left };
  } catch (error) {
    return { ...failed(error, 'write', { plan, progress }), left };
  }
};
