import assert from 'node:assert/strict';
import { samplePipelineName } from '../../../src/domain/sample-pipeline';
import { pipelineKind } from '../../../src/k8s/pipeline';
import type { CompleteDraft } from '../../../src/domain/draft';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

const repeats = 20;
const lanes = 4;
/** Of a listener: what client-go allows where nobody asks for more (rest.DefaultQPS). */
const createsPerSecond = 5;

/** The images of a repeat by their tags, which are the same in each. */
const imagesOf = ({ images }: ScenarioContext, repeat: number, count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `v${index}`,
      images.named(`image-${repeat}-${index}`),
    ]),
  );

const allLines = (context: ScenarioContext, count: number): string[] =>
  Array.from({ length: repeats }, (_, repeat) =>
    Object.entries(imagesOf(context, repeat, count)).map(([tag, { label }]) => `${label} ${tag}`),
  ).flat();

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
  const { registry, stream, cluster } = context;
  await bindWithoutPipeline(context);
  // Each push is an event, and each event creates a run for every lane, though most exist already.
  const creates = count * Math.min(count, lanes);
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const pushes = Object.entries(imagesOf(context, repeat, count));
    await Promise.all(pushes.map(([tag, image]) => registry.push(stream, tag, image)));
    await cluster.later(Math.ceil(creates / createsPerSecond));
  }
};

const setInOneUpdate = async (context: ScenarioContext, count: number): Promise<void> => {
  const { registry, stream, cluster } = context;
  for (let repeat = 0; repeat < repeats; repeat += 1)
    for (const image of Object.values(imagesOf(context, repeat, count)))
      await registry.push(stream, 'build', image);
  await bindWithoutPipeline(context, { rule: { kind: 'glob', pattern: 'v*' } });
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await registry.tag(stream, imagesOf(context, repeat, count));
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
      await expect.noMoreRuns('web', allLines(context, count), { stream, tag: last });
    },
  }));

/** More tags at once than lanes. */
const oneTooMany = async (context: ScenarioContext): Promise<number> => {
  const { registry, images, expect, stream } = context;
  const pushes = [...allLines(context, lanes + 1), `last ${last}`];
  await registry.push(stream, last, images.named('last'));
  return (await expect.ranOrMissed('web', pushes)).length;
};

/** Pushes that come in the same second, and what the lanes of a trigger take of them. */
export const atOnceScenarios: readonly Scenario[] = [
  ...allRun('pushed in parallel', pushInParallel),
  {
    title: `${lanes + 1} tags pushed in parallel, ${repeats} times, run at most once each, and what does not run is found as missed or superseded`,
    run: async (context) => {
      await pushInParallel(context, lanes + 1);
      const missed = await oneTooMany(context);
      assert.ok(missed <= repeats, `${missed} of ${repeats} at most`);
    },
  },
  ...allRun('set to as many images in one update', setInOneUpdate),
  {
    title: `of ${lanes + 1} tags set to as many images in one update, ${repeats} times, ${lanes} run once each and one is found as superseded`,
    run: async (context) => {
      await setInOneUpdate(context, lanes + 1);
      assert.equal(await oneTooMany(context), repeats, 'one of each update');
    },
  },
];
