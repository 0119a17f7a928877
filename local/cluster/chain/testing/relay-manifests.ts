import type { K8sObject } from '../../../../src/k8s/resource';

/** What the image triggers of a namespace share, written out as a user of the API would apply it. */

const rbacGroup = 'rbac.authorization.k8s.io';

export type Manifest = K8sObject & Record<string, unknown>;

const role = (
  [namespace, name]: [namespace: string, name: string],
  account: string,
  rules: object[],
): Manifest[] => [
  {
    apiVersion: `${rbacGroup}/v1`,
    kind: 'Role',
    metadata: { name, namespace },
    rules,
  },
  {
    apiVersion: `${rbacGroup}/v1`,
    kind: 'RoleBinding',
    metadata: { name, namespace },
    subjects: [{ kind: 'ServiceAccount', name: account, namespace: 'proof' }],
    roleRef: { apiGroup: rbacGroup, kind: 'Role', name },
  },
];

export const triggersGroup = 'triggers.tekton.dev';

export const namespaces: Manifest[] = ['images', 'proof'].map((name) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
}));

export const clusterRole: Manifest[] = [
  {
    apiVersion: `${rbacGroup}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'image-triggers-listener' },
    rules: [
      {
        apiGroups: [triggersGroup],
        resources: ['clusterinterceptors', 'clustertriggerbindings'],
        verbs: ['list', 'watch'],
      },
    ],
  },
  {
    apiVersion: `${rbacGroup}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'image-triggers-listener' },
    subjects: [{ kind: 'Group', apiGroup: rbacGroup, name: 'system:serviceaccounts' }],
    roleRef: { apiGroup: rbacGroup, kind: 'ClusterRole', name: 'image-triggers-listener' },
  },
];

export const celInterceptor: Manifest = {
  apiVersion: `${triggersGroup}/v1alpha1`,
  kind: 'ClusterInterceptor',
  metadata: { name: 'cel' },
  spec: { clientConfig: { service: { name: 'interceptors', namespace: 'triggers', path: 'cel' } } },
};

export const listenerRights: Manifest[] = role(
  ['proof', 'image-triggers-listener'],
  'image-triggers-listener',
  [
    {
      apiGroups: [triggersGroup],
      resources: [
        'eventlisteners',
        'interceptors',
        'triggerbindings',
        'triggers',
        'triggertemplates',
      ],
      verbs: ['list', 'watch'],
    },
    { apiGroups: ['tekton.dev'], resources: ['pipelineruns'], verbs: ['create'] },
  ],
);

export const sourceRights: Manifest[] = role(['images', 'image-source'], 'image-triggers-source', [
  {
    apiGroups: ['image.openshift.io'],
    resources: ['imagestreams'],
    verbs: ['get', 'list', 'watch'],
  },
]);

export const binding: Manifest = {
  apiVersion: `${triggersGroup}/v1beta1`,
  kind: 'TriggerBinding',
  metadata: { name: 'image-triggers', namespace: 'proof' },
  spec: {
    params: [
      { name: 'image-reference', value: '$(extensions.push.dockerImageReference)' },
      { name: 'image-digest', value: '$(extensions.push.image)' },
      { name: 'image-tag', value: '$(extensions.tag)' },
      { name: 'image-stream', value: '$(body.metadata.name)' },
      { name: 'event-id', value: '$(header.Ce-Id)' },
      { name: 'run-name', value: '$(extensions.run-name)' },
    ],
  },
};

export const listener: Manifest = {
  apiVersion: `${triggersGroup}/v1beta1`,
  kind: 'EventListener',
  metadata: { name: 'image-triggers', namespace: 'proof' },
  spec: {
    serviceAccountName: 'image-triggers-listener',
    triggers: [
      {
        name: 'inert',
        interceptors: [{ ref: { name: 'cel' }, params: [{ name: 'filter', value: 'false' }] }],
        template: { ref: 'none' },
      },
    ],
    labelSelector: { matchLabels: { 'imagetriggers.dev/active': 'true' } },
    resources: { kubernetesResource: { replicas: 1 } },
  },
};

export const source: Manifest = {
  apiVersion: 'sources.knative.dev/v1',
  kind: 'ApiServerSource',
  metadata: { name: 'image-triggers-images', namespace: 'proof' },
  spec: {
    mode: 'Resource',
    serviceAccountName: 'image-triggers-source',
    resources: [{ apiVersion: 'image.openshift.io/v1', kind: 'ImageStream' }],
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'images' } },
    sink: { uri: 'http://el-image-triggers.proof.svc.cluster.local:8080' },
  },
};

export const pipeline: Manifest = {
  apiVersion: 'tekton.dev/v1',
  kind: 'Pipeline',
  metadata: { name: 'scan', namespace: 'proof' },
  spec: {
    params: [{ name: 'IMAGE' }, { name: 'tag', default: 'none' }],
    tasks: [{ name: 'scan' }],
  },
};

export const imageStream = (name: string): Manifest => ({
  apiVersion: 'image.openshift.io/v1',
  kind: 'ImageStream',
  metadata: { name, namespace: 'images' },
});
