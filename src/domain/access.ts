import type { ResourceKind } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import type { ApplyReport } from './apply/transaction';
import type { EditPlan } from './edit-plan';
import type { PlannedResource } from './plan';

/** A question to the API server: may the user do this? */
export interface AccessQuestion {
  readonly kind: ResourceKind;
  readonly verb: 'create' | 'list' | 'patch' | 'delete';
  readonly namespace: string | undefined;
  /** Of the object, where it is not about the object itself. */
  readonly subresource?: 'proxy';
}

/** What a rehearsal has not found in place: the rest is never written, so it takes no rights. */
export const missingParts = ({ plan, states }: ApplyReport): PlannedResource[] =>
  plan.filter((_, index) => states[index] !== 'kept');

const keyOf = ({ kind, verb, namespace }: AccessQuestion): string =>
  `${verb} ${kind.plural}.${kind.apiGroup ?? ''} ${namespace ?? ''}`;

/**
 * What a user must be allowed to do to write a plan and to take it back where it fails, each
 * question once, in the plan's order.
 */
export const accessQuestionsOf = (plan: readonly PlannedResource[]): AccessQuestion[] => {
  const questions = plan.flatMap(({ kind, manifest }): AccessQuestion[] => {
    const { namespace } = manifest.metadata;
    return [
      { kind, verb: 'list', namespace },
      { kind, verb: 'create', namespace },
      ...(kind === triggerKind ? [{ kind, verb: 'patch' as const, namespace }] : []),
      { kind, verb: 'delete', namespace },
    ];
  });
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
};

/** Whether something that a plan takes is among what the user may not do. */
export const isDenied = (
  plan: readonly PlannedResource[],
  denied: readonly AccessQuestion[],
): boolean => {
  const keys = new Set(denied.map(keyOf));
  return accessQuestionsOf(plan).some((question) => keys.has(keyOf(question)));
};

/** What a user must be allowed to do to write an edit, and to take it back where it fails. */
export const editQuestionsOf = ({
  objects,
  earlier,
}: Pick<EditPlan, 'objects' | 'earlier'>): AccessQuestion[] => {
  const questions = objects
    .filter(({ change }) => change !== 'kept')
    .flatMap(({ kind, namespace, change, manifest }): AccessQuestion[] => {
      // A bridge comes and goes where filters change.
      const isBridged = kind === triggerKind && earlier !== undefined;
      const isRemade = change === 'changed' && manifest !== undefined;
      const isMade = change === 'new' || isBridged || isRemade;
      const isRemoved = change === 'removed' || isBridged || isRemade;
      return [
        ...(change === 'changed' && !isRemade ? [{ kind, verb: 'patch' as const, namespace }] : []),
        ...(isMade ? [{ kind, verb: 'create' as const, namespace }] : []),
        ...(isRemoved ? [{ kind, verb: 'delete' as const, namespace }] : []),
      ];
    });
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
};
