import type { PlannedResource } from '../plan';
import { problemOf } from '../problem';
import type { Problem } from '../problem';
import { refOf } from '../relay';
import type { Resource } from '../relay';
import { resourceKey } from '../relay';
import type { Watch } from '../relay-names';
import { releaseRelay } from '../release-relay';
import type { Transaction } from './transaction';

/** An object that could not be taken back. */
export interface LeftOver {
  readonly resource: PlannedResource;
  readonly problem: Problem;
}

/**
 * Takes back what a transaction wrote: lane 1, whose deletion takes all that it owns, then the
 * parts of the relay that it created and nobody uses yet.
 */
export const rollBack = async (transaction: Transaction, watch: Watch): Promise<LeftOver[]> => {
  const leftOver: LeftOver[] = [];
  const written = new Map([...transaction.written.keys()].map((one) => [resourceKey(one), one]));
  const attempt = async (resource: Resource, action: () => Promise<void>): Promise<void> => {
    const planned = written.get(resourceKey(resource));
    if (planned === undefined) return;
    try {
      await action();
      transaction.report(planned, 'removed');
    } catch (error) {
      leftOver.push({ resource: planned, problem: problemOf(error) });
      transaction.report(planned, 'left-over');
    }
  };
  const root = [...written.values()].find(({ part }) => part === 'root');
  const uid = root && transaction.written.get(root)?.metadata?.uid;
  if (root && uid !== undefined) {
    await attempt(root, () => transaction.verbs.remove(refOf(root), { uid }));
    const state = leftOver.length > 0 ? 'left-over' : 'removed';
    for (const resource of written.values())
      if (resource.part === 'owned') transaction.report(resource, state);
  }
  try {
    const among = (resource: Resource): boolean => written.has(resourceKey(resource));
    await releaseRelay({ verbs: transaction.verbs, watch, leaving: uid, among, attempt });
  } catch (error) {
    // The look at the other triggers failed, so nobody can tell what is still needed: all stays.
    for (const resource of written.values())
      if (resource.part === 'shared') leftOver.push({ resource, problem: problemOf(error) });
  }
  return leftOver;
};
