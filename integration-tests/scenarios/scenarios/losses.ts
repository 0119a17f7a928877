import assert from 'node:assert/strict';
import { listenerAccountName } from '../../../src/domain/marks';
import type { HistoryRow } from '../../../src/domain/history';
import { runOfTemplate } from '../../../src/domain/image-trigger';
import { planReplay } from '../../../src/domain/replay-push';
import { replayMany } from '../../../src/domain/replay-many';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { roleKind } from '../../../src/k8s/role';
import type { RoleManifest } from '../../../src/k8s/role';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import { untilAllowed } from '../access';
import type { PersonName } from '../cluster-under-test';
import { eventually } from '../eventually';
import { runAsTwo } from '../run-as-two';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';
import { pastTheWindow } from '../window';

/** Sets the listener's rules and waits until the API server goes by them. */
const setListenerRules = async (
  context: ScenarioContext,
  rules: RoleManifest['rules'],
  mayCreateRuns: boolean,
): Promise<void> => {
  const key = { namespace: context.projects.pipelines, name: listenerAccountName };
  await context.admin.patch(roleKind, key, { rules });
  const { apiGroup: group, plural: resource } = pipelineRunKind;
  const deed = { account: listenerAccountName, verb: 'create', group, resource };
  await untilAllowed(context, deed, mayCreateRuns);
};

/** Takes from the listener the right to create runs. Resolves with what gives it back. */
const withholdRuns = async (context: ScenarioContext): Promise<() => Promise<void>> => {
  const key = { namespace: context.projects.pipelines, name: listenerAccountName };
  const role = await context.admin.get<RoleManifest>(roleKind, key);
  assert.ok(role);
  const { rules } = role;
  const others = rules.filter(({ resources }) => !resources.includes(pipelineRunKind.plural));
  await setListenerRules(context, others, false);
  return () => setListenerRules(context, rules, true);
};

/** Runs pushes as somebody does who has selected them all; what came of each. */
const replayAllAs = async (
  context: ScenarioContext,
  person: PersonName,
  rows: readonly HistoryRow[],
): Promise<string[]> => {
  const { observer, cluster } = context;
  const trigger = await context.trigger('web');
  const outcomes: string[] = [];
  await replayMany(
    rows.map(({ digest = '', created }) => ({ trigger, push: { digest, created }, by: person })),
    {
      verbs: verbsOf(context.clientOf(person)),
      now: () => new Date(),
      atOnce: 2,
      untilEnded: ({ name }) =>
        eventually(cluster.patienceMs, async () => {
          const run = (await observer.runs()).find((one) => one.name === name);
          assert.equal(run?.status, 'succeeded', `the run ${name}`);
        }),
      isLeft: () => false,
      report: (index, outcome) => {
        outcomes[index] = outcome === 'starting' ? outcome : outcome.outcome;
      },
    },
  );
  return outcomes;
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
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      const giveBack = await withholdRuns(context);
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(pastTheWindow);
      await expect.history('web', ['red v1 missed']);
      await giveBack();
      await expect.noMoreRuns('web', [], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 missed', 'last-1 v2 succeeded']);
    },
  },
  {
    title: 'a push whose run the API server refuses is found as missed, and a dry run says why',
    run: async (context) => {
      const { admin, registry, images, expect, observer, stream, cluster } = context;
      await context.bind();
      const { namespace, name, objects } = await context.trigger('web');
      const template = { namespace, name };
      const run = runOfTemplate(objects.template);
      const setRun = (spec: unknown): Promise<unknown> =>
        admin.patch(triggerTemplateKind, template, {
          spec: { resourcetemplates: [{ ...run, spec }] },
        });
      // Of the fields of a run, TriggerTemplates are not asked.
      await setRun({ ...run?.spec, timeouts: { pipeline: '-1h' } });
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(pastTheWindow);
      await expect.history('web', ['red v1 missed']);
      const [row] = await observer.history();
      assert.ok(row);
      const { digest = '', created } = row;
      const plan = await planReplay(
        {
          trigger: await context.trigger('web'),
          push: { digest, created },
          by: undefined,
          now: new Date(),
        },
        verbsOf(admin),
      );
      assert.ok(plan.outcome === 'refused');
      assert.equal(plan.problem.code, 'invalid');
      assert.match(plan.problem.message, /-1h0m0s should be >= 0: spec\.timeouts\.pipeline/);
      await expect.runs('web', []);
      await setRun(run?.spec);
      await expect.noMoreRuns('web', [], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 missed', 'last-1 v2 succeeded']);
    },
  },
  {
    title: 'a push that was lost is run once by hand, whoever else wants it, and the event is late',
    run: async (context) => {
      const { registry, images, expect, observer, relay, stream } = context;
      await context.bind();
      await relay.stopSource(stream);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.history('web', ['red v1 waiting']);
      await relay.startSource(stream);
      const [row] = await observer.history();
      assert.ok(row);
      await runAsTwo(context, row);
      // An event that shows the push again, while it is fresh.
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 succeeded', 'last-1 v2 succeeded']);
      const [run] = (await observer.runs()).filter(({ cause }) => cause?.tag === 'v1');
      assert.match(run?.replayedBy ?? 'nobody', /^(namespace-admin|editor)$/);
    },
  },
  {
    title: 'many pushes that were missed are run by two users at once, each push once',
    run: async (context) => {
      const { registry, images, expect, observer, stream, cluster } = context;
      // No more than run of one second: of others, one cannot say that they were lost.
      const tags = ['v1', 'v2', 'v3', 'v4'];
      await context.bind();
      const giveBack = await withholdRuns(context);
      for (const tag of tags) await registry.push(stream, tag, images.named(`of ${tag}`));
      await cluster.later(pastTheWindow);
      await expect.history(
        'web',
        tags.map((tag) => `of ${tag} ${tag} missed`),
      );
      await giveBack();
      const oldestFirst = (await observer.history()).reverse();
      const [mine, yours] = await Promise.all(
        (['namespace-admin', 'editor'] as const).map((person) =>
          replayAllAs(context, person, oldestFirst),
        ),
      );
      tags.forEach((tag, index) => {
        const both = [mine?.[index], yours?.[index]].sort();
        assert.deepEqual(both, ['created', 'has-run'], `the two that run ${tag}`);
      });
      const ran = tags.map((tag) => `of ${tag} ${tag}`);
      await expect.noMoreRuns('web', ran, { stream, tag: 'v6' });
      await expect.history('web', [
        ...ran.map((push) => `${push} succeeded`),
        'last-1 v6 succeeded',
      ]);
    },
  },
];
