import assert from 'node:assert/strict';
import type { Applied } from '../applied';
import { articleChain, chainByReference, chainNames } from '../chain-by-hand';
import { eventually } from '../eventually';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

/** Applies a chain as cluster admin, and takes away at the end what no project takes with it. */
export const withChain = async (
  { admin, relay }: ScenarioContext,
  chain: readonly Applied[],
  action: () => Promise<void>,
): Promise<void> => {
  const ofCluster: Applied[] = [];
  try {
    for (const applied of chain) {
      await admin.create(applied.kind, applied.manifest);
      if (applied.manifest.metadata.namespace === undefined) ofCluster.push(applied);
    }
    await relay.untilPartsReady(chainNames.listener, chainNames.source);
    await action();
  } finally {
    for (const { kind, manifest } of ofCluster)
      await admin.remove(kind, { name: manifest.metadata.name });
  }
};

/**
 * The rows of the runs of found chains, each as `IMAGE STREAM TAG,TAG STATUS`; of the images of this
 * scenario alone, for every push of the cluster may run.
 */
const rowsOf = async ({ observer, images }: ScenarioContext): Promise<string[]> =>
  (await observer.foundHistory())
    .filter(({ digest = '' }) => images.labelOf(digest) !== digest)
    .map(({ digest, stream, tags, status }) =>
      [images.labelOf(digest), stream?.name ?? '(no stream)', tags.join(','), status].join(' '),
    )
    .sort();

const expectRows = async (context: ScenarioContext, rows: readonly string[]): Promise<void> =>
  eventually(context.cluster.patienceMs, async () => {
    assert.deepEqual(await rowsOf(context), [...rows].sort(), 'the rows of found chains');
  });

/** What the plugin must tell of a chain. */
const expectChain = async ({ observer, projects }: ScenarioContext, scope: object) => {
  const [chain, ...others] = await observer.foundChains();
  assert.deepEqual(others, [], 'one chain');
  const namespace = projects.pipelines;
  const { name, pipeline, template, sources, listener, scopes } = chain ?? {};
  assert.deepEqual(
    { name, pipeline, template, scopes },
    {
      name: chainNames.trigger,
      pipeline: { kind: 'named', namespace, name: chainNames.pipeline },
      template: { namespace, name: chainNames.template },
      scopes: [scope],
    },
  );
  const parts = [listener, ...(sources ?? [])].map((part) => [part?.name, part?.health.state]);
  assert.deepEqual(parts, [
    [chainNames.listener, 'ready'],
    [chainNames.source, 'ready'],
  ]);
};

/** Chains that somebody made by hand. */
export const foundChainScenarios: readonly Scenario[] = [
  {
    title: "the article's chain, applied by hand, is found, and so are the runs of its pushes",
    run: async (context) => {
      const { registry, images, stream, remoteStream, projects, cluster } = context;
      await withChain(context, articleChain(projects.pipelines), async () => {
        await expectChain(context, { of: 'images', labelled: false });
        await registry.push(stream, 'v1', images.named('red'));
        await expectRows(context, ['red web v1 succeeded']);
        // An Image is new once: neither the same push nor the same image elsewhere runs again.
        await registry.push(stream, 'v1', images.named('red'));
        await registry.push(remoteStream, 'v2', images.named('red'));
        await cluster.later(1);
        await registry.push(remoteStream, 'v3', images.named('blue'));
        await expectRows(context, ['red web v1 succeeded', 'blue web v3 succeeded']);
      });
    },
  },
  {
    title: 'a chain whose source refers to the listener, which selects a Trigger, is found',
    run: async (context) => {
      const { registry, images, stream, projects } = context;
      await withChain(context, chainByReference(projects.pipelines), async () => {
        const projectsOfScope = [projects.pipelines];
        await expectChain(context, { of: 'streams', projects: projectsOfScope, labelled: false });
        await registry.push(stream, 'v1', images.named('red'));
        await expectRows(context, ['red web v1 succeeded']);
      });
    },
  },
];
