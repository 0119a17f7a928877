import type { K8sObject, ResourceKind } from '../../k8s/resource';
import { clusterRoleBindingKind, roleBindingKind } from '../../k8s/role-binding';
import { triggerKind } from '../../k8s/trigger';
import type { ClusterVerbs } from '../cluster-verbs';
import type { PlannedResource } from '../plan';
import { ClusterError, problemOf } from '../problem';
import { refOf } from '../relay';
import { isDeleted, settled } from './settled';
import type { Transaction } from './transaction';

const isThere = async (transaction: Transaction, resource: PlannedResource): Promise<boolean> => {
  if (resource.part !== 'shared') return false;
  const found = await transaction.verbs.get(refOf(resource));
  if (found) transaction.kept.set(resource, found);
  return found !== undefined;
};

const dryRun = async (transaction: Transaction, resource: PlannedResource): Promise<string> => {
  const tried = await transaction.verbs.create(resource.kind, resource.manifest, { dryRun: true });
  const time = tried.metadata?.creationTimestamp;
  if (time === undefined)
    throw new ClusterError({ code: 'unexpected', message: 'The dry run gave no time.' });
  return time;
};

/** Whether somebody else made a part of the relay since we looked: it is shared, so it stays. */
const cameMeanwhile = ({ part }: PlannedResource, error: unknown): boolean =>
  part === 'shared' && problemOf(error).code === 'already-exists';

/** Whether an object is on its way out: it is being deleted, or the Trigger that owned it is gone. */
const isGoing = async (verbs: ClusterVerbs, { metadata }: K8sObject): Promise<boolean> => {
  const { namespace, ownerReferences = [] } = metadata ?? {};
  if (isDeleted({ metadata })) return true;
  const [owner] = ownerReferences;
  if (owner?.kind !== triggerKind.kind) return false;
  const found = await verbs.get({ kind: triggerKind, namespace, name: owner.name });
  return found?.metadata?.uid !== owner.uid;
};

/**
 * Whether a name that was taken is free by now. Garbage collection takes its time with what a deleted
 * trigger owned, so that is waited for.
 */
const isFreed = async (verbs: ClusterVerbs, resource: PlannedResource): Promise<boolean> =>
  (await settled(verbs, refOf(resource), (found) => isGoing(verbs, found))) === undefined;

/** A dry run of an object, once what has its name and is going has gone. */
const dryRunOnceFree = async (
  transaction: Transaction,
  resource: PlannedResource,
): Promise<string> => {
  try {
    return await dryRun(transaction, resource);
  } catch (error) {
    const isTaken = resource.part !== 'shared' && problemOf(error).code === 'already-exists';
    if (!isTaken || !(await isFreed(transaction.verbs, resource))) throw error;
    return dryRun(transaction, resource);
  }
};

/**
 * Whether a dry run could not be done because those before it wrote nothing: a RoleBinding's Role
 * must be there, unless the user may bind any Role, as only cluster admins may, and a
 * ClusterRoleBinding's ClusterRole alike. The dry run of the role has already shown that the user may
 * hand out its rights (kubernetes/kubernetes, pkg/registry/rbac/rolebinding/policybased/storage.go and
 * clusterrolebinding/policybased/storage.go, Create).
 */
export const lacksItsRole = (kind: ResourceKind, error: unknown): boolean =>
  (kind === roleBindingKind || kind === clusterRoleBindingKind) &&
  problemOf(error).code === 'not-found';

/**
 * A server dry run of every object that is not there yet; nothing is written.
 * @returns The API server's time, taken from the dry run of the last object. The browser's clock
 * is never asked: lanes compare their activation with times of the API server.
 */
export const checkPlan = async (transaction: Transaction): Promise<string> => {
  let time = '';
  for (const resource of transaction.plan) {
    await transaction.step(resource, async () => {
      if (await isThere(transaction, resource)) {
        transaction.report(resource, 'kept');
        return;
      }
      try {
        time = await dryRunOnceFree(transaction, resource);
        transaction.report(resource, 'checked');
      } catch (error) {
        if (cameMeanwhile(resource, error)) transaction.report(resource, 'kept');
        else if (lacksItsRole(resource.kind, error)) transaction.report(resource, 'checked');
        else throw error;
      }
    });
  }
  return time;
};
