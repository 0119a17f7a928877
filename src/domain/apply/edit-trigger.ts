import { lastSwitch } from '../activity';
import type { ClusterVerbs, ResourceRef } from '../cluster-verbs';
import type { CompleteDraft } from '../draft';
import { changesSomething, editPlan } from '../edit-plan';
import type { EditPlanOptions } from '../edit-plan';
import type { ImageTrigger } from '../image-trigger';
import type { Problem } from '../problem';
import { serverTime } from '../server-time';
import { triggerKind } from '../../k8s/trigger';
import { bridgeOf, editWrites } from './edit-writes';
import type { PlannedEdit } from './edit-writes';
import { WriteFailure, attempt, check, perform, problemIn } from './perform';
import { readTrigger, removeBridge, settleEdit } from './settle-edit';

export interface Edit {
  /** What the draft was read from: what somebody has changed since then is a conflict. */
  readonly base: ImageTrigger;
  readonly draft: CompleteDraft;
}

export interface EditOptions {
  readonly version: string;
  readonly by?: string;
}

/** Why a trigger was not changed. */
export interface EditFailure {
  readonly outcome: 'failed';
  /** Where the check failed, nothing was written. */
  readonly phase: 'check' | 'write';
  /** What was refused. */
  readonly object: ResourceRef;
  readonly problem: Problem;
  /** The template that was gone is there again; the tag rule is what it was. */
  readonly made?: true;
  /** Why the trigger could not be made what it was before. Its old rule is still active. */
  readonly left?: Problem;
  /** What would have been written, where that is what was refused. */
  readonly planned?: PlannedEdit;
}

/** Why an edit cannot even be checked. */
type EditObstacle =
  /** Somebody else has changed the trigger. */
  | { readonly outcome: 'conflict'; readonly theirs: ImageTrigger }
  /** There is a bridge: somebody edits the trigger, or did and never ended it. */
  | { readonly outcome: 'unfinished' }
  | { readonly outcome: 'gone' };

export type EditRehearsal =
  ({ readonly outcome: 'ready' } & PlannedEdit) | EditObstacle | EditFailure;

export type EditResult =
  | {
      readonly outcome: 'saved';
      /** Why the bridge is still there; it runs the old rule as well. */
      readonly left?: Problem;
    }
  | EditObstacle
  | EditFailure;

/** What a trigger means to whoever edits it. When it was activated is not part of that. */
const meaningOf = ({ binding, active, objects }: ImageTrigger): string =>
  JSON.stringify([binding, active, objects.template?.spec]);

const refOfRoot = ({ namespace, name }: ImageTrigger): ResourceRef => ({
  kind: triggerKind,
  namespace,
  name,
});

const obstacleOf = (
  current: ImageTrigger | undefined,
  { base }: Edit,
): EditObstacle | undefined => {
  if (current?.uid !== base.uid) return { outcome: 'gone' };
  if (current.objects.bridge.length > 0) return { outcome: 'unfinished' };
  return meaningOf(current) === meaningOf(base)
    ? undefined
    : { outcome: 'conflict', theirs: current };
};

const failed = (error: unknown, phase: EditFailure['phase'], left?: Problem): EditFailure => {
  if (!(error instanceof WriteFailure)) throw error;
  return { outcome: 'failed', phase, object: error.ref, problem: error.problem, left };
};

const planOf = (trigger: ImageTrigger, { draft }: Edit, options: EditPlanOptions): PlannedEdit => ({
  trigger,
  plan: editPlan(trigger, draft, options),
});

/**
 * A server dry run of everything that `editTrigger` would write; nothing is written. What is there
 * is read first: where somebody changed the trigger since `base`, the answer is a conflict.
 */
export const rehearseEdit = async (
  edit: Edit,
  verbs: ClusterVerbs,
  options: EditOptions,
): Promise<EditRehearsal> => {
  let planned: PlannedEdit | undefined;
  try {
    const current = await attempt(refOfRoot(edit.base), () => readTrigger(edit.base, verbs));
    const obstacle = obstacleOf(current, edit);
    if (obstacle || !current) return obstacle ?? { outcome: 'gone' };
    planned = planOf(current, edit, { ...options, at: current.createdAt });
    if (changesSomething(planned.plan)) {
      const stamp = { at: current.createdAt, ...options };
      await check(editWrites(planned, stamp), verbs);
    }
    return { outcome: 'ready', ...planned };
  } catch (error) {
    return { ...failed(error, 'check'), planned };
  }
};

/**
 * Puts the bridge back that somebody took away in the middle of an edit, as a pause does: it alone
 * says what the lanes were.
 */
