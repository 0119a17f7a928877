import assert from 'node:assert/strict';
import type { Manifest } from '../../src/k8s/resource';
import type { Kind } from './api-client';
import { eventually } from './eventually';
import type { ScenarioContext } from './scenario-context';

const accessReviewKind: Kind = {
  apiGroup: 'authorization.k8s.io',
  apiVersion: 'v1',
  kind: 'SubjectAccessReview',
  plural: 'subjectaccessreviews',
};

/** What a ServiceAccount of the triggers' project would do. */
interface Deed {
  readonly account: string;
  readonly verb: string;
  readonly group: string | undefined;
  readonly resource: string;
}

/** Waits until the API server goes by changed rules: whether it allows a deed in the project. */
export const untilAllowed = async (
  { admin, cluster, projects }: ScenarioContext,
  { account, verb, group, resource }: Deed,
  allowed: boolean,
): Promise<void> => {
  const namespace = projects.pipelines;
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: accessReviewKind.kind,
    metadata: { name: '' },
    spec: {
      user: `system:serviceaccount:${namespace}:${account}`,
      groups: ['system:serviceaccounts', `system:serviceaccounts:${namespace}`],
      resourceAttributes: { namespace, verb, group, resource },
    },
  };
  await eventually(cluster.patienceMs, async () => {
    const answer = await admin.create<Manifest & { status: { allowed: boolean } }>(
      accessReviewKind,
      review,
    );
    assert.equal(answer.status.allowed, allowed, `whether ${account} may ${verb} ${resource}`);
  });
};
