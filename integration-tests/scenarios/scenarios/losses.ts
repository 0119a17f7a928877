import assert from 'node:assert/strict';
import { listenerAccountName } from '../../../src/domain/marks';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import type { Manifest } from '../../../src/k8s/resource';
import { roleKind } from '../../../src/k8s/role';
import type { RoleManifest } from '../../../src/k8s/role';
import type { Kind } from '../api-client';
import { eventually } from '../eventually';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { pastTheWindow } from '../window';

const accessReviewKind: Kind = {
  apiGroup: 'authorization.k8s.io',
  apiVersion: 'v1',
  kind: 'SubjectAccessReview',
  plural: 'subjectaccessreviews',
};

/** Sets the listener's rules and waits until the API server goes by them. */
const setListenerRules = async (
  { admin, cluster, projects }: ScenarioContext,
  rules: RoleManifest['rules'],
  mayCreateRuns: boolean,
): Promise<void> => {
  const namespace = projects.pipelines;
  await admin.patch(roleKind, { namespace, name: listenerAccountName }, { rules });
  const review = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: accessReviewKind.kind,
    metadata: { name: '' },
    spec: {
      user: `system:serviceaccount:${namespace}:${listenerAccountName}`,
      resourceAttributes: {
        namespace,
        verb: 'create',
        group: pipelineRunKind.apiGroup,
        resource: pipelineRunKind.plural,
      },
    },
  };
  await eventually(cluster.patienceMs, async () => {
    const answer = await admin.create<Manifest & { status: { allowed: boolean } }>(
      accessReviewKind,
      review,
    );
    assert.equal(answer.status.allowed, mayCreateRuns, 'whether the listener may create runs');
  });
};

/** What the chain loses without a word, and the history finds. */
export const lossScenarios: readonly Scenario[] = [
  {
    title: 'pushes while the source is down are found as missed, and nothing runs them later',
    run: async (context) => {
      const { registry, images, expect, relay, stream, cluster } = context;
      const neighbour = { ...stream, name: 'api' };
      await registry.createStream(neighbour);
      await context.bind();
      await context.bind({ name: 'neighbour', stream: neighbour });
      await relay.stopSource(stream);
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.history('web', ['red v1 waiting', 'blue v2 waiting']);
      await relay.startSource(stream);
      // Whatever the source sends of its first list comes before this.
      await registry.push(neighbour, 'v1', images.named('green'));
      await expect.runs('neighbour', ['green v1']);
      await expect.runs('web', []);
      await cluster.later(pastTheWindow);
      await expect.history('web', ['red v1 missed', 'blue v2 missed']);
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', [], { stream, tag: 'v3' });
      await expect.history('web', ['red v1 missed', 'blue v2 missed', 'last-1 v3 succeeded']);
    },
  },
  {
    title: 'a push whose run the listener may not create is found as missed',
    run: async (context) => {
      const { admin, registry, images, expect, stream, cluster } = context;
      await context.bind();
      const namespace = context.projects.pipelines;
      const role = await admin.get<RoleManifest>(roleKind, {
        namespace,
        name: listenerAccountName,
      });
      assert.ok(role);
      const { rules } = role;
      const withoutRuns = rules.filter(
        ({ resources }) => !resources.includes(pipelineRunKind.plural),
      );
      await setListenerRules(context, withoutRuns, false);
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(pastTheWindow);
      await expect.history('web', ['red v1 missed']);
      await setListenerRules(context, rules, true);
      await expect.noMoreRuns('web', [], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 missed', 'last-1 v2 succeeded']);
    },
  },
];
