import type { PlannedResource } from '../plan';
import { ClusterError } from '../problem';
import { refOf } from '../relay';
import type { Transaction } from './transaction';

const isThere = async (transaction: Transaction, resource: PlannedResource): Promise<boolean> =>
  resource.part === 'shared' && (await transaction.verbs.get(refOf(resource))) !== undefined;

const dryRun = async (transaction: Transaction, resource: PlannedResource): Promise<string> => {
  const tried = await transaction.verbs.create(resource.kind, resource.manifest, { dryRun: true });
  const time = tried.metadata?.creationTimestamp;
  if (time === undefined)
    throw new ClusterError({ code: 'unexpected', message: 'The dry run gave no time.' });
  return time;
};

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
      time = await dryRun(transaction, resource);
      transaction.report(resource, 'checked');
    });
  }
  return time;
};
