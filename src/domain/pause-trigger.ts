import { labelOf, nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { triggerKind } from '../k8s/trigger';
import { appendActivity } from './activity';
import type { ActivityEntry } from './activity';
import { metadataPath } from './cluster-verbs';
import type { ClusterVerbs, JsonPatch, ResourceRef } from './cluster-verbs';
import { laneManifest } from './manifests/trigger';
import type { ImageTrigger } from './image-trigger';
import { groupOf } from './event-groups';
import { activeLabel, activityAnnotation, groupLabel, managedLabels, triggerLabel } from './marks';
import { ClusterError } from './problem';
import { pushInterceptors, readPushFilter } from './push-filter';
import type { PushFilter } from './push-filter';
import type { TagRule } from './tag-rule';

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

const logPatch = (trigger: ImageTrigger, entry: ActivityEntry): JsonPatch => [
  {
    op: 'add',
    path: metadataPath('annotations', activityAnnotation),
    value: appendActivity(trigger.activity, entry),
  },
];

const anyTag: TagRule = { kind: 'any' };

/** The API server's time, from a dry run: pushes are compared with its clock, not the browser's. */
const serverTime = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<string> => {
  const { namespace, name, uid, createdAt } = trigger;
  const stream = { namespace, name };
  const filter = { trigger: name, stream, rule: anyTag, activatedAt: createdAt, lane: 0 };
  const probe = laneManifest({ namespace, filter, activity: '[]', version: '' });
  // Named by the uid: a name made of the trigger's own could be another trigger's.
  const metadata = { name: `time-${uid}`, namespace, labels: managedLabels };
  const tried = await verbs.create(triggerKind, { ...probe, metadata }, { dryRun: true });
  const time = tried.metadata?.creationTimestamp;
  if (time === undefined)
    throw new ClusterError({ code: 'unexpected', message: 'The dry run gave no time.' });
  return time;
};

/** Takes the lanes' labels off: the listener drops them without a restart. */
export const pauseTrigger = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  options: PauseOptions,
): Promise<void> => {
  const at = await serverTime(trigger, verbs);
  for (const lane of await lanesOf(trigger, verbs)) {
    const labelled = labelOf(lane, activeLabel) !== undefined;
    const patch: JsonPatch = [
      ...(labelled ? [{ op: 'remove' as const, path: metadataPath('labels', activeLabel) }] : []),
      ...(isRoot(trigger, lane) ? logPatch(trigger, { at, state: 'paused', ...options }) : []),
    ];
    if (patch.length > 0) await verbs.patch(refOfLane(trigger, lane), patch);
  }
};

const filterOf = (trigger: ImageTrigger, lane: Trigger): PushFilter => {
  const filter = readPushFilter(trigger.name, lane.spec?.interceptors);
  if (filter) return filter;
  throw new ClusterError({ code: 'invalid', message: 'The filter was changed by hand.' });
};

/**
 * Puts the labels back, each in one patch with a filter that starts now: pushes made during the
 * pause do not run by themselves. Lane 1 comes last, as on creation.
 */
export const resumeTrigger = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  options: PauseOptions,
): Promise<void> => {
  const at = await serverTime(trigger, verbs);
  const lanes = await lanesOf(trigger, verbs);
  const rootLast = lanes.sort((a, b) => Number(isRoot(trigger, a)) - Number(isRoot(trigger, b)));
  // All lanes are read before the first one is written: a trigger is never half resumed.
  const resumed = rootLast.map((lane) => ({
    lane,
    filter: { ...filterOf(trigger, lane), activatedAt: at },
  }));
  for (const { lane, filter } of resumed) {
    await verbs.patch(refOfLane(trigger, lane), [
      { op: 'replace', path: '/spec/interceptors', value: pushInterceptors(filter) },
      {
        op: 'add',
        path: metadataPath('labels', groupLabel),
        value: groupOf(filter.stream.name),
      },
      { op: 'add', path: metadataPath('labels', activeLabel), value: 'true' },
      ...(isRoot(trigger, lane) ? logPatch(trigger, { at, state: 'active', ...options }) : []),
    ]);
  }
};
