import assert from 'node:assert/strict';
import { editTrigger } from '../../../src/domain/apply/edit-trigger';
import { rehearseRepair, repairTrigger } from '../../../src/domain/apply/repair-trigger';
import { clusterImages } from '../../../src/domain/push';
import { receiverName, sourceName } from '../../../src/domain/relay-names';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { networkPolicyKind } from '../../../src/k8s/network-policy';
import { triggerBindingKind } from '../../../src/k8s/trigger-binding';
import { bindAny, first, lastIn, ofProjects } from '../any-image';
import { expectDifferences } from '../differences';
import { clusterRightsOf } from '../projects';
import { PushFlow } from '../push-flow';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';
import { apply, exportNew } from './export';
import { remove } from './removal';

/** Repairs the trigger `web` as the dialog does. */
const repair = async ({ admin, projects }: ScenarioContext): Promise<void> => {
  const verbs = verbsOf(admin);
  const ref = { namespace: projects.pipelines, name: 'web' };
  const rehearsal = await rehearseRepair(ref, verbs, { version });
  assert.ok(rehearsal.outcome === 'ready', JSON.stringify(rehearsal));
  const result = await repairTrigger(rehearsal.plan, verbs, { version });
  assert.deepEqual(result, { outcome: 'repaired', left: undefined });
};

/** What triggers share for all Images of the cluster: what takes it, and what puts it back. */
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
    title: 'any image: what triggers share for it is repaired, part by part, and images run again',
    run: async (context) => {
      const { admin, projects, expect, relay, stream } = context;
      const { pipelines: namespace } = projects;
      await bindAny(context);
      const parts = [
        ...clusterRightsOf(namespace),
        ...[triggerBindingKind, networkPolicyKind, eventListenerKind].map((kind) => ({
          kind,
          namespace,
          name: receiverName(clusterImages.namespace),
        })),
        { kind: apiServerSourceKind, namespace, name: sourceName(clusterImages.namespace) },
      ];
      const flow = new PushFlow(context);
      for (const { kind, ...key } of parts) {
        await admin.remove(kind, key);
        await flow.push(1);
        await repair(context);
        await expectDifferences(context, 'web', []);
        await relay.untilReady(clusterImages);
        await flow.untilOneRuns('web');
      }
      const labels = flow.made.map((line) => line.split(' ')[0] ?? '');
      await expect.ranOrMissed(
        'web',
        labels.map((label) => first(label, stream)),
      );
    },
  },
];
