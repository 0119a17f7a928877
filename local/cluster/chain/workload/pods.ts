import { createHash } from 'node:crypto';
import { podKind, type Pod } from '../../../../src/k8s/pod';
import { isApiError } from '../../api-error';
import { fieldOf, isRecord, type Stored } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';
import { withVerdicts } from './conditions';
import { controllerOf, replicasOf } from './deployment';
import { report } from './reconcile';

const hash = (text: string, length: number): string =>
  createHash('md5').update(text).digest('hex').slice(0, length);

/** Another generation of a Deployment has other pods: `NAME-HASH-HASH`, as a ReplicaSet names them. */
const podNames = (deployment: Stored): string[] => {
  const { name, uid, generation = 0 } = deployment.metadata;
  const set = `${name.slice(0, 46)}-${hash(`${uid} ${generation}`, 10)}`;
  return Array.from({ length: replicasOf(deployment) }, (_, index) => {
    return `${set}-${hash(`${set} ${index}`, 5)}`;
  });
};

/** Whether a pod is one of the newest generation of a Deployment, by its name. */
export const isPodOf = (deployment: Stored, name: string): boolean =>
  podNames(deployment).includes(name);

const podsOf = (store: Store, { metadata }: Stored): Stored<Pod>[] =>
  store
    .list(resources.pods, { namespace: metadata.namespace })
    .filter((pod) => pod.metadata.ownerReferences?.some(({ uid }) => uid === metadata.uid));

/** The template of a Deployment as a pod. Its owner is the Deployment: there are no ReplicaSets here. */
const podOf = (deployment: Stored, name: string): Pod => {
  const spec = fieldOf(deployment, 'spec');
  const template = isRecord(spec) && isRecord(spec.template) ? spec.template : {};
  const metadata = {
    ...(isRecord(template.metadata) ? template.metadata : {}),
    name,
    namespace: deployment.metadata.namespace,
    ownerReferences: [controllerOf(deployment)],
  };
  return { apiVersion: 'v1', kind: podKind.kind, metadata, spec: template.spec ?? {} };
};

const reportPod = (store: Store, pod: Stored<Pod>, isReady: boolean): void => {
  report(store, resources.pods, {
    key: pod.metadata,
    status: (current) => ({
      phase: isReady || current.status?.phase === 'Running' ? 'Running' : 'Pending',
      conditions: withVerdicts(
        current.status?.conditions,
        [{ type: 'Ready', status: isReady ? 'True' : 'False' }],
        store.clock.timestamp(),
      ),
    }),
  });
};

/**
 * Shows the pods of a Deployment as the API does: those of its newest generation take the place of
 * older ones once they are ready.
 */
export const showPods = (store: Store, deployment: Stored, isReady: boolean): void => {
  const existing = podsOf(store, deployment);
  const names = isReady || existing.length === 0 ? podNames(deployment) : [];
  try {
    names
      .filter((name) => !existing.some(({ metadata }) => metadata.name === name))
      .forEach((name) => store.create(resources.pods, podOf(deployment, name)));
  } catch (error) {
    // A namespace that is being deleted takes in no more pods.
    if (!isApiError(error)) {
      throw error;
    }
  }
  for (const pod of podsOf(store, deployment)) {
    if (isReady && !names.includes(pod.metadata.name)) {
      store.remove(resources.pods, pod.metadata);
    } else {
      reportPod(store, pod, isReady);
    }
  }
};
