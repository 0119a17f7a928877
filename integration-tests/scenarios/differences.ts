import assert from 'node:assert/strict';
import { compareObject } from '../../src/domain/comparison';
import type { Comparison } from '../../src/domain/comparison';
import { refOf } from '../../src/domain/relay';
import { compareTrigger, sharedWith } from '../../src/domain/trigger-comparison';
import { version } from './scenario-context';
import type { ScenarioContext } from './scenario-context';
import { verbsOf } from './verbs';

/** Everything that a trigger is made of, compared with what this version builds. */
const compareAll = async (context: ScenarioContext, name: string): Promise<Comparison[]> => {
  const trigger = await context.trigger(name);
  const verbs = verbsOf(context.admin);
  const shared = sharedWith(trigger, version).map(async (resource) =>
    compareObject(resource, await verbs.get(refOf(resource)), version),
  );
  return [...compareTrigger(trigger, version), ...(await Promise.all(shared))];
};

/** A trigger and what it shares differ so, each as `KIND NAME STATE PATH,PATH`. */
export const expectDifferences = async (
  context: ScenarioContext,
  name: string,
  lines: readonly string[],
): Promise<void> => {
  const found = (await compareAll(context, name))
    .filter(({ state }) => state !== 'same')
    .map(
      ({ kind, name: object, state, differences }) =>
        `${kind.kind} ${object} ${state} ${differences.map(({ path }) => path).join()}`,
    );
  assert.deepEqual(found, lines, `what differs of ${name}`);
};
