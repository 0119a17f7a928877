import assert from 'node:assert/strict';
import { waitingSeconds } from '../../../src/domain/on-its-way';
import { clusterImages } from '../../../src/domain/push';
import { receiverName } from '../../../src/domain/relay-names';
import { removeTrigger } from '../../../src/domain/remove-trigger';
import { clusterRoleKind } from '../../../src/k8s/role';
import { clusterRoleBindingKind } from '../../../src/k8s/role-binding';
import { imageKind } from '../../../src/k8s/image';
import type { Image } from '../../../src/k8s/image';
import type { ApiClient } from '../api-client';
import { imageGroup, object, reads } from '../applied';
import { bindAny, first, lastIn, ofProjects } from '../any-image';
import { eventually } from '../eventually';
import { sendToListener } from '../listener-door';
import { clusterRightsOf } from '../projects';
import { pullSpecOf } from '../registry';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';
import { remove } from './removal';

/**
 * Lets the admins of the projects hand out the right to read Images, and no other: they are no cluster
 * admins, and may bind no ClusterRole that is not there.
 */
const withImageRights = async (
  context: ScenarioContext,
  action: (client: ApiClient) => Promise<void>,
): Promise<void> => {
  const { admin, cluster, projects } = context;
  const name = `${projects.pipelines}-image-rights`;
  const rights = [
    object(
      clusterRoleKind,
      { name },
      {
        rules: [
          { apiGroups: [imageGroup], resources: [imageKind.plural], verbs: reads },
          {
            apiGroups: [clusterRoleKind.apiGroup],
            resources: [clusterRoleKind.plural, clusterRoleBindingKind.plural],
            verbs: ['create', 'list', 'delete'],
          },
        ],
      },
    ),
    object(
      clusterRoleBindingKind,
      { name },
      {
        subjects: [cluster.people['namespace-admin'].subject],
        roleRef: { apiGroup: clusterRoleKind.apiGroup, kind: clusterRoleKind.kind, name },
      },
    ),
  ];
  for (const { kind, manifest } of rights) await admin.create(kind, manifest);
  try {
    await action(context.clientOf('namespace-admin'));
  } finally {
    for (const { kind } of rights) await admin.remove(kind, { name });
  }
};

/** Who may have all Images of the cluster watched, and who may speak for them. */
export const anyImageRightsScenarios: readonly Scenario[] = [
  {
    title: 'any image: an admin of the projects is refused at the ClusterRole, before any write',
    run: async (context) => {
      const { observer, expect } = context;
      const before = await observer.snapshot();
      const draft = context.draft({ stream: clusterImages, rule: ofProjects(context) });
      const result = await context.create(draft, context.clientOf('namespace-admin'));
      assert.ok(result.outcome === 'failed');
      const { phase, resource, problem, leftOver } = result;
      assert.deepEqual([phase, problem.code, leftOver], ['check', 'forbidden', []]);
      assert.equal(resource.kind, clusterRoleKind);
      assert.match(problem.message, /cannot (list|create) resource "clusterroles".* cluster scope/);
      await expect.snapshot(before, 'what the refused creation left behind');
    },
  },
  {
    title: 'any image: an admin of the projects removes one, is told what stays, and nothing runs',
    run: async (context) => {
      const { registry, images, expect, observer, projects, stream } = context;
      const before = await observer.snapshot();
      await context.bind({ name: 'witness' });
      await bindAny(context);
      const verbs = verbsOf(context.clientOf('namespace-admin'));
      const result = await removeTrigger(await context.trigger('web'), verbs, { version });
      assert.ok(result.outcome === 'failed');
      assert.deepEqual([result.phase, result.problem.code], ['relay', 'forbidden']);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('witness', ['red v1'], { stream, tag: 'v2' });
      await expect.runs('web', []);
      await remove(context, 'witness');
      const left = clusterRightsOf(projects.pipelines).map(({ kind }) => kind.plural);
      await eventually(context.cluster.patienceMs, async () => {
        const added = (await observer.snapshot()).filter((line) => !before.includes(line));
        assert.deepEqual(
          added.map((line) => line.split(' ')[0]),
          left,
        );
      });
    },
  },
  {
    title: 'any image: who may hand out rights on Images, and is no cluster admin, makes a trigger',
    // Whoever else acts as this admin has the rights meanwhile.
    exclusive: true,
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const draft = { stream: clusterImages, rule: ofProjects(context) };
      await withImageRights(context, (client) =>
        // The API server goes by new rights a moment later, and until then it refuses all.
        eventually(cluster.patienceMs, () => context.bind(draft, client)),
      );
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('web', [first('red', stream)], lastIn(stream));
    },
  },
  {
    title: 'any image: an event of one that never was runs, and its run is shown as unverified',
    run: async (context) => {
      const { admin, registry, images, expect, projects, stream, cluster } = context;
      await bindAny(context);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', [first('red', stream)]);
      const found = await admin.get<Image>(imageKind, { name: images.named('red').digest });
      const after = Date.parse(found?.metadata?.creationTimestamp ?? '') + 1_000;
      const creationTimestamp = new Date(after).toISOString().replace('.000Z', 'Z');
      const madeUp = images.named('made-up');
      const headers = {
        'Ce-Id': 'made-up',
        'Ce-Specversion': '1.0',
        'Ce-Source': 'nobody',
        'Ce-Type': 'dev.knative.apiserver.resource.add',
        'Ce-Time': creationTimestamp,
      };
      const body = {
        ...found,
        metadata: { name: madeUp.digest, creationTimestamp },
        dockerImageReference: pullSpecOf(stream, madeUp),
      };
      const listener = receiverName(clusterImages.namespace);
      const namespace = projects.pipelines;
      await sendToListener(cluster, { namespace, listener }, { headers, body });
      await expect.runs('web', [first('red', stream), first('made-up', stream)]);
      await cluster.later(waitingSeconds + 1);
      await expect.history('web', [
        `${first('red', stream)} succeeded`,
        `${first('made-up', stream)} unverified`,
      ]);
    },
  },
];
