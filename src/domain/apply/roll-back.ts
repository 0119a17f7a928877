import { covers } from '../differences';
import type { PlannedResource } from '../plan';
import { problemOf } from '../problem';
import type { Problem } from '../problem';
import { refOf } from '../relay';
import type { Resource } from '../relay';
import { resourceKey } from '../relay';
import { watchesImages } from '../relay-names';
import type { Watch } from '../relay-names';
import { releaseRelay } from '../release-relay';
import type { ReleaseOptions } from '../release-relay';
import type { ApplyState, Transaction } from './transaction';

/** An object that could not be taken back, or not be put back for a trigger that needs it now. */
export interface LeftOver {
  readonly resource: PlannedResource;
  readonly problem: Problem;
}

/** The uid of an object that a transaction wrote; undefined where it never came to be. */
const uidOf = async (
  { written, verbs }: Transaction,
  resource: PlannedResource,
): Promise<string | undefined> => {
  const uid = written.get(resource)?.metadata?.uid;
  if (uid !== undefined) return uid;
  // The answer was lost. What reads like the manifest, its activation time included, is it.
  const found = await verbs.get(refOf(resource));
  return covers(found, resource.manifest) ? found?.metadata?.uid : undefined;
};

/**
 * Removes what lane 1 owns while lane 1 is still there. Garbage collection would, but takes its time,
 * and until then the names are taken for whoever tries again. It is not at work before lane 1 goes,
 * so nobody meets an object that is gone already. The last written goes first: without the template
 * no lane can start anything. What cannot be removed is left to garbage collection.
 */
const removeOwned = async (
  transaction: Transaction,
  owned: readonly PlannedResource[],
): Promise<PlannedResource[]> => {
  const left: PlannedResource[] = [];
  for (const resource of [...owned].reverse()) {
    try {
      const uid = await uidOf(transaction, resource);
      if (uid !== undefined) await transaction.verbs.remove(refOf(resource), { uid });
      transaction.report(resource, 'removed');
    } catch {
      left.push(resource);
    }
  }
  return left;
};

/**
 * Takes back what a transaction wrote: what lane 1 owns and lane 1, then the parts of the relay that
 * it created and nobody uses yet.
 */
export const rollBack = async (
  transaction: Transaction,
  { watch, version }: { readonly watch: Watch; readonly version: string },
): Promise<LeftOver[]> => {
  const leftOver: LeftOver[] = [];
  const written = new Map([...transaction.written.keys()].map((one) => [resourceKey(one), one]));
  const report = (resource: Resource, state: ApplyState): void => {
    const planned = written.get(resourceKey(resource));
    if (planned) transaction.report(planned, state);
  };
  const attempt: ReleaseOptions['attempt'] = async (resource, action) => {
    try {
      report(resource, await action());
    } catch (error) {
      leftOver.push({ resource: { part: 'shared', ...resource }, problem: problemOf(error) });
      report(resource, 'left-over');
    }
  };
  const root = [...written.values()].find(({ part }) => part === 'root');
  let uid: string | undefined;
  if (root) {
    const owned = [...written.values()].filter(({ part }) => part === 'owned');
    const left = await removeOwned(transaction, owned);
    await attempt(root, async () => {
      uid = await uidOf(transaction, root);
      if (uid !== undefined) await transaction.verbs.remove(refOf(root), { uid });
      return 'removed';
    });
    const state = leftOver.length > 0 ? 'left-over' : 'removed';
    for (const resource of left) transaction.report(resource, state);
  }
  try {
    const among = (resource: Resource): boolean => written.has(resourceKey(resource));
    await releaseRelay({
      verbs: transaction.verbs,
      watch: { ...watch, isOfImages: watchesImages(watch) },
      version,
      leaving: uid,
      among,
      attempt,
    });
  } catch (error) {
    // A look at the other triggers failed, so nobody can tell what is still needed.
    for (const resource of written.values())
      if (resource.part === 'shared') leftOver.push({ resource, problem: problemOf(error) });
  }
  return leftOver;
};
