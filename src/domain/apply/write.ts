import { apiVersionOf } from '../../k8s/resource';
import type { K8sObject, Manifest, OwnerReference } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { metadataPath } from '../cluster-verbs';
import { activeLabel } from '../marks';
import type { PlannedResource } from '../plan';
import { refOf } from '../relay';
import { ensureResource } from '../release-relay';
import type { Transaction } from './transaction';

const ownerReference = (root: K8sObject): OwnerReference => ({
  apiVersion: apiVersionOf(triggerKind),
  kind: triggerKind.kind,
  name: root.metadata?.name ?? '',
  uid: root.metadata?.uid ?? '',
});

/** A manifest that goes when its owner goes. */
export const withOwner = (manifest: Manifest, owner: OwnerReference | undefined): Manifest =>
  owner === undefined
    ? manifest
    : { ...manifest, metadata: { ...manifest.metadata, ownerReferences: [owner] } };

const writeShared = async (transaction: Transaction, resource: PlannedResource): Promise<void> => {
  const state = await ensureResource(transaction.verbs, resource);
  if (state === 'created') transaction.written.set(resource, resource.manifest);
  transaction.report(resource, state);
};

/** Creates what is missing, in order, with nothing active yet. */
export const writePlan = async (transaction: Transaction): Promise<void> => {
  let owner: OwnerReference | undefined;
  for (const resource of transaction.plan) {
    await transaction.step(resource, async () => {
      if (resource.part === 'shared') {
        await writeShared(transaction, resource);
        return;
      }
      const manifest = withOwner(resource.manifest, owner);
      const created = await transaction.verbs.create(resource.kind, manifest);
      if (resource.part === 'root') owner = ownerReference(created);
      transaction.written.set(resource, created);
      transaction.report(resource, 'created');
    });
  }
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
