import type { Trigger } from '../k8s/trigger';
import { triggerKind } from '../k8s/trigger';
import type { ClusterVerbs } from './cluster-verbs';
import { isManaged, managedLabels } from './marks';
import { problemOf } from './problem';
import { refOf, relayResources } from './relay';
import type { Resource } from './relay';
import { belongsToRoot, unneededResources, watchedBy } from './relay-needs';
import type { LeftWatch } from './relay-needs';

export interface ReleaseOptions {
  readonly verbs: ClusterVerbs;
  readonly watch: LeftWatch;
  /** The version of the plugin, kept on what is put back. */
  readonly version: string;
  /** The uid of the lane 1 that goes: it and what it owns need the relay no more. */
  readonly leaving: string | undefined;
  /** Takes part of the relay only: a roll-back removes nothing that it did not create. */
  readonly among?: (resource: Resource) => boolean;
  /** Does something to one object and keeps what came of it. */
  readonly attempt: (resource: Resource, action: () => Promise<ReleaseState>) => Promise<void>;
}

/** `kept`: it was there, and stays. */
export type ReleaseState = 'removed' | 'kept' | 'created';

const remainingLanes = async ({ verbs, watch, leaving }: ReleaseOptions): Promise<Trigger[]> => {
  const lanes: Trigger[] = await verbs.list(triggerKind, watch.namespace, managedLabels);
  return lanes.filter((lane) => leaving === undefined || !belongsToRoot(lane, leaving));
};

/** Creates a part of a relay that was not there a moment ago. */
export const createShared = async (
  verbs: ClusterVerbs,
  resource: Resource,
): Promise<'kept' | 'created'> => {
  try {
    await verbs.create(resource.kind, resource.manifest);
    return 'created';
  } catch (error) {
    // Somebody else made it in between: it is shared, so that is as good.
    if (problemOf(error).code === 'already-exists') return 'kept';
    throw error;
  }
};

/** Creates what is missing of a relay. An object that is there stays as it is. */
const ensureResource = async (
  verbs: ClusterVerbs,
  resource: Resource,
): Promise<'kept' | 'created'> =>
  (await verbs.get(refOf(resource))) ? 'kept' : createShared(verbs, resource);

const removeOurs = async (verbs: ClusterVerbs, resource: Resource): Promise<ReleaseState> => {
  const found = await verbs.get(refOf(resource));
  if (!found?.metadata?.uid) return 'removed';
  // An object of somebody else that has our name stays.
  if (!isManaged(found)) return 'kept';
  await verbs.remove(refOf(resource), { uid: found.metadata.uid });
  return 'removed';
};

/**
 * Removes the parts of a relay that no image trigger needs any more. A trigger that somebody adds
 * meanwhile found the relay in place and made nothing, so a last look puts back what it needs.
 */
export const releaseRelay = async (options: ReleaseOptions): Promise<void> => {
  const { verbs, watch, version, among = () => true, attempt } = options;
  const going = unneededResources(watch, await remainingLanes(options)).filter(among);
  for (const resource of going) {
    await attempt(resource, () => removeOurs(verbs, resource));
  }
  if (going.length === 0) return;
  for (const streams of watchedBy(await remainingLanes(options))) {
    for (const resource of relayResources({ namespace: watch.namespace, streams }, version)) {
      await attempt(resource, () => ensureResource(verbs, resource));
    }
  }
};
