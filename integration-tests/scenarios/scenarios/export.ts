import assert from 'node:assert/strict';
import { rehearseEdit } from '../../../src/domain/apply/edit-trigger';
import { triggerPlan } from '../../../src/domain/plan';
import { removeTrigger } from '../../../src/domain/remove-trigger';
import { readersTime } from '../../../src/domain/server-time';
import { exportOfEdit, exportOfPlan } from '../../../src/domain/trigger-export';
import type { TriggerExport } from '../../../src/domain/trigger-export';
import { nameOf } from '../../../src/k8s/resource';
import { triggerKind } from '../../../src/k8s/trigger';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

/** The manifests of a new trigger `web`, made by somebody who may only look. */
export const exportNew = async (
  context: ScenarioContext,
  draft = context.draft(),
): Promise<TriggerExport> => {
  const activatedAt = await readersTime(verbsOf(context.clientOf('viewer')));
  return exportOfPlan(triggerPlan(draft, { activatedAt, version }), []);
};

/** Applies manifests in their order, or in the one that Argo CD would take: by kind, then by name. */
export const apply = async (
  { admin }: ScenarioContext,
  { shared, own }: TriggerExport,
  order: 'given' | 'by-name' = 'given',
): Promise<void> => {
  const parts = [...shared, ...own];
  const key = (part: (typeof parts)[number]): string =>
    `${part.kind.kind} ${nameOf(part.manifest)}`;
  if (order === 'by-name') parts.sort((a, b) => key(a).localeCompare(key(b), 'en'));
  for (const { kind, manifest } of parts) await admin.create(kind, manifest);
};

/** What is handed out for others to apply does what the form would have done. */
export const exportScenarios: readonly Scenario[] = [
  ...(['given', 'by-name'] as const).map((order): Scenario => ({
    title: `exported manifests, applied in ${order === 'given' ? 'their' : "Argo CD's"} order, are an active trigger`,
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const exported = await exportNew(context);
      await cluster.later(2);
      await apply(context, exported, order);
      await context.relay.untilReady(stream);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 succeeded', 'last-1 v2 succeeded']);
    },
  })),
  {
    title: 'what came between the export and its application is shown as missed, and no older push',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await registry.push(stream, 'v0', images.named('white'));
      await cluster.later(2);
      const exported = await exportNew(context);
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(180);
      await apply(context, exported);
      await context.relay.untilReady(stream);
      await expect.noMoreRuns('web', [], { stream, tag: 'v2' });
      await expect.history('web', ['white v0 before', 'red v1 missed', 'last-1 v2 succeeded']);
    },
  },
  {
    title: 'the manifests of an edit run each push once, by the new rule from then on',
    run: async (context) => {
      const { admin, registry, images, expect, stream } = context;
      await context.bind();
      const base = await context.trigger('web');
      const draft = context.draft({ rule: { kind: 'tags', tags: ['v1', 'v2'] } });
      const verbs = verbsOf(admin);
      const edit = await rehearseEdit({ base, draft }, verbs, { version });
      assert.ok(edit.outcome === 'ready');
      const exported = exportOfEdit(edit, { shared: [], at: await readersTime(verbs) });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      for (const { name } of exported.removed)
        await admin.remove(triggerKind, { namespace: stream.namespace, name });
      for (const { kind, manifest } of exported.own) {
        const key = { namespace: stream.namespace, name: nameOf(manifest) };
        await admin.remove(kind, key);
        await admin.create(kind, manifest);
      }
      await registry.label(stream, 'changed');
      await registry.push(stream, 'v3', images.named('blue'));
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      assert.deepEqual((await context.trigger('web')).binding?.rule, draft.rule);
    },
  },
  {
    title: 'a trigger of exported manifests is deleted with all of its objects',
    run: async (context) => {
      const { admin, observer, expect } = context;
      const before = await observer.snapshot();
      await apply(context, await exportNew(context));
      const result = await removeTrigger(await context.trigger('web'), verbsOf(admin), { version });
      assert.deepEqual(result, { outcome: 'removed' });
      await expect.snapshot(before, 'what is left of the trigger and its relay');
    },
  },
];
