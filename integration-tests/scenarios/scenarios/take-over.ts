import assert from 'node:assert/strict';
import type { CompleteDraft } from '../../../src/domain/draft';
import type { ImageTrigger } from '../../../src/domain/image-trigger';
import { draftOfChain } from '../../../src/domain/take-over/draft-of-chain';
import { endTakeOver } from '../../../src/domain/take-over/end-take-over';
import { oldPartsOf } from '../../../src/domain/take-over/old-parts';
import { refOfPart, removeOldParts } from '../../../src/domain/take-over/remove-old-parts';
import { takeOverProof } from '../../../src/domain/take-over/take-over-proof';
import { chainTakenBy } from '../../../src/domain/take-over/taken-chain';
import { apiServerSourceKind } from '../../../src/k8s/api-server-source';
import type { EventListener } from '../../../src/k8s/event-listener';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { pipelineKind } from '../../../src/k8s/pipeline';
import { nameOf } from '../../../src/k8s/resource';
import { serviceAccountKind } from '../../../src/k8s/service-account';
import { triggerBindingKind } from '../../../src/k8s/trigger-binding';
import { triggerTemplateKind } from '../../../src/k8s/trigger-template';
import type { Kind } from '../api-client';
import type { Applied } from '../applied';
import { articleChain, chainNames } from '../chain-by-hand';
import { eventually } from '../eventually';
import { pullSpecOf } from '../registry';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';
import { withChain } from './found-chain';

/** The draft that the form opens with, with what a user chooses: ImageStream, name, event type. */
const draftOf = async ({ observer, admin, projects, stream }: ScenarioContext) => {
  const namespace = projects.pipelines;
  const chain = (await observer.foundChains()).find(({ name }) => name === chainNames.trigger);
  const pipelines = await admin.list(pipelineKind, { namespace });
  const pipeline = pipelines.find((one) => nameOf(one) === chainNames.pipeline);
  const read = chain && draftOfChain(chain, await observer.oldObjects(), pipeline);
  assert.ok(read, 'the chain reads as a draft');
  const params = read.draft.params.map((param) =>
    param.name === 'event-type'
      ? { ...param, source: { from: 'literal' as const, value: 'push' } }
      : param,
  );
  const draft: CompleteDraft = { ...read.draft, name: 'taken', stream, params };
  return { draft, read };
};

const oldRuns = async ({ observer, images }: ScenarioContext): Promise<string[]> =>
  (await observer.foundHistory())
    .map(({ digest = '' }) => images.labelOf(digest))
    .filter((label) => !label.startsWith('sha256:'))
    .sort();

/** Runs that are none of the plugin's, by the pull spec that they were handed: also of a gone chain. */
const runsByHand = async ({ observer }: ScenarioContext): Promise<string[]> =>
  (await observer.pipelineRuns())
    .filter(({ metadata }) => metadata?.labels?.['app.kubernetes.io/managed-by'] === undefined)
    .map(nameOf);

const namesOf = async ({ admin, projects }: ScenarioContext, kind: Kind): Promise<string[]> =>
  (await admin.list(kind, { namespace: projects.pipelines })).map(nameOf).sort();

const removeOld = async (context: ScenarioContext, trigger: ImageTrigger): Promise<string[]> => {
  const chain = chainTakenBy(trigger);
  assert.ok(chain, 'the trigger says whose place it takes');
  const { going } = oldPartsOf(chain, await context.observer.oldObjects());
  const verbs = verbsOf(context.admin);
  assert.deepEqual(await removeOldParts(chain, going, verbs), { outcome: 'removed' });
  await endTakeOver(trigger, verbs);
  return going.map((part) => `${refOfPart(part).kind.plural} ${refOfPart(part).name}`);
};

/** The article's chain, whose listener has one more trigger, with the same binding and template. */
const chainOfTwo = (namespace: string): Applied[] =>
  articleChain(namespace).map(({ kind, manifest }) => {
    const listener: EventListener = manifest;
    const [own] = listener.spec?.triggers ?? [];
    if (kind !== eventListenerKind || !own) return { kind, manifest };
    const triggers = [{ ...own, name: 'another' }, own];
    return { kind, manifest: { ...manifest, spec: { ...listener.spec, triggers } } };
  });

