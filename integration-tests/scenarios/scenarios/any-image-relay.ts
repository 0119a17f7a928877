import assert from 'node:assert/strict';
import { editTrigger } from '../../../src/domain/apply/edit-trigger';
import { rehearseRepair, repairTrigger } from '../../../src/domain/apply/repair-trigger';
import { clusterImages } from '../../../src/domain/push';
import { receiverName } from '../../../src/domain/relay-names';
import { sourceName } from '../../../src/domain/relay-names';
import { removeTrigger } from '../../../src/domain/remove-trigger';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { clusterRoleKind } from '../../../src/k8s/role';
import { clusterRoleBindingKind } from '../../../src/k8s/role-binding';
import { triggerBindingKind } from '../../../src/k8s/trigger-binding';
import { imageKind } from '../../../src/k8s/image';
import type { ApiClient } from '../api-client';
import { imageGroup, object, reads } from '../applied';
import { bindAny, first, lastIn, ofProjects } from '../any-image';
import { expectDifferences } from '../differences';
import { eventually } from '../eventually';
import { clusterRightsOf } from '../projects';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';
import { apply, exportNew } from './export';
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

/** Repairs the trigger `web` as the dialog does. */
const repair = async ({ admin, projects }: ScenarioContext): Promise<void> => {
  const verbs = verbsOf(admin);
  const ref = { namespace: projects.pipelines, name: 'web' };
  const rehearsal = await rehearseRepair(ref, verbs, { version });
  assert.ok(rehearsal.outcome === 'ready', JSON.stringify(rehearsal));
  const result = await repairTrigger(rehearsal.plan, verbs, { version });
  assert.deepEqual(result, { outcome: 'repaired', left: undefined });
};

/** What triggers share for all Images of the cluster: who makes it, what takes it, what puts it back. */
export const anyImageRelayScenarios: readonly Scenario[] = [
  {
    title:
      'any image: the last such trigger takes its source and its rights, and leaves the others',
    run: async (context) => {
      const { registry, images, expect, observer, stream } = context;
      const before = await observer.snapshot();
      await context.bind({ name: 'audit' });
      const withAudit = await observer.snapshot();
      await bindAny(context);
      await bindAny(context, 'second');
      const withSecond = (await observer.snapshot()).filter((line) => !line.includes('/web'));
      await remove(context, 'web');
      await expect.snapshot(withSecond, 'what the second trigger needs');
      await remove(context, 'second');
      await expect.snapshot(withAudit, 'the relay with the trigger that stays');
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('audit', ['red v1'], { stream, tag: 'v2' });
      await remove(context, 'audit');
      await expect.snapshot(before, 'what is left of all');
    },
  },
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
    title: "any image: exported manifests, applied in Argo CD's order, are a trigger that runs",
    run: async (context) => {
      const { registry, images, expect, relay, stream } = context;
      const draft = context.draft({ stream: clusterImages, rule: ofProjects(context) });
      await apply(context, await exportNew(context, draft), 'by-name');
      await relay.untilReady(clusterImages);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('web', [first('red', stream)], lastIn(stream));
    },
  },
  {
    title: 'any image: an edit of the rule lets each image run once, by the old rule or the new',
    run: async (context) => {
      const { registry, images, expect, projects, stream, remoteStream, cluster } = context;
      const only = (project: string) => ({ kind: 'glob', pattern: `*/${project}/*` }) as const;
      await bindAny(context, 'web', only(projects.pipelines));
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(remoteStream, 'v1', images.named('blue'));
      await expect.runs('web', [first('red', stream)]);
      await cluster.later(2);
      const base = await context.trigger('web');
      const rule = only(projects.images);
      const draft = context.draft({ stream: clusterImages, rule });
      const options = { version, by: 'scenario' };
      const { outcome } = await editTrigger({ base, draft }, verbsOf(context.admin), options);
      assert.equal(outcome, 'saved');
      await cluster.later(2);
      await registry.push(stream, 'v2', images.named('green'));
      await registry.push(remoteStream, 'v2', images.named('black'));
      const runs = [first('red', stream), first('black', remoteStream)];
      await expect.noMoreRuns('web', runs, lastIn(remoteStream));
    },
  },
  {
    title: 'any image: what triggers share for it is repaired, part by part, and the next one runs',
    run: async (context) => {
      const { admin, projects, registry, images, expect, relay, stream } = context;
      const { pipelines: namespace } = projects;
      await bindAny(context);
      const parts = [
        ...clusterRightsOf(namespace),
        { kind: triggerBindingKind, namespace, name: receiverName(clusterImages.namespace) },
        { kind: apiServerSourceKind, namespace, name: sourceName(clusterImages.namespace) },
      ];
      const runs: string[] = [];
      for (const { kind, ...key } of parts) {
        await admin.remove(kind, key);
        await repair(context);
        await expectDifferences(context, 'web', []);
        await relay.untilReady(clusterImages);
        await registry.push(stream, kind.plural, images.named(kind.plural));
        runs.push(first(kind.plural, stream));
        await expect.runs('web', runs);
      }
    },
  },
];
