import { apiVersionOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { selfSubjectReviewKind } from '../k8s/self-subject-review';
import { triggerKind } from '../k8s/trigger';
import type { ClusterVerbs } from './cluster-verbs';
import type { ImageTrigger } from './image-trigger';
import { laneManifest } from './manifests/trigger';
import { managedLabels } from './marks';
import { ClusterError } from './problem';
import { namingOf } from './run-policy';
import type { TagRule } from './tag-rule';

const anyTag: TagRule = { kind: 'any' };

const timeOf = ({ metadata }: K8sObject): string => {
  const time = metadata?.creationTimestamp;
  if (time === undefined)
    throw new ClusterError({ code: 'unexpected', message: 'The answer gave no time.' });
  return time;
};

/** The API server's time, from a dry run: pushes are compared with its clock, not the browser's. */
export const serverTime = async (trigger: ImageTrigger, verbs: ClusterVerbs): Promise<string> => {
  const { namespace, name, uid, createdAt } = trigger;
  const stream = { namespace, name };
  const naming = namingOf('each-push');
  const filter = { trigger: name, stream, rule: anyTag, activatedAt: createdAt, lane: 0, naming };
  const probe = laneManifest({ namespace, filter, activity: '[]', version: '' });
  // Named by the uid: a name made of the trigger's own could be another trigger's.
  const metadata = { name: `time-${uid}`, namespace, labels: managedLabels };
  return timeOf(await verbs.create(triggerKind, { ...probe, metadata }, { dryRun: true }));
};

/**
 * The API server's time for whoever may write nothing: the answer to who one is carries it
 * (kubernetes/kubernetes pkg/registry/authentication/selfsubjectreview/rest.go, `Create`).
 */
export const readersTime = async (verbs: ClusterVerbs): Promise<string> => {
  const kind = selfSubjectReviewKind;
  const review = { apiVersion: apiVersionOf(kind), kind: kind.kind, metadata: { name: '' } };
  return timeOf(await verbs.create(kind, review, { dryRun: true }));
};