/** Chains by hand whose place a trigger takes. */
export const takeOverScenarios: readonly Scenario[] = [
  {
    title:
      "the article's chain is taken over: both run until its parts are removed, then a push runs once",
    run: async (context) => {
      const { registry, images, stream, projects, cluster, expect, relay, observer } = context;
      await withChain(context, articleChain(projects.pipelines), async () => {
        const { draft, read } = await draftOf(context);
        assert.deepEqual(
          read.draft.params.map(({ name, source }) => [name, source]),
          [
            ['image-name', { from: 'push', field: 'digest' }],
            ['image-reference', { from: 'push', field: 'reference' }],
            ['event-type', { from: 'literal', value: '' }],
          ],
        );
        const created = await context.create(draft);
        assert.equal(created.outcome, 'created');
        await relay.untilReady(stream);
        await cluster.later(1);
        await registry.push(stream, 'v1', images.named('red'));
        await expect.runs('taken', ['red v1']);
        await eventually(cluster.patienceMs, async () => {
          assert.deepEqual(await oldRuns(context), ['red'], 'the old chain runs, too');
          assert.ok(takeOverProof(await observer.history()), 'the trigger has proven itself');
        });
        const [run] = (await observer.pipelineRuns()).filter(
          ({ metadata }) => metadata?.labels?.['imagetriggers.dev/trigger'] === 'taken',
        );
        assert.deepEqual(
          run?.spec?.params?.map(({ name, value }) => [name, value]),
          [
            ['image-name', images.named('red').digest],
            ['image-reference', pullSpecOf(stream, images.named('red'))],
            ['event-type', 'push'],
          ],
          'the run gets what the chain gave, and what the user chose',
        );
        assert.deepEqual(await removeOld(context, await context.trigger('taken')), [
          `apiserversources ${chainNames.source}`,
          `eventlisteners ${chainNames.listener}`,
          `triggerbindings ${chainNames.binding}`,
          `triggertemplates ${chainNames.template}`,
        ]);
        assert.equal(chainTakenBy(await context.trigger('taken')), undefined);
        assert.deepEqual(await observer.foundChains(), []);
        for (const [kind, name] of [
          [apiServerSourceKind, chainNames.source],
          [eventListenerKind, chainNames.listener],
          [triggerBindingKind, chainNames.binding],
          [triggerTemplateKind, chainNames.template],
        ] as const)
          assert.ok(!(await namesOf(context, kind)).includes(name), `${kind.plural} ${name} goes`);
        assert.ok((await namesOf(context, pipelineKind)).includes(chainNames.pipeline));
        assert.ok((await namesOf(context, serviceAccountKind)).includes(chainNames.source));
        const before = await runsByHand(context);
        await cluster.later(1);
        await registry.push(stream, 'v2', images.named('blue'));
        await expect.noMoreRuns('taken', ['red v1', 'blue v2'], { stream, tag: 'v3' });
        assert.deepEqual(await runsByHand(context), before, 'nothing runs by hand any more');
      });
    },
  },
  {
    title: 'of a listener that others need, a take-over removes the entry of its chain and no more',
    run: async (context) => {
      const { registry, images, stream, projects, cluster, expect, relay, observer } = context;
      await withChain(context, chainOfTwo(projects.pipelines), async () => {
        const { draft } = await draftOf(context);
        await context.create(draft);
        await relay.untilReady(stream);
        await cluster.later(1);
        await registry.push(stream, 'v1', images.named('red'));
        await expect.runs('taken', ['red v1']);
        await eventually(cluster.patienceMs, async () => {
          assert.deepEqual(await oldRuns(context), ['red', 'red'], 'both run');
        });
        assert.deepEqual(await removeOld(context, await context.trigger('taken')), [
          `eventlisteners ${chainNames.listener}`,
        ]);
        const left = await observer.foundChains();
        assert.deepEqual(
          left.map(({ name }) => name),
          ['another'],
        );
        await cluster.later(1);
        await registry.push(stream, 'v2', images.named('blue'));
        await expect.runs('taken', ['red v1', 'blue v2']);
        await eventually(cluster.patienceMs, async () => {
          assert.deepEqual(await oldRuns(context), ['blue', 'red'], 'the other one goes on');
        });
      });
    },
  },
];
