import assert from 'node:assert/strict';
import { pullSpecOf } from '../registry';
import type { Scenario } from '../scenario';
import { pastTheWindow } from '../window';

/** What comes of `oc tag`, with and without `--alias`. */
export const tagScenarios: readonly Scenario[] = [
  {
    title: 'an image that is tagged into another stream by its digest runs there',
    run: async (context) => {
      const { registry, images, expect, observer, stream, remoteStream, cluster } = context;
      const red = images.named('red');
      await context.bind();
      await registry.push(remoteStream, 'v1', red);
      await cluster.later(2);
      await registry.tag(stream, { stable: red }, remoteStream);
      await expect.runs('web', ['red stable']);
      const [run] = await observer.runs();
      assert.equal(run?.cause?.reference, pullSpecOf(stream, red), 'its pull spec');
      await expect.noMoreRuns('web', ['red stable'], { stream, tag: 'v2' });
    },
  },
  {
    title: 'a push to a tag that an alias of its stream follows is one push of both',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind();
      await registry.alias(stream, 'stable', { tag: 'v1' });
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(2);
      await registry.push(stream, 'v1', images.named('blue'));
      const runs = ['red stable', 'blue stable'];
      await expect.runs('web', runs);
      await expect.history('web', ['red stable,v1 succeeded', 'blue stable,v1 succeeded']);
      await expect.noMoreRuns('web', runs, { stream, tag: 'v2' });
    },
  },
  {
    title: 'an alias set to a fresh push runs where only the alias matches, and else not again',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind({ rule: { kind: 'tags', tags: ['stable'] } });
      await context.bind({ name: 'any' });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('any', ['red v1']);
      await expect.runs('web', []);
      await cluster.later(2);
      await registry.alias(stream, 'stable', { tag: 'v1' });
      await expect.runs('web', ['red stable']);
      await expect.noMoreRuns('any', ['red v1'], { stream, tag: 'stable' });
      await expect.runs('web', ['red stable', 'last-1 stable']);
      await expect.history('any', ['red stable,v1 succeeded', 'last-1 stable succeeded']);
    },
  },
  {
    title: 'an alias of a tag of another stream runs when it is set, and not with later pushes',
    run: async (context) => {
      const { registry, images, expect, stream, remoteStream } = context;
      await context.bind();
      await registry.push(remoteStream, 'v1', images.named('red'));
      await registry.alias(stream, 'stable', { tag: 'v1', source: remoteStream });
      await expect.runs('web', ['red stable']);
      await registry.push(remoteStream, 'v1', images.named('blue'));
      await expect.noMoreRuns('web', ['red stable'], { stream, tag: 'v2' });
      await expect.history('web', ['red stable succeeded', 'last-1 v2 succeeded']);
    },
  },
  {
    title: 'an alias moved back onto a push of the last two minutes runs',
    run: async (context) => {
      const { registry, images, expect, stream } = context;
      await context.bind({ rule: { kind: 'tags', tags: ['stable'] } });
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      await registry.alias(stream, 'stable', { tag: 'v2' });
      await expect.runs('web', ['blue stable']);
      await registry.alias(stream, 'stable', { tag: 'v1' });
      const runs = ['blue stable', 'red stable'];
      await expect.noMoreRuns('web', runs, { stream, tag: 'stable' });
    },
  },
  {
    title: 'an alias moved onto an older image does not run, and the history says why',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      await context.bind({ rule: { kind: 'tags', tags: ['stable'] } });
      await registry.push(stream, 'v1', images.named('red'));
      await cluster.later(pastTheWindow);
      await registry.push(stream, 'v2', images.named('blue'));
      await registry.alias(stream, 'stable', { tag: 'v2' });
      await expect.runs('web', ['blue stable']);
      await registry.alias(stream, 'stable', { tag: 'v1' });
      await expect.history('web', ['red stable alias', 'blue stable succeeded']);
      await expect.noMoreRuns('web', ['blue stable'], { stream, tag: 'stable' });
    },
  },
];
