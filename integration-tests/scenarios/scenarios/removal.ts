import assert from 'node:assert/strict';
import { removeTrigger } from '../../../src/domain/remove-trigger';
import type { Scenario } from '../scenario';
import { version } from '../scenario-context';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

export const remove = async (context: ScenarioContext, name: string): Promise<void> => {
  const result = await removeTrigger(await context.trigger(name), verbsOf(context.admin), {
    version,
  });
  assert.deepEqual(result, { outcome: 'removed' }, `the removal of ${name}`);
};

/** What a deletion takes, and what it leaves. */
export const removalScenarios: readonly Scenario[] = [
  {
    title: 'the last trigger takes the relay with it, and its runs stay',
    run: async (context) => {
      const { registry, images, expect, observer, remoteStream: stream } = context;
      const before = await observer.snapshot();
      await context.bind({ stream });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      assert.notDeepEqual(await observer.snapshot(), before);
      await remove(context, 'web');
      await expect.snapshot(before, 'what is left of the trigger and its relay');
      await expect.runs('web', ['red v1']);
      await expect.history('web', ['red v1 succeeded']);
    },
  },
  {
    title: 'a second trigger keeps the relay as it is',
    run: async (context) => {
      const { registry, images, expect, observer, stream } = context;
      await context.bind({ name: 'audit' });
      const before = await observer.snapshot();
      await context.bind();
      await remove(context, 'web');
      await expect.snapshot(before, 'the relay with the trigger that stays');
      await registry.push(stream, 'v1', images.named('red'));
      await expect.noMoreRuns('audit', ['red v1'], { stream, tag: 'v2' });
      await expect.runs('web', []);
    },
  },
  {
    title: 'the last trigger on a project takes the source of that project only',
    run: async (context) => {
      const { registry, images, expect, observer, stream, remoteStream } = context;
      const before = await observer.snapshot();
      await context.bind();
      const withOne = await observer.snapshot();
      await context.bind({ name: 'remote', stream: remoteStream });
      await remove(context, 'remote');
      await expect.snapshot(withOne, 'the relay with the source that stays');
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);
      await remove(context, 'web');
      await expect.snapshot(before, 'what is left of both');
    },
  },
];
