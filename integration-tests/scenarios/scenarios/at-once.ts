import assert from 'node:assert/strict';
import { samplePipelineName } from '../../../src/domain/sample-pipeline';
import { pipelineKind } from '../../../src/k8s/pipeline';
import type { CompleteDraft } from '../../../src/domain/draft';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

const repeats = 20;
const lanes = 4;

const tagsOf = (repeat: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `v${repeat}-${index}`);

const lineOf = (tag: string): string => `to-${tag} ${tag}`;

const allLines = (count: number): string[] =>
  Array.from({ length: repeats }, (_, repeat) => tagsOf(repeat, count).map(lineOf)).flat();

/** A trigger whose runs end at once: hundreds of them would keep the cluster busy for nothing. */
const bindWithoutPipeline = async (
  context: ScenarioContext,
  overrides: Partial<CompleteDraft> = {},
): Promise<void> => {
  await context.bind(overrides);
  const namespace = context.projects.pipelines;
  await context.admin.remove(pipelineKind, { namespace, name: samplePipelineName });
};

const pushInParallel = async (context: ScenarioContext, count: number): Promise<void> => {
  const { registry, images, stream, cluster } = context;
  await bindWithoutPipeline(context);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const tags = tagsOf(repeat, count);
    await Promise.all(tags.map((tag) => registry.push(stream, tag, images.named(`to-${tag}`))));
    await cluster.later(1);
  }
};

const setInOneUpdate = async (context: ScenarioContext, count: number): Promise<void> => {
  const { registry, images, stream, cluster } = context;
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const tag of tagsOf(repeat, count))
      await registry.push(stream, 'build', images.named(`to-${tag}`));
  await bindWithoutPipeline(context, { rule: { kind: 'glob', pattern: 'v*' } });
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const tags = tagsOf(repeat, count);
    const set = tags.map((tag) => [tag, images.named(`to-${tag}`)] as const);
    await registry.tag(stream, Object.fromEntries(set));
    await cluster.later(1);
  }
};

const last = 'v-last';

/** How many tags come at once, and how: as many as there are lanes run, whatever the way. */
const allRun = (
  how: string,
  come: (context: ScenarioContext, count: number) => Promise<void>,
): Scenario[] =>
  [2, lanes].map((count) => ({
    title: `${count} tags ${how}, ${repeats} times, run once each`,
    run: async (context) => {
      const { expect, stream } = context;
      await come(context, count);
      await expect.noMoreRuns('web', allLines(count), { stream, tag: last });
    },
  }));

/** More tags at once than lanes. */
const oneTooMany = async (context: ScenarioContext): Promise<number> => {
  const { registry, images, expect, stream } = context;
  await registry.push(stream, last, images.named('last'));
  await expect.ranOrMissed('web', [...allLines(lanes + 1), `last ${last}`]);
  // The window is still open: nothing of what was missed has run meanwhile, or runs twice.
  return (await expect.ranOrMissed('web', [...allLines(lanes + 1), `last ${last}`])).length;
};

/** Pushes that come in the same second, and what the lanes of a trigger take of them. */
export const atOnceScenarios: readonly Scenario[] = [
  ...allRun('pushed in parallel', pushInParallel),
  {
    title: `${lanes + 1} tags pushed in parallel, ${repeats} times, run at most once each, and what does not run is found as missed`,
    run: async (context) => {
      await pushInParallel(context, lanes + 1);
      const missed = await oneTooMany(context);
      assert.ok(missed <= repeats, `${missed} of ${repeats} at most`);
    },
  },
  ...allRun('set to as many images in one update', setInOneUpdate),
  {
    title: `of ${lanes + 1} tags set to as many images in one update, ${repeats} times, ${lanes} run once each and one is found as missed`,
    run: async (context) => {
      await setInOneUpdate(context, lanes + 1);
      assert.equal(await oneTooMany(context), repeats, 'one of each update');
    },
  },
];
