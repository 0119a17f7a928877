import { createHash } from 'node:crypto';
import { editTrigger } from '../domain/apply/edit-trigger';
import type { EditResult } from '../domain/apply/edit-trigger';
import { readTrigger } from '../domain/apply/settle-edit';
import { laneCount } from '../domain/draft';
import type { CompleteDraft } from '../domain/draft';
import { ClusterError } from '../domain/problem';
import { isSelected } from '../domain/event-groups';
import type { ImageTrigger } from '../domain/image-trigger';
import { runOfTemplate } from '../domain/image-trigger';
import { readPushFilter } from '../domain/push-filter';
import { tagRuleToCel } from '../domain/tag-rule-cel';
import type { TagRule } from '../domain/tag-rule';
import { triggerTemplateKind } from '../k8s/trigger-template';
import type { TriggerTemplate } from '../k8s/trigger-template';
import { triggerKind } from '../k8s/trigger';
import type { Trigger } from '../k8s/trigger';
import { aDraft, aTriggerTemplate, lanesOfDraft } from './builders';
import type { LaneState } from './builders';
import { MemoryCluster } from './memory-cluster';

const ref = { namespace: 'ci', name: 'scan-web' };

/** A cluster with one image trigger, as its creation left it. */
export const clusterOf = (draft: CompleteDraft = aDraft(), state?: LaneState): MemoryCluster => {
  const cluster = new MemoryCluster();
  for (const lane of lanesOfDraft(draft, state)) cluster.put(triggerKind, lane);
  const [root] = lanesOfDraft(draft);
  const template = aTriggerTemplate(draft);
  const { name = '', uid = '' } = root?.metadata ?? {};
  const owner = { apiVersion: 'triggers.tekton.dev/v1beta1', kind: 'Trigger', name, uid };
  cluster.put(triggerTemplateKind, {
    ...template,
    metadata: { ...template.metadata, ownerReferences: [owner] },
  });
  return cluster;
};

/** The trigger as it is in the cluster now. */
export const triggerIn = async (cluster: MemoryCluster): Promise<ImageTrigger> => {
  const trigger = await readTrigger(ref, cluster);
  if (!trigger) throw new Error('there is no trigger');
  return trigger;
};

/** Edits the trigger of the cluster, as it was `base`, into a draft. */
export const edit = (
  cluster: MemoryCluster,
  { base, draft }: { base: ImageTrigger; draft: CompleteDraft },
): Promise<EditResult> => editTrigger({ base, draft }, cluster, { version: '1.2.3', by: 'ada' });

/** What the listener does for an event: which rules it runs as a whole, each with its Pipeline. */
export interface WholeSet {
  readonly rule: string;
  readonly pipeline: string | undefined;
}

/** The whole sets of active lanes among all Triggers of the cluster. */
export const wholeSetsIn = (cluster: MemoryCluster): WholeSet[] => {
  const triggers: Trigger[] = cluster.all(triggerKind);
  const template: TriggerTemplate | undefined = cluster.object(
    triggerTemplateKind,
    'ci',
    'scan-web',
  );
  const sets = new Map<string, { rule: TagRule; pipeline?: string; lanes: Set<number> }>();
  for (const trigger of triggers) {
    const filter = readPushFilter('scan-web', trigger.spec?.interceptors);
    if (!filter || !isSelected(trigger, filter.stream)) continue;
    const { ref: name, spec } = trigger.spec?.template ?? {};
    const pipeline = runOfTemplate(name === undefined ? { spec } : template)?.spec?.pipelineRef
      ?.name;
    const key = `${tagRuleToCel(filter.rule)} ${pipeline ?? ''}`;
    const set = sets.get(key) ?? { rule: filter.rule, pipeline, lanes: new Set<number>() };
    set.lanes.add(filter.lane);
    sets.set(key, set);
  }
  return [...sets.values()]
    .filter(({ rule, lanes }) => lanes.size === laneCount({ rule }))
    .map(({ rule, pipeline }) => ({ rule: tagRuleToCel(rule), pipeline }));
};

/** All objects of the trigger, each in a line, but for what only the API server decides. */
export const pictureOf = (cluster: MemoryCluster): string[] =>
  [...cluster.all(triggerKind), ...cluster.all(triggerTemplateKind)]
    .map(({ kind = '', metadata, ...content }) => {
      const { name = '', labels, annotations, ownerReferences } = metadata ?? {};
      const rest = JSON.stringify([content, labels, annotations, ownerReferences]);
      return `${kind} ${name} ${createHash('sha256').update(rest).digest('hex').slice(0, 8)}`;
    })
    .sort();

/** Rules to edit one into another. */
export const any: TagRule = { kind: 'any' };
export const versions: TagRule = { kind: 'glob', pattern: 'v*' };
export const one: TagRule = { kind: 'tags', tags: ['v1'] };
const two: TagRule = { kind: 'tags', tags: ['v1', 'v2'] };
const six: TagRule = { kind: 'tags', tags: ['a', 'b', 'c', 'd', 'e', 'f'] };

/** Edits of the rule, each with the Pipeline left alone or changed. */
export const changes: readonly [string, CompleteDraft, CompleteDraft][] = (
  [
    ['as many lanes', any, versions],
    ['fewer lanes', any, one],
    ['more lanes', two, six],
    ['one lane', one, { kind: 'tags', tags: ['v2'] }],
  ] as [string, TagRule, TagRule][]
).flatMap(([title, from, to]) => [
  [title, aDraft({ rule: from }), aDraft({ rule: to })],
  [`${title} and a Pipeline`, aDraft({ rule: from }), aDraft({ rule: to, pipeline: 'sign' })],
]);

export const setOf = ({ rule, pipeline }: CompleteDraft) => ({
  rule: tagRuleToCel(rule),
  pipeline,
});

/** What a trigger is, as far as drafts say it. */
export const whatIs = async (cluster: MemoryCluster) => {
  const { binding, pipeline, active, lanes, objects } = await triggerIn(cluster);
  const { rule } = binding ?? { rule: undefined };
  return { rule, pipeline, active, lanes, bridge: objects.bridge.length };
};

export const wanted = ({ rule, pipeline }: CompleteDraft, active: 'all' | 'none' = 'all') => {
  const lanes = rule.kind === 'tags' ? rule.tags.length : 4;
  return { rule, pipeline, active, lanes, bridge: 0 };
};

/** Edits once for each request, with something happening at it, until nothing happens any more. */
export const atEachRequest = async (
  { from, to, active = true }: { from: CompleteDraft; to: CompleteDraft; active?: boolean },
  happen: (cluster: MemoryCluster, index: number) => void,
  check: (cluster: MemoryCluster, run: { before: string[]; result: unknown }) => Promise<void>,
): Promise<void> => {
  for (let index = 0; ; index += 1) {
    const cluster = clusterOf(from, { active });
    const base = await triggerIn(cluster);
    const before = pictureOf(cluster);
    cluster.calls.length = 0;
    happen(cluster, index);
    const result = await edit(cluster, { base, draft: to });
    const isOver = cluster.calls.length <= index;
    cluster.intercept(() => undefined);
    cluster.loseAnswer(() => undefined);
    cluster.turn = () => Promise.resolve();
    await check(cluster, { before, result });
    if (isOver) return;
  }
};

export const unavailable = (): ClusterError =>
  new ClusterError({ code: 'network', message: 'away' });
