import { labelOf, nameOf } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import type { Trigger } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { TriggerTemplate } from '../../k8s/trigger-template';
import { lastSwitch } from '../activity';
import { bridgeFilter, ownedBy, parseEdit } from '../bridge';
import { metadataPath, unchangedSince } from '../cluster-verbs';
import type { ClusterVerbs, JsonPatch } from '../cluster-verbs';
import { covers } from '../differences';
import { laneCount, laneName } from '../draft';
import { imageTriggersOf, runOfTemplate } from '../image-trigger';
import type { ImageTrigger } from '../image-trigger';
import { commonFilter, isWhole, laneActivity } from '../lanes';
import { laneManifest } from '../manifests/trigger';
import { activeLabel, bridgeLabel, triggerLabel } from '../marks';
import type { PushFilter } from '../push-filter';
import { tagRuleToCel } from '../tag-rule-cel';

type TriggerRef = Pick<ImageTrigger, 'namespace' | 'name'>;

/** An image trigger as it is in the cluster now; undefined where there is none of the name. */
export const readTrigger = async (
  { namespace, name }: TriggerRef,
  verbs: ClusterVerbs,
): Promise<ImageTrigger | undefined> => {
  const lanes: Trigger[] = await verbs.list(triggerKind, namespace, { [triggerLabel]: name });
  const bridge: Trigger[] = await verbs.list(triggerKind, namespace, { [bridgeLabel]: name });
  const ref = { kind: triggerTemplateKind, namespace, name };
  const template: TriggerTemplate | undefined = await verbs.get(ref);
  return imageTriggersOf([...lanes, ...bridge], template ? [template] : [])[0];
};

/** Switches the bridge of a trigger off, wherever an edit is. */
export const removeBridge = async (
  { namespace, name }: TriggerRef,
  verbs: ClusterVerbs,
): Promise<void> => {
  for (const { metadata } of await verbs.list(triggerKind, namespace, { [bridgeLabel]: name })) {
    const { name: bridge = '', uid = '' } = metadata ?? {};
    await verbs.remove({ kind: triggerKind, namespace, name: bridge }, { uid });
  }
};

/** Whether the lanes of a trigger should be active: as its bridge is, unless a pause came between. */
const shouldBeActive = ({ activity, objects }: ImageTrigger, old: PushFilter): boolean =>
  laneActivity(objects.bridge, old) !== 'none' && lastSwitch(activity)?.state !== 'paused';

/** Whether the edit is over but for its bridge: the lanes are a whole set of another rule. */
const isWritten = (trigger: ImageTrigger, old: PushFilter): boolean => {
  const { name, objects } = trigger;
  const filter = commonFilter(name, objects.lanes, (lane) => laneName(name, lane));
  return (
    isWhole(filter, objects.lanes) &&
    tagRuleToCel(filter.rule) !== tagRuleToCel(old.rule) &&
    (laneActivity(objects.lanes, filter) === 'all' || !shouldBeActive(trigger, old))
  );
};

const restoreTemplate = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<void> => {
  const { namespace, name, objects } = trigger;
  const { template, bridge } = objects;
  const { run } = parseEdit(bridge[0]);
  // What is not as the edit wrote it, it did not write, or somebody else has changed it since.
  if (!template || !run || !covers(runOfTemplate(template)?.spec, run)) return;
  await verbs.patch({ kind: triggerTemplateKind, namespace, name }, [
    ...unchangedSince(template),
    { op: 'replace', path: '/spec', value: bridge[0]?.spec?.template.spec },
  ]);
};

/** What makes a lane that is there do again what its part of the bridge does. */
const lanePatch = (lane: Trigger, bridge: Trigger | undefined, active: boolean): JsonPatch => {
  const interceptors = bridge?.spec?.interceptors;
  const path = metadataPath('labels', activeLabel);
  const isActive = labelOf(lane, activeLabel) === 'true';
  return [
    ...(covers(lane.spec?.interceptors, interceptors)
      ? []
      : [{ op: 'replace' as const, path: '/spec/interceptors', value: interceptors }]),
    ...(active && !isActive ? [{ op: 'add' as const, path, value: 'true' }] : []),
    ...(!active && isActive ? [{ op: 'remove' as const, path }] : []),
  ];
};

const restoreLanes = async (
  trigger: ImageTrigger,
  old: PushFilter,
  verbs: ClusterVerbs,
): Promise<void> => {
  const { namespace, name, objects, builder = '' } = trigger;
  const active = shouldBeActive(trigger, old);
  const found = new Map(objects.lanes.map((lane) => [nameOf(lane), lane]));
  const [root] = objects.lanes;
  for (let lane = laneCount(old) - 1; lane >= 0; lane -= 1) {
    const bridge = objects.bridge[lane];
    const there = found.get(laneName(name, lane));
    found.delete(laneName(name, lane));
    if (there) {
      const patch = lanePatch(there, bridge, active);
      const ref = { kind: triggerKind, namespace, name: nameOf(there) };
      if (patch.length > 0) await verbs.patch(ref, [...unchangedSince(there), ...patch]);
      continue;
    }
    const filter = { ...old, lane };
    const manifest = laneManifest({ namespace, filter, activity: '', version: builder });
    const labels = { ...manifest.metadata.labels, ...(active && { [activeLabel]: 'true' }) };
    await verbs.create(triggerKind, {
      ...manifest,
      metadata: { ...manifest.metadata, labels, ownerReferences: root && [ownedBy(root)] },
    });
  }
  for (const { metadata } of found.values()) {
    const ref = { kind: triggerKind, namespace, name: metadata?.name ?? '' };
    await verbs.remove(ref, { uid: metadata?.uid ?? '' });
  }
};

/**
 * Ends an edit that nobody ended, or takes one back that failed: by what is there, whoever began it.
 * Where the new rule is whole, its bridge goes; else the bridge says what the trigger was, and goes
 * when it is that again. Without a bridge nothing is done.
 */
export const settleEdit = async (ref: TriggerRef, verbs: ClusterVerbs): Promise<void> => {
  const trigger = await readTrigger(ref, verbs);
  if (!trigger || trigger.objects.bridge.length === 0) return;
  const old = bridgeFilter(trigger, trigger.objects.bridge);
  // A bridge that is not whole is not yet, or no longer, needed.
  if (old && !isWritten(trigger, old)) {
    await restoreTemplate(trigger, verbs);
    await restoreLanes(trigger, old, verbs);
  }
  await removeBridge(ref, verbs);
};
