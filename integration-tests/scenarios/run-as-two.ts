import assert from 'node:assert/strict';
import type { HistoryRow } from '../../src/domain/history';
import { applyReplay, nextRunOf, planReplay } from '../../src/domain/replay-push';
import type { ScenarioContext } from './scenario-context';
import { verbsOf } from './verbs';

/**
 * Two users run a push at the same time, or run it again: one of them makes the run, and the other
 * is told that it is there.
 */
export const runAsTwo = async (context: ScenarioContext, row: HistoryRow): Promise<void> => {
  const trigger = await context.trigger(row.trigger.name);
  const request = {
    trigger,
    push: { digest: row.digest ?? '', created: row.created },
    number: row.run ? nextRunOf(row) : 0,
    now: new Date(),
  };
  const plans = await Promise.all(
    (['namespace-admin', 'editor'] as const).map(async (person) => {
      const verbs = verbsOf(context.clientOf(person));
      const plan = await planReplay({ ...request, by: person }, verbs);
      assert.ok(plan.outcome === 'ready', JSON.stringify(plan));
      return () => applyReplay(plan, verbs);
    }),
  );
  const results = await Promise.all(plans.map((apply) => apply()));
  assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['created', 'has-run']);
};
