import assert from 'node:assert/strict';
import { pauseTrigger, resumeTrigger } from '../../../src/domain/pause-trigger';
import type { Scenario } from '../scenario';
import { verbsOf } from '../verbs';

/** What a pause keeps from running, and what it does not. */
export const pauseScenarios: readonly Scenario[] = [
  {
    title: 'pushes do not run while a trigger is paused, nor by its resumption; later ones do',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      const verbs = verbsOf(context.admin);
      await context.bind();
      await context.bind({ name: 'witness' });
      await registry.push(stream, 'v1', images.named('red'));
      await expect.runs('web', ['red v1']);

      await pauseTrigger(await context.trigger('web'), verbs, { by: 'anna', reason: 'freeze' });
      const paused = await context.trigger('web');
      assert.equal(paused.active, 'none');
      await cluster.later(2);
      await registry.push(stream, 'v2', images.named('blue'));
      // The listener has dealt with the push: it is the same one for both triggers.
      await expect.runs('witness', ['red v1', 'blue v2']);
      await expect.history('web', ['red v1 succeeded', 'blue v2 paused']);

      await cluster.later(2);
      await resumeTrigger(paused, verbs, { by: 'anna' });
      assert.equal((await context.trigger('web')).active, 'all');
      await registry.push(stream, 'v3', images.named('green'));
      await expect.noMoreRuns('web', ['red v1', 'green v3'], { stream, tag: 'v4' });
      await expect.history('web', [
        'red v1 succeeded',
        'blue v2 paused',
        'green v3 succeeded',
        'last-1 v4 succeeded',
      ]);
    },
  },
];
