import { apiServerSourceKind } from '../k8s/api-server-source';
import { eventListenerKind } from '../k8s/event-listener';
import { networkPolicyKind } from '../k8s/network-policy';
import type { K8sObject, ResourceKind } from '../k8s/resource';
import { roleBindingKind } from '../k8s/role-binding';
import { roleKind } from '../k8s/role';
import { serviceAccountKind } from '../k8s/service-account';
import { triggerBindingKind } from '../k8s/trigger-binding';
import { triggerTemplateKind } from '../k8s/trigger-template';
import { triggerKind } from '../k8s/trigger';
import type { CompleteDraft } from '../domain/draft';
import { relayResources } from '../domain/relay';
import { aDraft } from './builders';
import { clusterOf } from './edits';
import type { MemoryCluster } from './memory-cluster';

/** The version that the builders of specs build. */
export const version = '1.2.3';

/** A cluster with one image trigger and all that it shares. */
export const clusterWithRelay = (draft: CompleteDraft = aDraft(), active = true): MemoryCluster => {
  const cluster = clusterOf(draft, { active });
  for (const { kind, manifest } of relayResources({ namespace: 'ci', streams: 'images' }, version))
    cluster.put(kind, manifest);
  return cluster;
};

/** Something that somebody does by hand. */
export type ByHand = (cluster: MemoryCluster) => void;

const deleted =
  (kind: ResourceKind, name: string, namespace = 'ci'): ByHand =>
  (cluster) =>
    cluster.drop(kind, namespace, name);

/** Changes an object in its place: its uid stays. */
export const changed =
  (kind: ResourceKind, name: string, change: (object: K8sObject & { spec: object }) => void) =>
  (cluster: MemoryCluster): void => {
    const object = structuredClone(cluster.object(kind, 'ci', name));
    if (!object) throw new Error(`there is no ${name}`);
    const whole = { spec: {}, ...object };
    change(whole);
    cluster.put(kind, whole);
  };

const spec = (fields: object) => (object: { spec: object }) => {
  object.spec = { ...object.spec, ...fields };
};

const withoutLabel = (label: string) => (object: K8sObject) => {
  object.metadata = {
    ...object.metadata,
    labels: Object.fromEntries(
      Object.entries(object.metadata?.labels ?? {}).filter(([name]) => name !== label),
    ),
  };
};

/** What can be broken by hand, each with what a repair writes then. */
export const breaks: readonly [string, ByHand, readonly string[]][] = [
  ['a lane gone', deleted(triggerKind, 'scan-web-3'), ['create triggers scan-web-3']],
  [
    'a lane without the label by which it is found',
    changed(triggerKind, 'scan-web-2', withoutLabel('imagetriggers.dev/trigger')),
    ['patch triggers scan-web-2'],
  ],
  [
    'a lane without its group',
    changed(triggerKind, 'scan-web-2', withoutLabel('imagetriggers.dev/group')),
    ['patch triggers scan-web-2'],
  ],
  [
    'a lane that somebody switched off',
    changed(triggerKind, 'scan-web', withoutLabel('imagetriggers.dev/active')),
    ['patch triggers scan-web'],
  ],
  [
    'a lane without any label of the plugin',
    changed(triggerKind, 'scan-web-4', (lane) => {
      delete lane.metadata?.labels;
    }),
    ['patch triggers scan-web-4'],
  ],
  [
    'a lane with other parameters',
    changed(triggerKind, 'scan-web-2', spec({ bindings: [] })),
    ['patch triggers scan-web-2'],
  ],
  [
    'a lane that runs as somebody else',
    changed(triggerKind, 'scan-web-2', spec({ serviceAccountName: 'admin' })),
    ['patch triggers scan-web-2'],
  ],
  [
    'a template without its parameters',
    changed(triggerTemplateKind, 'scan-web', spec({ params: [] })),
    ['patch triggertemplates scan-web'],
  ],
  [
    'no account of the listener',
    deleted(serviceAccountKind, 'image-triggers-listener'),
    ['create serviceaccounts image-triggers-listener'],
  ],
  [
    'no role of the listener',
    deleted(roleKind, 'image-triggers-listener'),
    ['create roles image-triggers-listener'],
  ],
  [
    'a role that allows nothing',
    changed(roleKind, 'image-triggers-listener', (role) => Object.assign(role, { rules: [] })),
    ['patch roles image-triggers-listener'],
  ],
  [
    'no binding of the listener’s role',
    deleted(roleBindingKind, 'image-triggers-listener'),
    ['create rolebindings image-triggers-listener'],
  ],
  [
    'a RoleBinding of another Role',
    changed(roleBindingKind, 'image-triggers-listener', (binding) =>
      Object.assign(binding, { roleRef: { kind: 'Role', name: 'none' } }),
    ),
    ['remove rolebindings image-triggers-listener', 'create rolebindings image-triggers-listener'],
  ],
  [
    'no TriggerBinding',
    deleted(triggerBindingKind, 'image-triggers'),
    ['create triggerbindings image-triggers'],
  ],
  [
    'no network policy',
    deleted(networkPolicyKind, 'image-triggers'),
    ['create networkpolicies image-triggers'],
  ],
  [
    'no listener',
    deleted(eventListenerKind, 'image-triggers'),
    ['create eventlisteners image-triggers'],
  ],
  [
    'a listener of all projects',
    changed(
      eventListenerKind,
      'image-triggers',
      spec({ namespaceSelector: { matchNames: ['*'] } }),
    ),
    ['patch eventlisteners image-triggers'],
  ],
  [
    'no account of the source',
    deleted(serviceAccountKind, 'image-triggers-source'),
    ['create serviceaccounts image-triggers-source'],
  ],
  [
    'no role of the source',
    deleted(roleKind, 'image-triggers-source-ci', 'images'),
    ['create roles image-triggers-source-ci'],
  ],
  [
    'no source',
    deleted(apiServerSourceKind, 'image-triggers-images'),
    ['create apiserversources image-triggers-images'],
  ],
];

/** Lanes whose filters change: the repair writes them as an edit does. */
export const brokenFilters: readonly [string, ByHand][] = [
  ['lane 1', changed(triggerKind, 'scan-web', spec({ interceptors: [] }))],
  ['another lane', changed(triggerKind, 'scan-web-3', spec({ interceptors: [] }))],
  [
    'a lane, and one that is gone',
    (cluster) => {
      deleted(triggerKind, 'scan-web-2')(cluster);
      changed(triggerKind, 'scan-web-4', spec({ interceptors: [] }))(cluster);
    },
  ],
];
