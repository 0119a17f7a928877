import assert from 'node:assert/strict';
import { triggerLabel } from '../../../src/domain/marks';
import { checkWithLibrary } from '../../../src/domain/raw-cel/cel-library';
import { provideCel } from '../../../src/domain/raw-cel/engine';
import type { TagRule } from '../../../src/domain/tag-rule';
import { triggerKind } from '../../../src/k8s/trigger';
import type { Trigger } from '../../../src/k8s/trigger';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

interface RuleCase {
  /** In place of the one that names the kind of the rule. */
  readonly title?: string;
  readonly rule: TagRule;
  readonly matching: readonly string[];
  readonly others: readonly string[];
}

const cases: readonly RuleCase[] = [
  { rule: { kind: 'any' }, matching: ['v1', 'Nightly_2026.01'], others: [] },
  {
    rule: { kind: 'tags', tags: ['v1', 'stable'] },
    matching: ['v1', 'stable'],
    others: ['v10', 'unstable'],
  },
  {
    rule: { kind: 'glob', pattern: 'v1.?-*' },
    matching: ['v1.2-rc', 'v1.2-'],
    others: ['v1x2-rc', 'v1.2', 'xv1.2-rc'],
  },
  {
    rule: { kind: 'regex', pattern: String.raw`v\d+\.\d+|stable` },
    matching: ['v12.3', 'stable'],
    others: ['v12', 'v12.3-rc', 'unstable'],
  },
  {
    rule: { kind: 'range', range: '~1.4.2 || >=2.0.0-rc.2 <3' },
    matching: ['v1.4.10', '2.0.0-rc.10', '2.1.0'],
    others: ['1.5.0', '1.4.3-rc.1', '2.0.0-rc.1', '3.0.0', '1.4'],
  },
  {
    rule: { kind: 'cel', expression: `t.tag == 'stable' || t.tag.split('.').size() == 3` },
    matching: ['stable', 'v1.2.3'],
    others: ['v1.2', 'unstable'],
  },
  {
    title: 'a rule that ignores tags runs what matches but for those',
    rule: { kind: 'glob', pattern: 'v*', ignore: ['*-rc*', 'v0.?'] },
    matching: ['v1.0', 'v0.10'],
    others: ['v1.0-rc.1', 'v0.9', 'latest'],
  },
];

/** Pushes tags of which some match, and expects runs of those. */
const pushAndRun = async (
  { registry, images, expect, stream }: ScenarioContext,
  { matching, others }: Pick<RuleCase, 'matching' | 'others'>,
): Promise<string[]> => {
  for (const tag of [...others, ...matching])
    await registry.push(stream, tag, images.named(`to-${tag}`));
  const runs = matching.map((tag) => `to-${tag} ${tag}`);
  await expect.runs('web', runs);
  return runs;
};

/** Adds a condition to the filter of every lane of the trigger `web`, as somebody does by hand. */
const addByHand = async ({ admin, projects }: ScenarioContext, added: string): Promise<void> => {
  const namespace = projects.pipelines;
  const labelSelector = `${triggerLabel}=web`;
  for (const lane of await admin.list<Trigger>(triggerKind, { namespace, labelSelector })) {
    const [push, ...others] = lane.spec?.interceptors ?? [];
    const params = push?.params?.map((param) =>
      param.name === 'filter' ? { ...param, value: `${String(param.value)} && ${added}` } : param,
    );
    const interceptors = [{ ...push, params }, ...others];
    const key = { namespace, name: lane.metadata?.name ?? '' };
    await admin.patch(triggerKind, key, { spec: { interceptors } });
  }
};

const byHand: Scenario = {
  title: 'a condition that somebody adds to the filters of a trigger is read as a rule of CEL',
  run: async (context) => {
    await context.bind({ rule: { kind: 'glob', pattern: 'v*' } });
    const added = `body.metadata.name.endsWith('b')`;
    await addByHand(context, added);
    const { binding } = await context.trigger('web');
    const expression = `t.tag.matches('^v.*$') && ${added}`;
    assert.deepEqual(binding?.rule, { kind: 'cel', expression });
    const runs = await pushAndRun(context, { matching: ['v1'], others: ['latest'] });
    await context.expect.noMoreRuns('web', runs, { stream: context.stream, tag: 'v1' });
  },
};

/** For every kind of tag rule: what matches runs, what does not is explained and does not. */
const ofKinds = cases.map(({ title, rule, matching, others }): Scenario => ({
  title: title ?? `a rule of the kind "${rule.kind}" runs the tags that match, and only those`,
  run: async (context) => {
    provideCel(checkWithLibrary);
    await context.bind({ rule });
    const { expect, stream } = context;
    const runs = await pushAndRun(context, { matching, others });
    await expect.history('web', [
      ...runs.map((run) => `${run} succeeded`),
      ...others.map((tag) => `to-${tag} ${tag} unmatched`),
    ]);
    await expect.noMoreRuns('web', runs, { stream, tag: matching[0] ?? '' });
  },
}));

export const ruleScenarios: readonly Scenario[] = [...ofKinds, byHand];
