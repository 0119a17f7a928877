import { triggerKind } from '../k8s/trigger';
import type { ClusterVerbs } from './cluster-verbs';
import type { ImageTrigger } from './image-trigger';
import { laneManifest } from './manifests/trigger';
import { managedLabels } from './marks';
import { ClusterError } from './problem';
import type { TagRule } from './tag-rule';

const anyTag: TagRule = { kind: 'any' };

/** The API server's time, from a dry run: pushes are compared with its clock, not the browser's. */
export const serverTime = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<string> => {
  const { namespace, name, uid, createdAt } = trigger;
  const stream = { namespace, name };
  const filter = { trigger: name, stream, rule: anyTag, activatedAt: createdAt, lane: 0 };
  const probe = laneManifest({ namespace, filter, activity: '[]', version: '' });
  // Named by the uid: a name made of the trigger's own could be another trigger's.
  const metadata = { name: `time-${uid}`, namespace, labels: managedLabels };
  const tried = await verbs.create(triggerKind, { ...probe, metadata }, { dryRun: true });
  const time = tried.metadata?.creationTimestamp;
  if (time === undefined)
    throw new ClusterError({ code: 'unexpected', message: 'The dry run gave no time.' });
  return time;
};
