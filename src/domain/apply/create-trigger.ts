import type { ClusterVerbs } from '../cluster-verbs';
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

export type CreateResult =
  | { readonly outcome: 'created' }
  | {
      readonly outcome: 'failed';
      /** Where the check failed, nothing was written. */
      readonly phase: 'check' | 'write';
      readonly resource: PlannedResource;
      readonly problem: Problem;
      readonly leftOver: readonly LeftOver[];
    };

export interface CreateOptions {
  readonly version: string;
  readonly by?: string;
  readonly onReport?: (report: ApplyReport) => void;
}

/** Stands in for the activation time until the API server has said what time it is. */
export const unknownTime = '1970-01-01T00:00:00Z';

const failed = (
  error: unknown,
  phase: 'check' | 'write',
  leftOver: readonly LeftOver[],
): CreateResult => {
  if (!(error instanceof StepFailure)) throw error;
  const { resource, problem } = error;
  return { outcome: 'failed', phase, resource, problem, leftOver };
};

/**
 * Creates an image trigger as a transaction: a dry run of everything; the relay's missing parts,
 * lane 1 and what it owns, none of it active; then the lanes' labels, which are the commit. A
 * failure takes back what was written, so that nothing ever half-fires.
 */
export const createTrigger = async (
  draft: CompleteDraft,
  verbs: ClusterVerbs,
  { version, by, onReport }: CreateOptions,
): Promise<CreateResult> => {
  const planAt = (activatedAt: string): PlannedResource[] =>
    triggerPlan(draft, { activatedAt, version, by });
  let activatedAt: string;
  try {
    activatedAt = await checkPlan(new Transaction(planAt(unknownTime), verbs, onReport));
  } catch (error) {
    return failed(error, 'check', []);
  }
  const transaction = new Transaction(planAt(activatedAt), verbs, onReport);
  try {
    await writePlan(transaction);
    await activatePlan(transaction);
    return { outcome: 'created' };
  } catch (error) {
    const watch = { namespace: draft.namespace, streams: draft.stream.namespace };
    return failed(error, 'write', await rollBack(transaction, watch));
  }
};
