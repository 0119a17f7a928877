import type { K8sObject } from '../../k8s/resource';
import type { ClusterVerbs, ResourceRef } from '../cluster-verbs';

/** How often it is looked whether an object has gone: about ten seconds. */
const looks = 20;

/** Whether an object is being deleted: finalizers still hold it (Knative Eventing's hold its sources). */
export const isDeleted = ({ metadata }: K8sObject): boolean =>
  metadata?.deletionTimestamp !== undefined;

/**
 * What is there of an object, once what is on its way out has gone, which is waited for.
 * @returns the object where it stays, or has not gone in time
 */
export const settled = async (
  verbs: ClusterVerbs,
  ref: ResourceRef,
  isGoing: (object: K8sObject) => Promise<boolean> | boolean,
): Promise<K8sObject | undefined> => {
  let found = await verbs.get(ref);
  for (let look = 0; found && look < looks && (await isGoing(found)); look += 1) {
    await verbs.pause();
    found = await verbs.get(ref);
  }
  return found;
};
