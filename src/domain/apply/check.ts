import type { ResourceKind } from '../../k8s/resource';
import { clusterRoleBindingKind, roleBindingKind } from '../../k8s/role-binding';
import type { PlannedResource } from '../plan';
import { ClusterError, problemOf } from '../problem';
import { refOf } from '../relay';
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
        time = await dryRun(transaction, resource);
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
