import type { Scenario } from '../scenario';

/** What comes of the ways in which an image comes to a tag, and of what is no push. */
export const pushScenarios: readonly Scenario[] = [
  {
    title: 'the first push of a new ImageStream runs',
    run: async (context) => {
      const { registry, images, expect, projects } = context;
      const stream = { namespace: projects.pipelines, name: 'new' };
      await context.bind({ stream });
      await registry.createStream(stream);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await expect.history('web', ['red v1 succeeded']);
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'a new digest of a tag runs',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v1', images.named('blue'));
      await expect.runs('web', ['red v1', 'blue v1']);
      await expect.history('web', ['red v1 succeeded', 'blue v1 succeeded']);
      await expect.noMoreRuns('web', ['red v1', 'blue v1'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'a new tag runs, and the tags that were there do not run again',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await registry.push(stream, 'v2', images.named('blue'));
      await expect.noMoreRuns('web', ['red v1', 'blue v2'], { stream, tag: 'v3' });
    },
  },
  {
    title: 'pushing the same digest again does not run',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await cluster.later(2);
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'a label change does not run',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await cluster.later(2);
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'an old image that gets another tag runs',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const red = images.named('red');
      await context.bind();
      await registry.push(stream, 'v1', red);
      await expect.runs('web', ['red v1']);
      await cluster.later(2);
      await registry.tag(stream, { stable: red });
      await expect.runs('web', ['red v1', 'red stable']);
      await expect.history('web', ['red v1 succeeded', 'red stable succeeded']);
      await expect.noMoreRuns('web', ['red v1', 'red stable'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'a rollback, the old digest pushed again, runs again',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      for (const label of ['red', 'blue', 'red']) {
        await registry.push(stream, 'v1', images.named(label));
        await cluster.later(2);
      }
      const runs = ['red v1', 'blue v1', 'red v1'];
      await expect.noMoreRuns('web', runs, { stream, tag: 'v2' });
    },
  },
  {
    title: 'several tags set to one image in one update run once for each image',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const [red, blue] = [images.named('red'), images.named('blue')] as const;
      await context.bind({ rule: { kind: 'glob', pattern: 'v*' } });
      await registry.push(stream, 'build-1', red);
      await registry.push(stream, 'build-2', blue);
      await cluster.later(2);
      // As many tags of each image as there are lanes: no image may use up the lanes of the other.
      const ofRed = { v4: red, v1: red, v3: red, v2: red };
      await registry.tag(stream, { ...ofRed, v5: blue, v8: blue, v6: blue, v7: blue });
      await expect.runs('web', ['red v1', 'blue v5']);
      await expect.history('web', [
        'red build-1 unmatched',
        'blue build-2 unmatched',
        'red v1,v2,v3,v4 succeeded',
        'blue v5,v6,v7,v8 succeeded',
      ]);
      await expect.noMoreRuns('web', ['red v1', 'blue v5'], { stream, tag: 'v9' });
    },
  },
];
