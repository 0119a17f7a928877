import { createHash } from 'node:crypto';
import type { Condition, K8sObject, OwnerReference } from '../../../../src/k8s/resource';
import { fieldOf, isRecord, type Stored } from '../../object';
import { resources } from '../../resources';
import type { Store } from '../../store';

/** What a Deployment of one container is made of. */
interface PodTemplate {
  /** What the Deployment finds its pods by. */
  labels: Record<string, string>;
  /** What the pods carry besides. */
  podLabels?: Record<string, string>;
  serviceAccountName: string;
  container: {
    name: string;
    image: string;
    args?: string[];
    env?: unknown[];
    ports?: { containerPort: number; protocol: 'TCP' }[];
  };
}

/** A controller's reference to the object that it acts for (kmeta.NewControllerRef). */
export const controllerOf = ({ apiVersion, kind, metadata }: Stored): OwnerReference => ({
  apiVersion,
  kind,
  name: metadata.name,
  uid: metadata.uid,
  controller: true,
  blockOwnerDeletion: true,
});

/** A name for a child of an object that fits into 63 characters (knative.dev/pkg kmeta ChildName). */
export const childName = (parent: string, suffix: string): string => {
  const name = parent + suffix;
  if (name.length <= 63) {
    return name;
  }
  const hash = createHash('md5').update(name).digest('hex');
  return (parent.slice(0, 31) + hash + suffix).slice(0, 63);
};

export const deploymentSpec = (
  { labels, podLabels, serviceAccountName, container }: PodTemplate,
  replicas: number,
): Record<string, unknown> => ({
  replicas,
  selector: { matchLabels: labels },
  template: {
    metadata: { labels: { ...podLabels, ...labels } },
    spec: { serviceAccountName, containers: [container] },
  },
});

const recordIn = (object: object, field: string): Record<string, unknown> => {
  const value = fieldOf(object, field);
  return isRecord(value) ? value : {};
};

const podSpecOf = (deployment: K8sObject): Record<string, unknown> =>
  recordIn(recordIn(recordIn(deployment, 'spec'), 'template'), 'spec');

/** The ServiceAccount that the pods of a Deployment run as. */
export const serviceAccountOf = (deployment: K8sObject): string => {
  const { serviceAccountName } = podSpecOf(deployment);
  return typeof serviceAccountName === 'string' && serviceAccountName !== ''
    ? serviceAccountName
    : 'default';
};

/** The value of a variable that names a key of a Secret; undefined where there is none. */
const secretValue = (store: Store, namespace: string, variable: object): string | undefined => {
  const { name, key } = recordIn(recordIn(variable, 'valueFrom'), 'secretKeyRef');
  if (typeof name !== 'string' || typeof key !== 'string') {
    return undefined;
  }
  const value = store.find(resources.secrets, { name, namespace })?.data?.[key];
  return value === undefined ? undefined : Buffer.from(value, 'base64').toString();
};

/** The environment of a Deployment's only container, by name: texts, and keys of Secrets. */
export const environmentOf = (store: Store, deployment: Stored): ReadonlyMap<string, string> => {
  const { containers } = podSpecOf(deployment);
  const container: unknown = Array.isArray(containers) ? containers[0] : undefined;
  const entries: unknown = isRecord(container) ? container.env : [];
  const { namespace = '' } = deployment.metadata;
  return new Map(
    (Array.isArray(entries) ? entries : [])
      .filter(isRecord)
      .flatMap((entry): [string, string][] => {
        const { name, value = secretValue(store, namespace, entry) } = entry;
        return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
      }),
  );
};

export const replicasOf = (deployment: K8sObject): number => {
  const { replicas } = recordIn(deployment, 'spec');
  return typeof replicas === 'number' ? replicas : 1;
};

type Verdict = Omit<Condition, 'lastTransitionTime'>;

/** What the Deployment controller says while pods are missing, and once they are all there. */
export const availability = (isReady: boolean, name: string): Verdict[] =>
  isReady
    ? [
        {
          type: 'Available',
          status: 'True',
          reason: 'MinimumReplicasAvailable',
          message: 'Deployment has minimum availability.',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'NewReplicaSetAvailable',
          message: `ReplicaSet "${name}" has successfully progressed.`,
        },
      ]
    : [
        {
          type: 'Available',
          status: 'False',
          reason: 'MinimumReplicasUnavailable',
          message: 'Deployment does not have minimum availability.',
        },
        {
          type: 'Progressing',
          status: 'True',
          reason: 'ReplicaSetUpdated',
          message: `ReplicaSet "${name}" is progressing.`,
        },
      ];
