import type { ClusterVerbs } from '../cluster-verbs';
import { compareObject } from '../comparison';
import type { Comparison } from '../comparison';
import type { CompleteDraft } from '../draft';
import { triggerPlan } from '../plan';
import type { PlannedResource } from '../plan';
import type { Problem } from '../problem';
import { checkPlan } from './check';
import { rollBack } from './roll-back';
import type { LeftOver } from './roll-back';
import { StepFailure, Transaction } from './transaction';
import type { ApplyReport } from './transaction';
import { activatePlan, writePlan } from './write';

/** Why a trigger was not created. */
export interface CreateFailure {
  readonly outcome: 'failed';
  /** Where the check failed, nothing was written. */
  readonly phase: 'check' | 'write';
  readonly resource: PlannedResource;
  readonly problem: Problem;
  readonly leftOver: readonly LeftOver[];
}

export type CreateResult = { readonly outcome: 'created' } | CreateFailure;

export interface CreateOptions {
  readonly version: string;
  readonly by?: string;
  readonly onReport?: (report: ApplyReport) => void;
}

/** Stands in for the activation time until the API server has said what time it is. */
const unknownTime = '1970-01-01T00:00:00Z';

const failed = (
  error: unknown,
  phase: 'check' | 'write',
  leftOver: readonly LeftOver[],
): CreateFailure => {
  if (!(error instanceof StepFailure)) throw error;
  const { resource, problem } = error;
  return { outcome: 'failed', phase, resource, problem, leftOver };
};

export type Rehearsal =
  | {
      readonly outcome: 'ready';
      /** The API server's time. */
      readonly activatedAt: string;
      /** What creating the trigger now would write, or find in place. */
      readonly plan: readonly PlannedResource[];
      /** Parts of the relay that stay as they are, though this version would build them otherwise. */
      readonly kept: readonly Comparison[];
    }
  | CreateFailure;

/**
 * A server dry run of everything that `createTrigger` would write. Nothing is written. What is
 * there of the relay is compared with what it should be: the trigger will run on it as it is.
 */
export const rehearseTrigger = async (
  draft: CompleteDraft,
  verbs: ClusterVerbs,
  { version, by, onReport }: CreateOptions,
): Promise<Rehearsal> => {
  const plan = triggerPlan(draft, { activatedAt: unknownTime, version, by });
  try {
    const transaction = new Transaction(plan, verbs, onReport);
    const activatedAt = await checkPlan(transaction);
    return {
      outcome: 'ready',
      activatedAt,
      plan: triggerPlan(draft, { activatedAt, version, by }),
      kept: [...transaction.kept]
        .map(([resource, found]) => compareObject(resource, found, version))
        .filter(({ state }) => state !== 'same'),
    };
  } catch (error) {
    return failed(error, 'check', []);
  }
};

/**
 * Creates an image trigger as a transaction: a dry run of everything; the relay's missing parts,
 * lane 1 and what it owns, none of it active; then the lanes' labels, which are the commit. A
 * failure takes back what was written, so that nothing ever half-fires.
 */
export const createTrigger = async (
  draft: CompleteDraft,
  verbs: ClusterVerbs,
  options: CreateOptions,
): Promise<CreateResult> => {
  const rehearsal = await rehearseTrigger(draft, verbs, options);
  if (rehearsal.outcome === 'failed') return rehearsal;
  const transaction = new Transaction(rehearsal.plan, verbs, options.onReport);
  try {
    await writePlan(transaction);
    await activatePlan(transaction);
    return { outcome: 'created' };
  } catch (error) {
    const watch = { namespace: draft.namespace, streams: draft.stream.namespace };
    const { version } = options;
    return failed(error, 'write', await rollBack(transaction, { watch, version }));
  }
};
