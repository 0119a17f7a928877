import { podKind } from '../../k8s/pod';
import type { Pod } from '../../k8s/pod';
import { annotationOf, labelOf, nameOf } from '../../k8s/resource';
import { serviceAccountKind } from '../../k8s/service-account';
import { triggerKind } from '../../k8s/trigger';
import type { Trigger } from '../../k8s/trigger';
import type { ClusterVerbs } from '../cluster-verbs';
import { runOfTemplate } from '../image-trigger';
import type { ImageTrigger } from '../image-trigger';
import { builderAnnotation, managedLabels, triggerLabel } from '../marks';
import { problemOf } from '../problem';
import { readRefusal } from '../read-draft';
import { refOf } from '../relay';
import { listenerPodLabels, sourcePodLabels } from '../relay-pods';
import { missingLanes, repairPlan } from '../repair';
import type { RepairPlan } from '../repair';
import type { SharedPart } from '../repair-shared';
import { sharedWith } from '../trigger-comparison';
import { WriteFailure, attempt } from './perform';
import { readTrigger } from './settle-edit';
import { isDeleted, settled } from './settled';

/**
 * Why nothing can be repaired. `unfinished`: there is a bridge. `unreadable`: nobody can tell what
 * the lanes should be.
 */
export type RepairObstacle = 'gone' | 'unfinished' | 'unreadable' | 'newer';

type TriggerRef = Pick<ImageTrigger, 'namespace' | 'name'>;

/**
 * A trigger with the lanes that lack the label by which they are found, and have the mark of the
 * plugin: somebody took it off. One that says that it is another trigger's stays that.
 */
const withLostLanes = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  version: string,
): Promise<ImageTrigger> => {
  const lost: Trigger[] = [];
  for (const name of missingLanes(trigger, version)) {
    const found = await verbs.get({ kind: triggerKind, namespace: trigger.namespace, name });
    const isMarked = found && annotationOf(found, builderAnnotation) !== undefined;
    if (isMarked && labelOf(found, triggerLabel) === undefined) lost.push(found);
  }
  const { objects } = trigger;
  return { ...trigger, objects: { ...objects, lanes: [...objects.lanes, ...lost] } };
};

/**
 * What is there of what a trigger shares; what the user may not read is left out. What is being
 * deleted is waited for, and is missing: one who finds it as it was would leave it to go.
 */
const readShared = async (
  trigger: ImageTrigger,
  verbs: ClusterVerbs,
  version: string,
): Promise<SharedPart[]> => {
  const parts: SharedPart[] = [];
  for (const resource of sharedWith(trigger, version)) {
    const ref = refOf(resource);
    try {
      const found = await settled(verbs, ref, isDeleted);
      parts.push({ resource, found: found && isDeleted(found) ? undefined : found });
    } catch (error) {
      if (problemOf(error).code !== 'forbidden') throw new WriteFailure(ref, problemOf(error));
    }
  }
  return parts;
};

/**
 * The ServiceAccount that the template names for the runs, where there is none. One that triggers
 * share is made anew as such; where the user may not read it, nobody can tell.
 */
const readLostAccount = async (
  { namespace, objects }: ImageTrigger,
  verbs: ClusterVerbs,
  shared: readonly SharedPart[],
): Promise<string | undefined> => {
  const name = runOfTemplate(objects.template)?.spec?.taskRunTemplate?.serviceAccountName;
  const kind = serviceAccountKind;
  const isShared = shared.some(
    ({ resource }) => resource.kind === kind && nameOf(resource.manifest) === name,
  );
  if (name === undefined || isShared) return undefined;
  const ref = { kind, namespace, name };
  try {
    return (await verbs.get(ref)) ? undefined : name;
  } catch (error) {
    if (problemOf(error).code === 'forbidden') return undefined;
    throw new WriteFailure(ref, problemOf(error));
  }
};

/** The pods of the listeners and of the sources of a namespace. */
const readPods = async ({ namespace }: TriggerRef, verbs: ClusterVerbs): Promise<Pod[]> => {
  const lists = [...listenerPodLabels, sourcePodLabels].map((labels) =>
    verbs.list(podKind, namespace, labels),
  );
  return (await Promise.all(lists)).flat();
};

/**
 * What there is, and what a repair would make of it; why there is none to be made where it is a
 * code. What the user may not read of what triggers share is left out.
 * @throws WriteFailure of what cannot be read
 */
export const readRepair = async (
  ref: TriggerRef,
  verbs: ClusterVerbs,
  version: string,
): Promise<RepairPlan | RepairObstacle> => {
  const root = { kind: triggerKind, namespace: ref.namespace, name: ref.name };
  const found = await attempt(root, () => readTrigger(ref, verbs));
  if (!found) return 'gone';
  if (found.objects.bridge.length > 0) return 'unfinished';
  if (readRefusal(found, version) === 'newer-builder') return 'newer';
  const trigger = await attempt(root, () => withLostLanes(found, verbs, version));
  const shared = await readShared(trigger, verbs, version);
  const lanes: Trigger[] = await attempt(root, () =>
    verbs.list(triggerKind, ref.namespace, managedLabels),
  );
  const isAccountGone = shared.some(
    ({ resource, found: there }) => resource.kind === serviceAccountKind && !there,
  );
  const pods = isAccountGone ? await attempt(root, () => readPods(ref, verbs)) : [];
  const lostAccount = await readLostAccount(trigger, verbs, shared);
  return repairPlan({ trigger, shared, pods, lostAccount, lanes, version }) ?? 'unreadable';
};
