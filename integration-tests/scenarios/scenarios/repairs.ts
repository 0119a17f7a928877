import assert from 'node:assert/strict';
import { editTrigger } from '../../../src/domain/apply/edit-trigger';
import { rehearseRepair, repairTrigger } from '../../../src/domain/apply/repair-trigger';
import { metadataPath } from '../../../src/domain/cluster-verbs';
import type { JsonPatch } from '../../../src/domain/cluster-verbs';
import { activeLabel, builderAnnotation, groupLabel, relayName } from '../../../src/domain/marks';
import { samplePipelineName } from '../../../src/domain/sample-pipeline';
import { sourceName } from '../../../src/domain/relay-names';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { pipelineKind } from '../../../src/k8s/pipeline';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import { triggerKind } from '../../../src/k8s/trigger';
import { ownBreaks, sharedBreaks } from '../breaks';
import type { Break } from '../breaks';
import { expectDifferences } from '../differences';
import { backlogMs, PushFlow } from '../push-flow';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';
import { pastTheWindow } from '../window';

/** Repairs a trigger as the dialog does, and expects that it takes; which objects it left. */
const repair = async (context: ScenarioContext, name: string): Promise<string[]> => {
  const verbs = verbsOf(context.admin);
  const ref = { namespace: context.projects.pipelines, name };
  const rehearsal = await rehearseRepair(ref, verbs, { version });
  assert.ok(rehearsal.outcome === 'ready', JSON.stringify(rehearsal));
  const result = await repairTrigger(rehearsal.plan, verbs, { version });
  assert.deepEqual(result, { outcome: 'repaired', left: undefined });
  return rehearsal.plan.held.map(({ object }) => object.name);
};

/** Runs that end at once: many of them would keep the cluster busy for nothing. */
const endRunsAtOnce = ({ admin, projects }: ScenarioContext): Promise<void> =>
  admin.remove(pipelineKind, { namespace: projects.pipelines, name: samplePipelineName });

/**
 * Breaks one part after the other, with a push while it is broken, and repairs it: then pushes run
 * again. In the end, each push has one run or was missed.
 */
const breakAndRepair = async (
  context: ScenarioContext,
  breaks: readonly Break[],
): Promise<void> => {
  const { expect, relay, stream } = context;
  await context.bind();
  await endRunsAtOnce(context);
  const flow = new PushFlow(context);
  for (const { title, run } of breaks) {
    try {
      await run(context);
      await flow.push(1);
      assert.deepEqual(await repair(context, 'web'), []);
      await expectDifferences(context, 'web', []);
      await relay.untilReady(stream);
      await flow.untilOneRuns('web');
    } catch (error) {
      throw new Error(`${title}: ${String(error)}`, { cause: error });
    }
  }
  await expect.ranOrMissed('web', flow.made);
};

const lanesOf = (name: string): string[] => [name, `${name}-2`, `${name}-3`, `${name}-4`];

/**
 * Makes of triggers what the plugin built before its listener had groups: one selector, and lanes
 * without the label of a group. The selector goes first, so that no push is lost.
 */
const makeOlder = async (context: ScenarioContext, names: readonly string[]): Promise<void> => {
  const verbs = verbsOf(context.admin);
  const namespace = context.projects.pipelines;
  const mark: JsonPatch = [
    { op: 'add', path: metadataPath('annotations', builderAnnotation), value: '0.0.0-a' },
  ];
  await verbs.patch({ kind: eventListenerKind, namespace, name: relayName }, [
    ...mark,
    { op: 'add', path: '/spec/labelSelector', value: { matchLabels: { [activeLabel]: 'true' } } },
    { op: 'remove', path: '/spec/triggerGroups' },
  ]);
  for (const lane of names.flatMap(lanesOf))
    await verbs.patch({ kind: triggerKind, namespace, name: lane }, [
      ...mark,
      { op: 'remove', path: metadataPath('labels', groupLabel) },
    ]);
};

/** What somebody broke by hand, or an older version built, and a repair puts right. */
export const repairScenarios: readonly Scenario[] = [
  {
    title:
      'a part of a trigger that was changed or deleted by hand is repaired, and pushes run once',
    run: (context) => breakAndRepair(context, ownBreaks),
  },
  {
    title: 'what triggers share is repaired, and pushes run once',
    run: (context) => breakAndRepair(context, sharedBreaks),
  },
  {
    title: 'a push that was lost while parts were missing is found, and no repair runs it twice',
    run: async (context) => {
      const { registry, images, expect, relay, stream, cluster, admin, projects } = context;
      await context.bind();
      const namespace = projects.pipelines;
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await admin.remove(apiServerSourceKind, { namespace, name: sourceName(namespace) });
      await admin.remove(eventListenerKind, { namespace, name: relayName });
      await registry.push(stream, 'v2', images.named('blue'));
      await cluster.later(pastTheWindow);
      await expect.history('web', ['red v1 succeeded', 'blue v2 missed']);
      await repair(context, 'web');
      await relay.untilReady(stream);
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v3' });
      await expect.history('web', ['red v1 succeeded', 'blue v2 missed', 'last-1 v3 succeeded']);
    },
  },
  {
    title: 'a template that was deleted is made again by an edit, and pushes run once',
    run: async (context) => {
      const { registry, images, expect, stream, admin, projects, cluster } = context;
      await context.bind();
      const key = { namespace: projects.pipelines, name: 'web' };
      await admin.remove(triggerTemplateKind, key);
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(pastTheWindow);
      const base = await context.trigger('web');
      const options = { version, by: 'scenario' };
      const draft = context.draft({ rule: { kind: 'glob', pattern: 'v*' } });
      const result = await editTrigger({ base, draft }, verbsOf(admin), options);
      assert.equal(result.outcome, 'saved', JSON.stringify(result));
      await expectDifferences(context, 'web', []);
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.noMoreRuns('web', ['blue v2'], { stream, tag: 'v3' });
      await expect.history('web', ['red v1 missed', 'blue v2 succeeded', 'last-1 v3 succeeded']);
    },
  },
  {
    title: 'triggers of an older version are repaired while pushes come, and each push runs once',
    run: async (context) => {
      const { expect, stream, cluster } = context;
      await context.bind();
      await context.bind({ name: 'other' });
      await endRunsAtOnce(context);
      await makeOlder(context, ['web', 'other']);
      const flow = new PushFlow(context, 0.5);
      await flow.untilOneRuns('other');
      const repairAll = async (): Promise<void> => {
        await flow.untilOneRuns('web');
        // The listener reaches the lanes of the other one only as it is.
        assert.deepEqual(await repair(context, 'web'), [relayName]);
        await cluster.later(2);
        assert.deepEqual(await repair(context, 'other'), []);
        await cluster.later(2);
      };
      await flow.during(repairAll());
      for (const name of ['web', 'other']) await expectDifferences(context, name, []);
      // Two triggers, each with two sets of lanes.
      const patienceMs = cluster.patienceMs + backlogMs(flow.made.length, 16);
      await expect.runs('web', flow.made, patienceMs);
      await expect.noMoreRuns('web', flow.made, { stream, tag: 'flow-0' });
      await expect.runs('other', [...flow.made, 'last-1 flow-0']);
    },
  },
];
