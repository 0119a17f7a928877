import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { nameOf } from '../../../src/k8s/resource';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { pastTheWindow } from '../window';

/** Three pushes to one tag, one after the other, and their runs. */
const threeRunsOfOneTag = async (context: ScenarioContext): Promise<readonly string[]> => {
  const { registry, images, expect, stream, cluster } = context;
  await context.bind();
  for (const label of ['red', 'blue', 'green']) {
    await registry.push(stream, 'v1', images.named(label));
    await cluster.later(2);
  }
  const runs = ['red v1', 'blue v1', 'green v1'];
  await expect.runs('web', runs);
  return runs;
};

/** What an ImageStream loses, by hand or by a pruner, and what comes of it. */
export const deletionScenarios: readonly Scenario[] = [
  {
    title: 'a deleted tag does not run; pushed again, it runs once more',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.runs('web', ['red v1', 'blue v2']);
      await cluster.later(2);
      await registry.removeTag(stream, 'v1');
      await expect.noMoreRuns('web', ['red v1', 'blue v2'], { stream, tag: 'v3' });
      await expect.history('web', [
        'red v1 ledger-gone',
        'blue v2 succeeded',
        'last-1 v3 succeeded',
      ]);
      await registry.push(stream, 'v1', images.named('red'));
      const runs = ['red v1', 'blue v2', 'last-1 v3', 'red v1'];
      await expect.noMoreRuns('web', runs, { stream, tag: 'v3' });
    },
  },
  {
    title: 'a deleted stream does not run; made again, it runs the same image once more',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const neighbour = { ...stream, name: 'api' };
      await registry.createStream(neighbour);
      await context.bind();
      await context.bind({ name: 'neighbour', stream: neighbour });
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.runs('web', ['red v1', 'blue v2']);
      await cluster.later(2);
      await registry.removeStream(stream);
      // The events of both streams come by one source, in their order.
      await expect.noMoreRuns('neighbour', [], { stream: neighbour, tag: 'v1' });
      await expect.runs('web', ['red v1', 'blue v2']);
      await expect.history('web', ['red v1 ledger-gone', 'blue v2 ledger-gone']);
      await registry.createStream(stream);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('web', ['red v1', 'blue v2', 'red v1'], { stream, tag: 'v3' });
      await expect.history('web', [
        'red v1 ledger-gone',
        'blue v2 ledger-gone',
        'red v1 succeeded',
        'last-2 v3 succeeded',
      ]);
    },
  },
  {
    title: 'what the image pruner cuts from the history of a tag runs nothing again',
    run: async (context) => {
      const { registry, expect, stream } = context;
      const runs = await threeRunsOfOneTag(context);
      await registry.prune(stream, 'v1', ([newest]) => (newest ? [newest] : []));
      await expect.noMoreRuns('web', runs, { stream, tag: 'v2' });
      await expect.history('web', [
        'red v1 ledger-gone',
        'blue v1 ledger-gone',
        'green v1 succeeded',
        'last-1 v2 succeeded',
      ]);
    },
  },
  {
    title:
      'an image that is the newest of its tag again, as a newer one was cut, does not run again',
    run: async (context) => {
      const { admin, registry, expect, observer, stream, cluster } = context;
      const namespace = context.projects.pipelines;
      const runs = await threeRunsOfOneTag(context);
      await registry.prune(stream, 'v1', ([, ...older]) => older);
      await expect.noMoreRuns('web', runs, { stream, tag: 'v2' });
      // Without its run to stop it, its age must.
      await cluster.later(pastTheWindow);
      for (const run of await observer.pipelineRuns())
        await admin.remove(pipelineRunKind, { namespace, name: nameOf(run) });
      await registry.prune(stream, 'v1', ([, ...older]) => older);
      await expect.noMoreRuns('web', [], { stream, tag: 'v3' });
    },
  },
];
