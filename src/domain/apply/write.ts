import type { Manifest, OwnerReference } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { ownedBy } from '../bridge';
import { metadataPath } from '../cluster-verbs';
import { activeLabel } from '../marks';
import type { PlannedResource } from '../plan';
import { problemOf } from '../problem';
import type { ProblemCode } from '../problem';
import { refOf } from '../relay';
import { createShared } from '../release-relay';
import type { Transaction } from './transaction';

/** A manifest that goes when its owner goes. */
const withOwner = (manifest: Manifest, owner: OwnerReference | undefined): Manifest =>
  owner === undefined
    ? manifest
    : { ...manifest, metadata: { ...manifest.metadata, ownerReferences: [owner] } };

/** Problems after which nobody knows whether the API server did what it was asked to. */
const uncertain: ReadonlySet<ProblemCode> = new Set([
  'network',
  'timeout',
  'unavailable',
  'unexpected',
]);

/** Writes an object; where the answer is lost, it counts as written, for the roll-back's sake. */
const write = async <T>(
  transaction: Transaction,
  resource: PlannedResource,
  action: () => Promise<T>,
): Promise<T> => {
  try {
    return await action();
  } catch (error) {
    if (uncertain.has(problemOf(error).code)) transaction.written.set(resource, resource.manifest);
    throw error;
  }
};

const writeShared = async (
  transaction: Transaction,
  resource: PlannedResource,
): Promise<'kept' | 'created'> => {
  const { verbs } = transaction;
  if (await verbs.get(refOf(resource))) return 'kept';
  const state = await write(transaction, resource, () => createShared(verbs, resource));
  if (state === 'created') transaction.written.set(resource, resource.manifest);
  return state;
};

/**
 * Somebody who removed the namespace's last trigger meanwhile saw no lane of this one, and took
 * the relay with it. From now on there are lanes to see, so what is there now stays.
 */
const keepRelay = async (transaction: Transaction): Promise<void> => {
  for (const resource of transaction.plan) {
    if (resource.part !== 'shared') continue;
    await transaction.step(resource, async () => {
      const state = await writeShared(transaction, resource);
      if (state === 'created') transaction.report(resource, state);
    });
  }
};

/** Creates what is missing, in order, with nothing active yet. */
export const writePlan = async (transaction: Transaction): Promise<void> => {
  let owner: OwnerReference | undefined;
  for (const resource of transaction.plan) {
    await transaction.step(resource, async () => {
      if (resource.part === 'shared') {
        transaction.report(resource, await writeShared(transaction, resource));
        return;
      }
      const manifest = withOwner(resource.manifest, owner);
      const created = await write(transaction, resource, () =>
        transaction.verbs.create(resource.kind, manifest),
      );
      if (resource.part === 'root') owner = ownedBy(created);
      transaction.written.set(resource, created);
      transaction.report(resource, 'created');
    });
  }
  await keepRelay(transaction);
};

/** The commit. Lane 1 comes last: until then an event with one push, as most have, starts nothing. */
export const activatePlan = async (transaction: Transaction): Promise<void> => {
  const lanes = transaction.plan.filter(({ kind }) => kind === triggerKind);
  for (const lane of lanes.reverse()) {
    await transaction.step(lane, async () => {
      const path = metadataPath('labels', activeLabel);
      await transaction.verbs.patch(refOf(lane), [{ op: 'add', path, value: 'true' }]);
      transaction.report(lane, 'active');
    });
  }
};
