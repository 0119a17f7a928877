import { managedByLabel, manager } from '../../src/domain/marks';
import { apiServerSourceKind } from '../../src/k8s/api-server-source';
import { eventListenerKind } from '../../src/k8s/event-listener';
import { networkPolicyKind } from '../../src/k8s/network-policy';
import { nameOf, namespaceOf } from '../../src/k8s/resource';
import { roleBindingKind } from '../../src/k8s/role-binding';
import { roleKind } from '../../src/k8s/role';
import { serviceAccountKind } from '../../src/k8s/service-account';
import { triggerBindingKind } from '../../src/k8s/trigger-binding';
import { triggerKind } from '../../src/k8s/trigger';
import { triggerTemplateKind } from '../../src/k8s/trigger-template';
import type { ApiClient, Kind } from './api-client';
import { clusterRightsOf } from './projects';
import type { Projects } from './projects';

/** Every kind that the product writes, but for the runs, which stay for good. */
const written: readonly Kind[] = [
  serviceAccountKind,
  roleKind,
  roleBindingKind,
  networkPolicyKind,
  triggerBindingKind,
  triggerTemplateKind,
  triggerKind,
  eventListenerKind,
  apiServerSourceKind,
];

/** What Tekton and Knative make of it; nothing else in a scenario's project has any. */
const derived: readonly Kind[] = [
  { apiGroup: 'apps', apiVersion: 'v1', kind: 'Deployment', plural: 'deployments' },
  { apiVersion: 'v1', kind: 'Service', plural: 'services' },
];

/**
 * `PLURAL NAMESPACE/NAME UID` of everything in the projects that is there because of an image
 * trigger, sorted. Equal snapshots: the same objects, none made again.
 */
export const snapshotOf = async (client: ApiClient, projects: Projects): Promise<string[]> => {
  const labelSelector = `${managedByLabel}=${manager}`;
  const lists = Object.values<string>({ ...projects }).flatMap((namespace) => [
    ...clusterRightsOf(namespace).map(async ({ kind, name }) => ({
      kind,
      items: await client.list(kind, { fieldSelector: `metadata.name=${name}`, labelSelector }),
    })),
    ...written.map(async (kind) => ({
      kind,
      items: await client.list(kind, { namespace, labelSelector }),
    })),
    ...derived.map(async (kind) => ({ kind, items: await client.list(kind, { namespace }) })),
  ]);
  return (await Promise.all(lists))
    .flatMap(({ kind, items }) =>
      items.map(
        (item) =>
          `${kind.plural} ${namespaceOf(item)}/${nameOf(item)} ${item.metadata?.uid ?? '(no uid)'}`,
      ),
    )
    .sort();
};
