import { startCluster } from '../../cluster/cluster';
import { resources } from '../../cluster/resources';
import { seed } from '../../cluster/seed/seed';
import type { Store } from '../../cluster/store';
import { apiVersionOf } from '../../../src/k8s/resource';
import type { K8sObject, ResourceKind } from '../../../src/k8s/resource';
import type { ImageStream } from '../../../src/k8s/image-stream';
import { ApiError } from '../api/client';
import type { ApiObject, KubeClient } from '../api/client';

/** Of the embedded cluster's kinds, those of which the shop has objects, in the order of creation. */
const kinds = [
  resources.namespaces,
  resources.serviceAccounts,
  resources.clusterRoles,
  resources.clusterRoleBindings,
  resources.roleBindings,
  resources.images,
  resources.imageStreams,
  resources.pipelines,
];

/** What every cluster makes itself: the shop's own roles come from the plugin's chart. */
const isSeeded = ({ kind, metadata }: K8sObject): boolean =>
  !(kind === 'ClusterRole' || kind === 'ClusterRoleBinding') ||
  metadata?.labels?.['app.kubernetes.io/managed-by'] === 'Helm';

const rootOf = ({ apiGroup, apiVersion }: ResourceKind): string =>
  apiGroup === undefined ? `/api/${apiVersion}` : `/apis/${apiGroup}/${apiVersion}`;

const pathOf = (kind: ResourceKind, { metadata }: K8sObject): string => {
  const scope = kind.namespaced ? `/namespaces/${metadata?.namespace ?? ''}` : '';
  return `${rootOf(kind)}${scope}/${kind.plural}`;
};

/** Without what the API server of the embedded cluster has added. */
const manifestOf = (kind: ResourceKind, object: K8sObject): K8sObject => {
  const { name, namespace, labels, annotations } = object.metadata ?? {};
  const metadata = { name, namespace, labels, annotations };
  return { ...object, apiVersion: apiVersionOf(kind), kind: kind.kind, metadata };
};

/** Creates an object, where there is none of its name. */
const create = async (client: KubeClient, kind: ResourceKind, object: K8sObject): Promise<void> => {
  try {
    await client.create(pathOf(kind, object), manifestOf(kind, object));
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 409)) throw error;
  }
};

/** The pushes of weeks ago: no push of today could make them. */
const writeHistory = async (
  client: KubeClient,
  { metadata, status }: ImageStream,
): Promise<void> => {
  const kind = resources.imageStreams.kind;
  const path = `${pathOf(kind, { metadata })}/${metadata?.name ?? ''}`;
  const stream = await client.get<ApiObject & { readonly status?: object }>(path);
  await client.replace(`${path}/status`, {
    ...stream,
    status: { ...stream.status, tags: status?.tags ?? [] },
  });
};

const copy = async (client: KubeClient, store: Store): Promise<void> => {
  for (const definition of kinds) {
    const objects = store.list<K8sObject>(definition).filter(isSeeded);
    await Promise.all(objects.map((object) => create(client, definition.kind, object)));
  }
  const streams = store.list(resources.imageStreams);
  await Promise.all(streams.map((stream) => writeHistory(client, stream)));
};

/** Fills a control plane with the shop of `npm start`: what the embedded cluster has, it gets. */
export const seedShop = async (client: KubeClient): Promise<void> => {
  const embedded = await startCluster();
  try {
    seed(embedded.store, { listenerRole: true });
    await copy(client, embedded.store);
  } finally {
    await embedded.close();
  }
};
