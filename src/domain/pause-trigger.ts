import { labelOf, nameOf } from '../k8s/resource';
import type { Trigger } from '../k8s/trigger';
import { triggerKind } from '../k8s/trigger';
import { appendActivity } from './activity';
import type { ActivityEntry } from './activity';
import { metadataPath } from './cluster-verbs';
import type { ClusterVerbs, JsonPatch, ResourceRef } from './cluster-verbs';
import { laneManifest } from './manifests/trigger';
import type { ImageTrigger } from './image-trigger';
import { activeLabel, activityAnnotation, managedLabels, triggerLabel } from './marks';
import { ClusterError } from './problem';
import { pushInterceptors, readPushFilter } from './push-filter';

export interface PauseOptions {
  /** The user, where the console knows one. */
  readonly by?: string;
  readonly reason?: string;
}

const lanesOf = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<Trigger[]> => {
  const selector = `${triggerLabel}=${trigger.name}`;
  const lanes: Trigger[] = await verbs.list(triggerKind, trigger.namespace, selector);
  return lanes.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
};

const refOfLane = (trigger: ImageTrigger, lane: Trigger): ResourceRef => ({
  kind: triggerKind,
  namespace: trigger.namespace,
  name: nameOf(lane),
});

const isRoot = (trigger: ImageTrigger, lane: Trigger): boolean => nameOf(lane) === trigger.name;

const logPatch = (trigger: ImageTrigger, entry: ActivityEntry): JsonPatch => [
  {
    op: 'add',
    path: metadataPath('annotations', activityAnnotation),
    value: appendActivity(trigger.activity, entry),
  },
];

/** The API server's time, from a dry run: pushes are compared with its clock, not the browser's. */
const serverTime = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<string> => {
  const { namespace, name, binding } = trigger;
  if (!binding)
    throw new ClusterError({ code: 'invalid', message: 'The filter was changed by hand.' });
  const filter = { ...binding, trigger: name, activatedAt: trigger.createdAt, lane: 0 };
  const probe = laneManifest({ namespace, filter, activity: '[]', version: '' });
  const manifest = {
    ...probe,
    metadata: { name: `${name}-time`, namespace, labels: managedLabels },
  };
  const { metadata } = await verbs.create(triggerKind, manifest, { dryRun: true });
  return metadata?.creationTimestamp ?? trigger.createdAt;
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
    await verbs.patch(refOfLane(trigger, lane), [
      ...(labelled ? [{ op: 'remove' as const, path: metadataPath('labels', activeLabel) }] : []),
      ...(isRoot(trigger, lane) ? logPatch(trigger, { at, state: 'paused', ...options }) : []),
    ]);
  }
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
  for (const lane of rootLast) {
    const filter = readPushFilter(trigger.name, lane.spec?.interceptors);
    if (!filter)
      throw new ClusterError({ code: 'invalid', message: 'The filter was changed by hand.' });
    await verbs.patch(refOfLane(trigger, lane), [
      {
        op: 'replace',
        path: '/spec/interceptors',
        value: pushInterceptors({ ...filter, activatedAt: at }),
      },
      { op: 'add', path: metadataPath('labels', activeLabel), value: 'true' },
      ...(isRoot(trigger, lane) ? logPatch(trigger, { at, state: 'active', ...options }) : []),
    ]);
  }
};
