import { annotationOf, labelOf, nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { triggerKind } from '../k8s/trigger';
import { appendActivity, parseActivity } from './activity';
import type { ActivityEntry } from './activity';
import { removeBridge, settleEdit } from './apply/settle-edit';
import { metadataPath } from './cluster-verbs';
import type { ClusterVerbs, JsonPatch, ResourceRef } from './cluster-verbs';
import type { ImageTrigger } from './image-trigger';
import { groupOf, isSelected } from './event-groups';
import { activeLabel, activityAnnotation, groupLabel, triggerLabel } from './marks';
import { ClusterError } from './problem';
import { pushInterceptors, readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import { serverTime } from './server-time';

export interface PauseOptions {
  /** The user, where the console knows one. */
  readonly by?: string;
  readonly reason?: string;
}

const refOfLane = (trigger: ImageTrigger, lane: Trigger): ResourceRef => ({
  kind: triggerKind,
  namespace: trigger.namespace,
  name: nameOf(lane),
});

const isRoot = (trigger: ImageTrigger, lane: Trigger): boolean => nameOf(lane) === trigger.name;

/** @throws ClusterError where lane 1 is not among them: then the trigger was deleted meanwhile */
const lanesOf = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<Trigger[]> => {
  const labels = { [triggerLabel]: trigger.name };
  const lanes: Trigger[] = await verbs.list(triggerKind, trigger.namespace, labels);
  if (!lanes.some((lane) => isRoot(trigger, lane)))
    throw new ClusterError({ code: 'not-found', message: `There is no Trigger ${trigger.name}.` });
  return lanes.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
};

/** By what lane 1 says now: somebody may have edited the trigger since it was read. */
const logPatch = (trigger: ImageTrigger, root: Trigger, entry: ActivityEntry): JsonPatch => {
  const written = parseActivity(annotationOf(root, activityAnnotation));
  const log = written.length === 0 ? trigger.activity : written;
  const path = metadataPath('annotations', activityAnnotation);
  return [{ op: 'add', path, value: appendActivity(log, entry) }];
};

/**
 * Takes the lanes' labels off: the listener drops them without a restart. An edit that nobody ended
 * is ended first, one that begins meanwhile loses its bridge, and fails.
 */
export const pauseTrigger = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  options: PauseOptions,
): Promise<void> => {
  const at = await serverTime(trigger, verbs);
  await settleEdit(trigger, verbs);
  for (const lane of await lanesOf(trigger, verbs)) {
    const labelled = labelOf(lane, activeLabel) !== undefined;
    const patch: JsonPatch = [
      ...(labelled ? [{ op: 'remove' as const, path: metadataPath('labels', activeLabel) }] : []),
      ...(isRoot(trigger, lane)
        ? logPatch(trigger, lane, { at, state: 'paused', ...options })
        : []),
    ];
    if (patch.length > 0) await verbs.patch(refOfLane(trigger, lane), patch);
  }
  await removeBridge(trigger, verbs);
};

const filterOf = (trigger: ImageTrigger, lane: Trigger): PushFilter => {
  const filter = readPushFilter(trigger.name, lane.spec?.interceptors);
  if (filter) return filter;
  throw new ClusterError({ code: 'invalid', message: 'The filter was changed by hand.' });
};

/**
 * Puts the labels back, each in one patch with a filter that starts now: pushes made during the
 * pause do not run by themselves. Lane 1 comes last, as on creation. A trigger that somebody else has
 * resumed meanwhile stays as it is: with a later start, pushes that are on their way would not run.
 */
export const resumeTrigger = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  options: PauseOptions,
): Promise<void> => {
  const at = await serverTime(trigger, verbs);
  await settleEdit(trigger, verbs);
  const lanes = await lanesOf(trigger, verbs);
  const rootLast = lanes.sort((a, b) => Number(isRoot(trigger, a)) - Number(isRoot(trigger, b)));
  // All lanes are read before the first one is written: a trigger is never half resumed.
  const resumed = rootLast.map((lane) => ({
    lane,
    filter: { ...filterOf(trigger, lane), activatedAt: at },
  }));
  if (resumed.every(({ lane, filter }) => isSelected(lane, filter.stream))) return;
  for (const { lane, filter } of resumed) {
    await verbs.patch(refOfLane(trigger, lane), [
      { op: 'replace', path: '/spec/interceptors', value: pushInterceptors(filter) },
      {
        op: 'add',
        path: metadataPath('labels', groupLabel),
        value: groupOf(filter.stream),
      },
      { op: 'add', path: metadataPath('labels', activeLabel), value: 'true' },
      ...(isRoot(trigger, lane)
        ? logPatch(trigger, lane, { at, state: 'active', ...options })
        : []),
    ]);
  }
};
