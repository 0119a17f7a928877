import type { ResourceKind } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import type { PlannedResource } from './plan';

/** A question to the API server: may the user do this? */
export interface AccessQuestion {
  readonly kind: ResourceKind;
  readonly verb: 'create' | 'get' | 'list' | 'patch' | 'delete';
  readonly namespace: string | undefined;
}

const keyOf = ({ kind, verb, namespace }: AccessQuestion): string =>
  `${verb} ${kind.plural}.${kind.apiGroup ?? ''} ${namespace ?? ''}`;

/**
 * What a user must be allowed to do to write a plan and to take it back where it fails, each
 * question once, in the plan's order. What lane 1 owns goes with it, unasked.
 */
export const accessQuestionsOf = (plan: readonly PlannedResource[]): AccessQuestion[] => {
  const questions = plan.flatMap(({ kind, manifest, part }): AccessQuestion[] => {
    const { namespace } = manifest.metadata;
    return [
      ...(part === 'owned' ? [] : [{ kind, verb: 'list' as const, namespace }]),
      { kind, verb: 'create', namespace },
      ...(kind === triggerKind ? [{ kind, verb: 'patch' as const, namespace }] : []),
      ...(part === 'owned' ? [] : [{ kind, verb: 'delete' as const, namespace }]),
    ];
  });
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
};
