import { annotationOf, apiVersionOf } from '../k8s/resource';
import type { K8sObject, OwnerReference } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import type { Trigger, TriggerManifest, TriggerSpec } from '../k8s/trigger';
import type { TriggerTemplateSpec } from '../k8s/trigger-template';
import { groupOf } from './event-groups';
import { commonFilter, isWhole } from './lanes';
import {
  activeLabel,
  bridgeLabel,
  builderAnnotation,
  editAnnotation,
  groupLabel,
  managedLabels,
} from './marks';
import type { PushFilter } from './push-filter';

/*
 * While the tag rule of an image trigger is edited, its old lanes and their template stand in a
 * second set of Triggers, the bridge. The listener sees the writes of Triggers in their order (one
 * watch, one cache), so with the bridge before the first change and until after the last one, it
 * has a whole set at every moment: the old one, the new one, or both. Both at once cannot run a
 * push twice: the names of runs are made from the push and of the trigger's name. A bridge carries
 * the old template itself (tektoncd/triggers pkg/template/resource.go, ResolveTrigger: an inline
 * template wins over none), so the old rule never meets the new Pipeline, and what is there says
 * how to undo an edit that nobody ended.
 */

/**
 * The name of a bridge's Trigger. By the uid: longer than the name of any lane, so that no trigger,
 * of whatever name, can have one of it.
 */
const bridgeName = (uid: string, lane: number): string => `bridge-${uid}-${lane + 1}`;

/** That an object goes when lane 1 goes. */
export const ownedBy = (root: K8sObject): OwnerReference => ({
  apiVersion: apiVersionOf(triggerKind),
  kind: triggerKind.kind,
  name: root.metadata?.name ?? '',
  uid: root.metadata?.uid ?? '',
});

/** What an edit is about to write, for whoever has to undo it. */
export interface EditRecord {
  /** The spec of the run in the template; absent where the edit leaves the template alone. */
  readonly run?: object;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Reads the record of an edit from its bridge; empty where somebody wrote over it. */
export const parseEdit = (bridge: Trigger | undefined): EditRecord => {
  try {
    const value: unknown = JSON.parse((bridge && annotationOf(bridge, editAnnotation)) ?? '{}');
    const run = isObject(value) && 'run' in value ? value.run : undefined;
    return isObject(run) ? { run } : {};
  } catch {
    return {};
  }
};

export interface BridgeOptions {
  readonly namespace: string;
  /** Of the lane that it stands in for. */
  readonly filter: PushFilter;
  readonly lane: TriggerSpec;
  readonly template: TriggerTemplateSpec;
  readonly root: K8sObject;
  readonly active: boolean;
  readonly edit: EditRecord;
  readonly version: string;
}

/** A Trigger that does what a lane does, until the edit is over. */
export const bridgeManifest = (options: BridgeOptions): TriggerManifest => {
  const { namespace, filter, lane, template, root, active, edit, version } = options;
  return {
    apiVersion: apiVersionOf(triggerKind),
    kind: triggerKind.kind,
    metadata: {
      name: bridgeName(root.metadata?.uid ?? '', filter.lane),
      namespace,
      labels: {
        ...managedLabels,
        [bridgeLabel]: filter.trigger,
        [groupLabel]: groupOf(filter.stream),
        ...(active ? { [activeLabel]: 'true' } : {}),
      },
      annotations: { [builderAnnotation]: version, [editAnnotation]: JSON.stringify(edit) },
      ownerReferences: [ownedBy(root)],
    },
    spec: { ...lane, template: { spec: template } },
  };
};

/** The filter of a whole bridge; undefined where parts of it are missing, not there yet or gone. */
export const bridgeFilter = (
  { name, uid }: { readonly name: string; readonly uid: string },
  bridge: readonly Trigger[],
): PushFilter | undefined => {
  const filter = commonFilter(name, bridge, (lane) => bridgeName(uid, lane));
  return isWhole(filter, bridge) ? filter : undefined;
};
