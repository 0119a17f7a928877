import type { PipelineRun } from '../k8s/pipeline-run';
import { annotationOf, keyOf, labelOf, nameOf, namespaceOf } from '../k8s/resource';
import type { TriggerTemplate } from '../k8s/trigger-template';
import type { Trigger } from '../k8s/trigger';
import { parseActivity } from './activity';
import type { Activity } from './activity';
import { laneName } from './draft';
import { isSelected } from './event-groups';
import { activityAnnotation, builderAnnotation, triggerLabel } from './marks';
import type { StreamRef } from './push';
import { readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import type { TagRule } from './tag-rule';

/** What an image trigger answers to, read back from its lanes. */
export interface Binding {
  readonly stream: StreamRef;
  readonly rule: TagRule;
}

/** An image trigger, found in the cluster from its Tekton objects. */
export interface ImageTrigger {
  readonly namespace: string;
  readonly name: string;
  /** Of lane 1, which owns the rest. */
  readonly uid: string;
  readonly createdAt: string;
  /** Whether the listener selects all lanes, some or none. */
  readonly active: 'all' | 'some' | 'none';
  /** How many lanes there are. */
  readonly lanes: number;
  /** Undefined where a lane was changed by hand: then nobody can say what it answers to. */
  readonly binding: Binding | undefined;
  readonly activity: Activity;
  /** The name of the Pipeline; undefined where the template is missing or names none. */
  readonly pipeline: string | undefined;
  /** The version of the plugin that built it. */
  readonly builder: string | undefined;
  /** What it was read from. */
  readonly objects: {
    /** Lane 1 first, then by number. */
    readonly lanes: readonly Trigger[];
    readonly template: TriggerTemplate | undefined;
  };
}

/** `namespace/name`, unique among image triggers. */
export const triggerKey = ({ namespace, name }: { namespace: string; name: string }): string =>
  `${namespace}/${name}`;

/** The run that a template makes. */
export const runOfTemplate = (template: TriggerTemplate | undefined): PipelineRun | undefined =>
  template?.spec?.resourcetemplates?.find(({ kind }) => kind === 'PipelineRun');

/** The name of the Pipeline that a template runs. */
export const pipelineOfTemplate = (template: TriggerTemplate | undefined): string | undefined =>
  runOfTemplate(template)?.spec?.pipelineRef?.name;

const activeOf = (
  lanes: readonly Trigger[],
  filter: PushFilter | undefined,
): ImageTrigger['active'] => {
  const active = lanes.filter((lane) => isSelected(lane, filter?.stream.name)).length;
  if (active === 0) return 'none';
  return active === lanes.length ? 'all' : 'some';
};

/**
 * The lanes' common filter; undefined unless every lane reads back, as the lane that its name says
 * it is, and all say the same.
 */
const filterOf = (name: string, lanes: readonly Trigger[]): PushFilter | undefined => {
  const filters = lanes.map((lane) => readPushFilter(name, lane.spec?.interceptors));
  const [first] = filters;
  const same = (filter: PushFilter | undefined): boolean =>
    JSON.stringify({ ...filter, lane: 0 }) === JSON.stringify({ ...first, lane: 0 });
  const inPlace = lanes.every((lane, index) => {
    const filter = filters[index];
    return filter !== undefined && nameOf(lane) === laneName(name, filter.lane);
  });
  return inPlace && filters.every(same) ? first : undefined;
};

const byNumber = (a: Trigger, b: Trigger): number =>
  nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true });

const imageTriggerOf = (
  root: Trigger,
  lanes: readonly Trigger[],
  template: TriggerTemplate | undefined,
): ImageTrigger => {
  const name = nameOf(root);
  const filter = filterOf(name, lanes);
  const log = parseActivity(annotationOf(root, activityAnnotation));
  const activity: Activity =
    log.length === 0 && filter ? [{ at: filter.activatedAt, state: 'active' }] : log;
  return {
    namespace: namespaceOf(root),
    name,
    uid: root.metadata?.uid ?? '',
    createdAt: root.metadata?.creationTimestamp ?? '',
    active: activeOf(lanes, filter),
    lanes: lanes.length,
    binding: filter && { stream: filter.stream, rule: filter.rule },
    activity,
    pipeline: pipelineOfTemplate(template),
    builder: annotationOf(root, builderAnnotation),
    objects: { lanes: [...lanes].sort(byNumber), template },
  };
};

/**
 * The image triggers among Tekton's objects, sorted by namespace and name. A lane whose lane 1 is
 * gone is on its way out (garbage collection follows the owner) and makes no trigger.
 */
export const imageTriggersOf = (
  triggers: readonly Trigger[],
  templates: readonly TriggerTemplate[],
): ImageTrigger[] => {
  const templatesByKey = new Map(templates.map((template) => [keyOf(template), template]));
  const lanesByTrigger = new Map<string, Trigger[]>();
  for (const lane of triggers) {
    const name = labelOf(lane, triggerLabel);
    if (name === undefined) continue;
    const key = triggerKey({ namespace: namespaceOf(lane), name });
    lanesByTrigger.set(key, [...(lanesByTrigger.get(key) ?? []), lane]);
  }
  return [...lanesByTrigger]
    .flatMap(([key, lanes]) => {
      const root = lanes.find((lane) => nameOf(lane) === labelOf(lane, triggerLabel));
      return root ? [imageTriggerOf(root, lanes, templatesByKey.get(key))] : [];
    })
    .sort((a, b) => triggerKey(a).localeCompare(triggerKey(b)));
};