const mendBridge = async (
  edit: PlannedEdit,
  verbs: ClusterVerbs,
  version: string,
): Promise<void> => {
  const now = await readTrigger(edit.trigger, verbs);
  if (!now || now.objects.bridge.length > 0) return;
  const spec = JSON.stringify(now.objects.template?.spec);
  if (now.binding && spec === JSON.stringify(edit.trigger.objects.template?.spec)) return;
  const isPaused = lastSwitch(now.activity)?.state === 'paused';
  const trigger: ImageTrigger = { ...edit.trigger, active: isPaused ? 'none' : 'all' };
  for (const manifest of bridgeOf({ ...edit, trigger }, version))
    await verbs.create(triggerKind, manifest);
};

/** Whether the trigger is what the edit wanted: lane 1, the last that is written, says so. */
const isSaved = (now: ImageTrigger, { draft }: Edit, options: EditOptions): boolean =>
  !changesSomething(editPlan(now, draft, { ...options, at: now.createdAt }));

/** Takes back what an edit wrote, and says what came of it, by what is there then. */
const takeBack = async (
  error: WriteFailure,
  { edit, planned, options }: { edit: Edit; planned: PlannedEdit; options: EditOptions },
  verbs: ClusterVerbs,
): Promise<EditResult> => {
  const { ref, problem } = error;
  const bridge = bridgeOf(planned, options.version);
  const isTheirs = bridge.some(({ metadata }) => metadata.name === ref.name);
  // Of two edits at once, the bridge that is there first is the other's, and is needed.
  if (isTheirs && problem.code === 'already-exists') return { outcome: 'unfinished' };
  const left = await problemIn(async () => {
    await mendBridge(planned, verbs, options.version);
    await settleEdit(edit.base, verbs);
  });
  let now: ImageTrigger | undefined;
  const unread = await problemIn(async () => {
    now = await readTrigger(edit.base, verbs);
  });
  if (unread) return failed(error, 'write', left ?? unread);
  if (now && isSaved(now, edit, options)) return { outcome: 'saved', left };
  const obstacle = obstacleOf(now, edit);
  return obstacle && obstacle.outcome !== 'unfinished' ? obstacle : failed(error, 'write', left);
};

const writeEdit = async (
  edit: Edit,
  verbs: ClusterVerbs,
  options: EditOptions,
): Promise<EditResult> => {
  const rehearsed = await rehearseEdit(edit, verbs, options);
  if (rehearsed.outcome !== 'ready') return rehearsed;
  const { trigger } = rehearsed;
  let planned: PlannedEdit = rehearsed;
  try {
    const at = rehearsed.plan.earlier
      ? await attempt(refOfRoot(trigger), () => serverTime(trigger, verbs))
      : trigger.createdAt;
    planned = planOf(trigger, edit, { ...options, at });
    await perform(editWrites(planned, { at, ...options }), verbs);
  } catch (error) {
    if (!(error instanceof WriteFailure)) throw error;
    return takeBack(error, { edit, planned, options }, verbs);
  }
  const first = await problemIn(() => removeBridge(trigger, verbs));
  const left = first && (await problemIn(() => settleEdit(trigger, verbs)));
  return { outcome: 'saved', left };
};

/**
 * Changes an image trigger. Pushes that come meanwhile run as they would have before or as they will
 * after, once each. A refusal takes back what was written; what the browser leaves behind that is
 * closed half-way says itself how to end it (`settleEdit`). What somebody else changes is never
 * written over: every patch names the version that it is made for.
 *
 * Without a template nothing runs, and nothing could be put back: it is made first, under the rule
 * as it is, and then the rule is changed.
 */
export const editTrigger = async (
  edit: Edit,
  verbs: ClusterVerbs,
  options: EditOptions,
): Promise<EditResult> => {
  const { base, draft } = edit;
  if (base.objects.template || !base.binding) return writeEdit(edit, verbs, options);
  const { rule, naming } = base.binding;
  const first = { base, draft: { ...draft, rule, policy: naming.policy } };
  const made = await writeEdit(first, verbs, options);
  if (made.outcome !== 'saved') return made;
  let now: ImageTrigger | undefined;
  const problem = await problemIn(async () => {
    now = await readTrigger(base, verbs);
  });
  if (problem)
    return { outcome: 'failed', phase: 'write', object: refOfRoot(base), problem, made: true };
  if (!now) return { outcome: 'gone' };
  const result = await writeEdit({ base: now, draft }, verbs, options);
  return result.outcome === 'failed' ? { ...result, phase: 'write', made: true } : result;
};
