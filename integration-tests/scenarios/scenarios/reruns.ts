import assert from 'node:assert/strict';
import type { HistoryRow } from '../../../src/domain/history';
import { runAsTwo } from '../run-as-two';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

const onlyRow = async ({ observer }: ScenarioContext): Promise<HistoryRow> => {
  const [row, ...others] = await observer.history();
  assert.ok(row && others.length === 0, `one push, and ${others.length} more`);
  return row;
};

export const rerunScenarios: readonly Scenario[] = [
  {
    title: 'a push is run again once a number, by whoever is first, and stays one push',
    run: async (context) => {
      const { registry, images, expect, observer, stream } = context;
      await context.bind();
      await registry.push(stream, 'v1', images.named('red'));
      await expect.history('web', ['red v1 succeeded']);
      const first = (await onlyRow(context)).run?.name ?? '';
      await runAsTwo(context, await onlyRow(context));
      await expect.history('web', ['red v1 succeeded']);
      await runAsTwo(context, await onlyRow(context));
      await expect.history('web', ['red v1 succeeded']);
      const { run, earlierRuns } = await onlyRow(context);
      assert.equal(run?.name, `${first}-r2`);
      assert.deepEqual(
        earlierRuns.map(({ name }) => name),
        [first, `${first}-r1`],
      );
      assert.match(run.replayedBy ?? 'nobody', /^(namespace-admin|editor)$/);
      // An event that shows the push once more, while it is fresh, runs nothing.
      await registry.label(stream, 'changed');
      await expect.noMoreRuns('web', ['red v1', 'red v1', 'red v1'], { stream, tag: 'v2' });
      const names = (await observer.runs()).map(({ name }) => name);
      assert.equal(new Set(names).size, 4, names.join(', '));
    },
  },
];
