import type { PipelineRun } from '../k8s/pipeline-run';
import { annotationOf, keyOf, labelOf, nameOf, namespaceOf } from '../k8s/resource';
import type { TriggerTemplate } from '../k8s/trigger-template';
import type { Trigger } from '../k8s/trigger';
import { parseActivity } from './activity';
import type { Activity } from './activity';
import { bridgeFilter } from './bridge';
import { laneName } from './draft';
import { groupBy } from './group-by';
import { commonFilter, isWhole, laneActivity } from './lanes';
import type { LaneActivity } from './lanes';
import { activityAnnotation, bridgeLabel, builderAnnotation, triggerLabel } from './marks';
import type { StreamRef } from './push';
import type { Naming } from './run-policy';
import type { TagRule } from './tag-rule';

/** What an image trigger answers to, read back from its lanes. */
export interface Binding {
  readonly stream: StreamRef;
  readonly rule: TagRule;
  readonly naming: Naming;
}

/** An image trigger, found in the cluster from its Tekton objects. */
export interface ImageTrigger {
  readonly namespace: string;
  readonly name: string;
  /** Of lane 1, which owns the rest. */
  readonly uid: string;
  readonly createdAt: string;
  readonly active: LaneActivity;
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
    /** What stands in for the lanes during an edit, by number; empty at all other times. */
    readonly bridge: readonly Trigger[];
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

const byNumber = (a: Trigger, b: Trigger): number =>
  nameOf(a).localeCompare(nameOf(b), 'en', { numeric: true });

/** The Triggers of an image trigger. */
interface Parts {
  readonly root: Trigger;
  readonly lanes: readonly Trigger[];
  readonly bridge: readonly Trigger[];
}

/**
 * What the listener does for a trigger. In the middle of an edit its lanes are mixed, and its bridge
 * still does what they did.
 */
const readParts = ({ root, lanes, bridge }: Parts) => {
  const name = nameOf(root);
  const filter = commonFilter(name, lanes, (lane) => laneName(name, lane));
  const active = laneActivity(lanes, filter);
  const old = bridgeFilter({ name, uid: root.metadata?.uid ?? '' }, bridge);
  if (!old) return { filter, active };
  const oldActive = laneActivity(bridge, old);
  return isWhole(filter, lanes) && active === oldActive
    ? { filter, active }
    : { filter: old, active: oldActive };
};

const imageTriggerOf = (parts: Parts, template: TriggerTemplate | undefined): ImageTrigger => {
  const { root, lanes, bridge } = parts;
  const { filter, active } = readParts(parts);
  const log = parseActivity(annotationOf(root, activityAnnotation));
  const activity: Activity =
    log.length === 0 && filter ? [{ at: filter.activatedAt, state: 'active' }] : log;
  return {
    namespace: namespaceOf(root),
    name: nameOf(root),
    uid: root.metadata?.uid ?? '',
    createdAt: root.metadata?.creationTimestamp ?? '',
    active,
    lanes: lanes.length,
    binding: filter && {
      stream: filter.stream,
      rule: filter.rule,
      naming: filter.naming,
    },
    activity,
    pipeline: pipelineOfTemplate(template),
    builder: annotationOf(root, builderAnnotation),
    objects: {
      lanes: [...lanes].sort(byNumber),
      template,
      bridge: [...bridge].sort(byNumber),
    },
  };
};

/** Objects by the key of the image trigger that a label of theirs names. */
const byTrigger = (triggers: readonly Trigger[], label: string): Map<string, Trigger[]> =>
  groupBy(triggers, (trigger) => {
    const name = labelOf(trigger, label);
    return name === undefined ? undefined : triggerKey({ namespace: namespaceOf(trigger), name });
  });

/**
 * The image triggers among Tekton's objects, sorted by namespace and name. A lane whose lane 1 is
 * gone is on its way out (garbage collection follows the owner) and makes no trigger.
 */
export const imageTriggersOf = (
  triggers: readonly Trigger[],
  templates: readonly TriggerTemplate[],
): ImageTrigger[] => {
  const templatesByKey = new Map(templates.map((template) => [keyOf(template), template]));
  const bridges = byTrigger(triggers, bridgeLabel);
  return [...byTrigger(triggers, triggerLabel)]
    .flatMap(([key, lanes]) => {
      const root = lanes.find((lane) => nameOf(lane) === labelOf(lane, triggerLabel));
      if (!root) return [];
      // A bridge of an earlier trigger of the name is on its way out.
      const bridge = (bridges.get(key) ?? []).filter(
        ({ metadata }) => metadata?.ownerReferences?.[0]?.uid === root.metadata?.uid,
      );
      return [imageTriggerOf({ root, lanes, bridge }, templatesByKey.get(key))];
    })
    .sort((a, b) => triggerKey(a).localeCompare(triggerKey(b)));
};
