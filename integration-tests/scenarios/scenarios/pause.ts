import assert from 'node:assert/strict';
import { pauseTrigger, resumeTrigger } from '../../../src/domain/pause-trigger';
import { switchMany } from '../../../src/domain/pause-many';
import type { SwitchRequest } from '../../../src/domain/pause-many';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';
import { verbsOf } from '../verbs';

const together = ['one', 'two', 'three'];

/** Pauses or resumes three triggers at once, each of which must come to its end. */
const switchTogether = async (context: ScenarioContext, request: SwitchRequest): Promise<void> => {
  const states = new Map<string, string>();
  const triggers = await Promise.all(together.map((name) => context.trigger(name)));
  await switchMany(triggers, request, {
    verbs: verbsOf(context.admin),
    isLeft: () => false,
    report: ({ name }, { state }) => states.set(name, state),
  });
  assert.deepEqual(Object.fromEntries(states), { one: 'done', two: 'done', three: 'done' });
};

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
  {
    title: 'triggers that are paused together run nothing, and once each when resumed together',
    run: async (context) => {
      const { registry, images, expect, stream, cluster } = context;
      for (const name of [...together, 'witness']) await context.bind({ name });
      await switchTogether(context, { change: 'pause', by: 'anna', reason: 'freeze' });
      await cluster.later(2);
      await registry.push(stream, 'v1', images.named('red'));
      await registry.push(stream, 'v2', images.named('blue'));
      // The listener has dealt with the pushes: they are the same ones for all triggers.
      await expect.runs('witness', ['red v1', 'blue v2']);
      for (const name of together) {
        const { activity } = await context.trigger(name);
        const { by, reason } = activity.at(-1) ?? {};
        assert.deepEqual([by, reason], ['anna', 'freeze'], `the log of ${name}`);
        await expect.history(name, ['red v1 paused', 'blue v2 paused']);
      }

      await cluster.later(2);
      await switchTogether(context, { change: 'resume', by: 'anna' });
      await registry.push(stream, 'v3', images.named('green'));
      for (const name of together) await expect.runs(name, ['green v3']);
      await expect.noMoreRuns('witness', ['red v1', 'blue v2', 'green v3'], { stream, tag: 'v4' });
      for (const name of together) {
        await expect.runs(name, ['green v3', 'last-1 v4']);
        await expect.history(name, [
          'red v1 paused',
          'blue v2 paused',
          'green v3 succeeded',
          'last-1 v4 succeeded',
        ]);
      }
    },
  },
];
