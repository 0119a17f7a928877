import assert from 'node:assert/strict';
import { editTrigger } from '../../../src/domain/apply/edit-trigger';
import { settleEdit } from '../../../src/domain/apply/settle-edit';
import type { CompleteDraft, ParamSource } from '../../../src/domain/draft';
import { activeLabel } from '../../../src/domain/marks';
import { pauseTrigger, resumeTrigger } from '../../../src/domain/pause-trigger';
import { samplePipelineName } from '../../../src/domain/sample-pipeline';
import type { TagRule } from '../../../src/domain/tag-rule';
import { pipelineKind } from '../../../src/k8s/pipeline';
import { nameOf } from '../../../src/k8s/resource';
import { triggerKind } from '../../../src/k8s/trigger';
import { backlogMs, PushFlow } from '../push-flow';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { version } from '../scenario-context';
import { verbsOf } from '../verbs';

const edits = 20;

/** Rules that all match the tags of a `PushFlow`, with as many lanes and with fewer. */
const rules: readonly TagRule[] = [
  { kind: 'any' },
  { kind: 'glob', pattern: 'flow-*' },
  { kind: 'regex', pattern: 'flow-[0-9]+' },
  { kind: 'any', ignore: ['latest', '*-rc*'] },
];

const sources: readonly ParamSource[] = [
  { from: 'push', field: 'reference' },
  { from: 'push', field: 'digest' },
];

/** The n-th edit: the rule changes each time, the parameter every other time. */
const draftOf = (context: ScenarioContext, n: number): CompleteDraft => {
  const draft = context.draft({ rule: rules[n % rules.length] ?? { kind: 'any' } });
  const source = sources[Math.floor(n / 2) % sources.length];
  return {
    ...draft,
    params: draft.params.map((param) => (source ? { ...param, source } : param)),
  };
};

/** Edits the trigger `web` as it is now. */
const edit = async (context: ScenarioContext, draft: CompleteDraft): Promise<string> => {
  const base = await context.trigger('web');
  const options = { version, by: 'scenario' };
  const { outcome } = await editTrigger({ base, draft }, verbsOf(context.admin), options);
  return outcome;
};

const editManyTimes = async (context: ScenarioContext): Promise<void> => {
  for (let n = 1; n <= edits; n += 1) {
    assert.equal(await edit(context, draftOf(context, n)), 'saved', `edit ${n}`);
  }
};

/** Fails the n-th write of an edit and all requests after it: nobody takes anything back. */
const breakOffAt = (context: ScenarioContext, writes: number): void => {
  let seen = 0;
  context.admin.fault = ({ method, dryRun }) => {
    if (!dryRun && method !== 'GET') seen += 1;
    return seen >= writes ? 'refused' : undefined;
  };
};

const tagged: TagRule = { kind: 'tags', tags: ['v1'] };

/** What edits of a trigger keep from being lost, and what they leave behind. */
export const editScenarios: readonly Scenario[] = [
  {
    title: `pushes that come while a trigger is edited ${edits} times run once each`,
    // Five pushes a second are all that the chain of a machine takes: beside others, it loses some.
    exclusive: true,
    run: async (context) => {
      const { admin, cluster, expect, projects, stream } = context;
      await context.bind();
      // Runs that end at once: hundreds of them would keep the cluster busy for nothing.
      const namespace = projects.pipelines;
      await admin.remove(pipelineKind, { namespace, name: samplePipelineName });
      const flow = new PushFlow(context, 0.2);
      await flow.during(editManyTimes(context));
      assert.ok(flow.made.length >= edits, `${flow.made.length} pushes came meanwhile`);
      // Both sets of lanes, of the edit and of before.
      const patienceMs = cluster.patienceMs + backlogMs(flow.made.length, 8);
      await expect.runs('web', flow.made, patienceMs);
      await expect.noMoreRuns('web', flow.made, { stream, tag: 'flow-0' });
      const { objects } = await context.trigger('web');
      assert.equal(objects.bridge.length, 0, 'the bridge is gone');
    },
  },
  {
    title: 'an edit changes what runs from then on, and the history judges a push by its time',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind({ rule: tagged });
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.runs('web', ['red v1']);
      // Far enough from the edit for nobody to doubt by which rule it was judged, nor to run late.
      await cluster.later(150);
      assert.equal(
        await edit(context, context.draft({ rule: { kind: 'tags', tags: ['v3'] } })),
        'saved',
      );
      await cluster.later(90);
      await registry.push(stream, 'v1', images.named('green'));
      await registry.push(stream, 'v3', images.named('white'));
      await expect.runs('web', ['red v1', 'white v3']);
      // Judged by the new rule, the first would be no push of the trigger, and by the old the last.
      await expect.history('web', [
        'red v1 succeeded',
        'blue v2 unmatched',
        'green v1 unmatched',
        'white v3 succeeded',
      ]);
    },
  },
  ...[1, 3, 6, 9].map((writes): Scenario => ({
    title: `an edit that breaks off at its write number ${writes} loses no push, and can be ended`,
    run: async (context) => {
      const { registry, images, expect, stream, admin } = context;
      await context.bind();
      breakOffAt(context, writes);
      await edit(context, context.draft({ rule: { kind: 'glob', pattern: 'v*' } })).catch(() => '');
      admin.fault = () => undefined;
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      const trigger = await context.trigger('web');
      await settleEdit(trigger, verbsOf(admin));
      const { active, binding, objects } = await context.trigger('web');
      assert.equal(active, 'all');
      assert.notEqual(binding, undefined);
      assert.equal(objects.bridge.length, 0);
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.noMoreRuns('web', ['red v1', 'blue v2'], { stream, tag: 'v3' });
    },
  })),
  {
    title:
      'a pause switches off an edit that broke off, and a resumption runs its whole rule again',
    run: async (context) => {
      const { registry, images, expect, stream, admin, cluster } = context;
      await context.bind();
      await context.bind({ name: 'witness' });
      breakOffAt(context, 6);
      await edit(context, context.draft({ rule: { kind: 'glob', pattern: 'v*' } })).catch(() => '');
      admin.fault = () => undefined;
      await pauseTrigger(await context.trigger('web'), verbsOf(admin), {});
      const labelSelector = `${activeLabel}=true`;
      const active = await admin.list(triggerKind, { namespace: stream.namespace, labelSelector });
      assert.deepEqual(
        active.map(nameOf).filter((name) => !name.startsWith('witness')),
        [],
      );
      await cluster.later(2);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('witness', ['red v1']);
      await expect.runs('web', []);
      await cluster.later(2);
      await resumeTrigger(await context.trigger('web'), verbsOf(admin), {});
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.noMoreRuns('web', ['blue v2'], { stream, tag: 'v3' });
    },
  },
  {
    title: 'two edits of a trigger at once: one is saved, the other is told, and no push is lost',
    run: async (context) => {
      const { registry, images, expect, stream, admin } = context;
      await context.bind();
      const rule = (pattern: string): TagRule => ({ kind: 'glob', pattern });
      const outcomes = await Promise.all([
        edit(context, context.draft({ rule: rule('v*') })),
        edit(context, context.draft({ rule: rule('v?') })),
      ]);
      assert.equal(outcomes.filter((outcome) => outcome === 'saved').length, 1, outcomes.join());
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      const lanes = await admin.list(triggerKind, { namespace: stream.namespace });
      assert.equal(lanes.length, 4);
    },
  },
];
