import type { K8sObject } from '../../k8s/resource';
import type { ClusterVerbs } from '../cluster-verbs';
import type { PlannedResource } from '../plan';
import { problemOf } from '../problem';
import type { Problem } from '../problem';

/** How far the engine is with an object of the plan. */
export type ApplyState =
  'pending' | 'checked' | 'kept' | 'created' | 'active' | 'failed' | 'removed' | 'left-over';

/** The plan, and one state for each of its objects. */
export interface ApplyReport {
  readonly plan: readonly PlannedResource[];
  readonly states: readonly ApplyState[];
}

/** The step that ended a transaction. */
export class StepFailure extends Error {
  constructor(
    readonly resource: PlannedResource,
    readonly problem: Problem,
  ) {
    super(problem.message);
  }
}

/** What a transaction knows: its plan, how far each object is, and what it wrote. */
export class Transaction {
  readonly written = new Map<PlannedResource, K8sObject>();
  /** Parts of the relay that were there before. */
  readonly kept = new Map<PlannedResource, K8sObject>();
  private readonly states: Map<PlannedResource, ApplyState>;

  constructor(
    readonly plan: readonly PlannedResource[],
    readonly verbs: ClusterVerbs,
    private readonly onReport?: (report: ApplyReport) => void,
  ) {
    this.states = new Map(plan.map((resource) => [resource, 'pending']));
  }

  report(resource: PlannedResource, state: ApplyState): void {
    this.states.set(resource, state);
    this.onReport?.({ plan: this.plan, states: [...this.states.values()] });
  }

  /** Does one thing to an object; a refusal becomes the failure of that object. */
  async step<T>(resource: PlannedResource, action: () => Promise<T>): Promise<T> {
    try {
      return await action();
    } catch (error) {
      this.report(resource, 'failed');
      throw new StepFailure(resource, problemOf(error));
    }
  }
}
