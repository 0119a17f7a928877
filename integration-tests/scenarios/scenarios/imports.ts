import assert from 'node:assert/strict';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import type { ImageStream } from '../../../src/k8s/image-stream';
import { conditionOf } from '../../../src/k8s/resource';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { Upstream } from '../upstream';

/** With a registry outside of the cluster. */
const withUpstream =
  (run: (context: ScenarioContext, upstream: Upstream) => Promise<void>): Scenario['run'] =>
  (context) =>
    Upstream.use((upstream) => run(context, upstream));

/** The same tags, from a registry outside. */
const pullSpecsOf = (upstream: Upstream, tags: readonly string[]): Record<string, string> =>
  Object.fromEntries(tags.map((tag) => [tag, upstream.pullSpecOf(tag)]));

const threeTags = ['v1', 'v2', 'v3'] as const;

/** What comes of `oc import-image`. */
export const importScenarios: readonly Scenario[] = [
  {
    title: 'an imported tag runs, and the same import again does not',
    run: withUpstream(async (context, upstream) => {
      const { registry, images, expect, observer, stream, cluster } = context;
      const red = images.named('red');
      upstream.move('v1', red);
      await context.bind();
      await registry.import(stream, pullSpecsOf(upstream, ['v1']));
      await expect.runs('web', ['red v1']);
      const [run] = await observer.runs();
      const pullSpec = upstream.pullSpecOf('v1').replace(/:v1$/, `@${red.digest}`);
      assert.equal(run?.cause?.reference, pullSpec, 'its pull spec');
      await cluster.later(2);
      await registry.import(stream, pullSpecsOf(upstream, ['v1']));
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    }),
  },
  {
    title: 'an import that makes the ImageStream runs',
    run: withUpstream(async (context, upstream) => {
      const { registry, images, expect, projects } = context;
      const stream = { namespace: projects.pipelines, name: 'new' };
      upstream.move('v1', images.named('red'));
      await context.bind({ stream });
      await registry.import(stream, pullSpecsOf(upstream, ['v1']));
      await expect.runs('web', ['red v1']);
      await expect.history('web', ['red v1 succeeded']);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    }),
  },
  {
    title: 'three tags imported in one request run once for each image',
    run: withUpstream(async (context, upstream) => {
      const { registry, images, expect, stream, cluster } = context;
      threeTags.forEach((tag) => upstream.move(tag, images.named(`to-${tag}`)));
      await context.bind();
      await registry.import(stream, pullSpecsOf(upstream, threeTags));
      const runs = threeTags.map((tag) => `to-${tag} ${tag}`);
      await expect.runs('web', runs);
      await cluster.later(2);
      threeTags.forEach((tag) => upstream.move(tag, images.named('red')));
      await registry.import(stream, pullSpecsOf(upstream, threeTags));
      await expect.runs('web', [...runs, 'red v1']);
      await expect.history('web', [
        ...runs.map((run) => `${run} succeeded`),
        'red v1,v2,v3 succeeded',
      ]);
      await expect.noMoreRuns('web', [...runs, 'red v1'], { stream, tag: 'v4' });
    }),
  },
  {
    title: 'of the tags that are imported again, those that changed upstream run',
    run: withUpstream(async (context, upstream) => {
      const { registry, images, expect, stream, cluster } = context;
      upstream.move('v1', images.named('red'));
      upstream.move('v2', images.named('green'));
      await context.bind();
      await registry.import(stream, pullSpecsOf(upstream, ['v1', 'v2']));
      await expect.runs('web', ['red v1', 'green v2']);
      await cluster.later(2);
      upstream.move('v1', images.named('blue'));
      await registry.import(stream, pullSpecsOf(upstream, ['v1', 'v2']));
      const runs = ['red v1', 'green v2', 'blue v1'];
      await expect.noMoreRuns('web', runs, { stream, tag: 'v3' });
    }),
  },
  {
    title: 'a failed import does not run and shows as failing, until it succeeds and runs',
    run: withUpstream(async (context, upstream) => {
      const { admin, registry, images, expect, observer, stream, cluster } = context;
      upstream.move('v1', images.named('red'));
      await context.bind();
      await registry.import(stream, pullSpecsOf(upstream, ['v1', 'gone']));
      await expect.runs('web', ['red v1']);
      const { status } = (await admin.get<ImageStream>(imageStreamKind, stream)) ?? {};
      const gone = status?.tags?.find(({ tag }) => tag === 'gone');
      const condition = conditionOf(gone?.conditions, 'ImportSuccess');
      assert.deepEqual(
        [gone?.items, condition?.status, condition?.reason, condition?.message],
        [
          null,
          'False',
          'NotFound',
          `dockerimage.image.openshift.io "${upstream.pullSpecOf('gone')}" not found`,
        ],
      );
      assert.deepEqual(await observer.failingImports(), ['web gone']);
      await expect.history('web', ['red v1 succeeded']);
      await cluster.later(2);
      upstream.move('gone', images.named('blue'));
      await registry.import(stream, pullSpecsOf(upstream, ['v1', 'gone']));
      assert.deepEqual(await observer.failingImports(), []);
      await expect.noMoreRuns('web', ['red v1', 'blue gone'], { stream, tag: 'v2' });
    }),
  },
  {
    title: 'tags without an image, by a failed import or by reference, keep no other from running',
    run: withUpstream(async (context, upstream) => {
      const { registry, images, expect, stream } = context;
      const from = { kind: 'DockerImage', name: upstream.pullSpecOf('gone') };
      await context.bind();
      await registry.import(stream, pullSpecsOf(upstream, ['a-gone', 'z-gone']));
      await registry.specify(stream, [
        { name: 'b-outside', from, reference: true },
        { name: 'y-outside', from, reference: true },
        { name: 'x-nowhere', from: { kind: 'ImageStreamTag', name: 'nowhere' } },
      ]);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
      await expect.history('web', ['red v1 succeeded', 'last-1 v2 succeeded']);
    }),
  },
];
