import type { RuleObject } from './objects';

export const rbacGroup = 'rbac.authorization.k8s.io';
const read = ['get', 'list', 'watch'];
const write = ['create', 'delete', 'deletecollection', 'patch', 'update'];
const tekton = ['pipelineruns', 'pipelines', 'taskruns', 'tasks'];
const triggers = [
  'clusterinterceptors',
  'clustertriggerbindings',
  'eventlisteners',
  'interceptors',
  'triggerbindings',
  'triggers',
  'triggertemplates',
];
const images = ['imagestreamimages', 'imagestreammappings', 'imagestreams', 'imagestreamtags'];
const knative = [
  'bindings.knative.dev',
  'eventing.knative.dev',
  'flows.knative.dev',
  'messaging.knative.dev',
  'sources.knative.dev',
];

const rule = (apiGroups: string | string[], resources: string[], verbs: string[]): RuleObject => ({
  apiGroups: [apiGroups].flat(),
  resources,
  verbs,
});

/** A role that people are given. */
export type Target = 'admin' | 'edit' | 'view';

interface Part {
  /** The roles that hold these rules; the greater ones of them come by aggregation. */
  readonly to: readonly Target[];
  /** The API group that brings the part along, where it is not always there. */
  readonly of?: string;
  readonly rules: RuleObject[];
}

/**
 * What the user-facing roles are made of: Kubernetes (plugin/pkg/auth/authorizer/rbac/
 * bootstrappolicy), OpenShift (bootstrap policy), Tekton (clusterrole-aggregate-*.yaml) and Knative
 * (knative-eventing-namespaced.yaml), as far as the kinds are served here.
 */
export const userFacingParts: Record<string, Part> = {
  'system:aggregate-to-view': {
    to: ['view'],
    rules: [
      rule(
        '',
        [
          'configmaps',
          'events',
          'namespaces',
          'namespaces/status',
          'persistentvolumeclaims',
          'pods',
          'pods/log',
          'pods/status',
          'serviceaccounts',
          'services',
          'services/status',
        ],
        read,
      ),
      rule('apps', ['deployments', 'deployments/scale', 'deployments/status'], read),
      rule('networking.k8s.io', ['networkpolicies'], read),
    ],
  },
  'system:aggregate-to-edit': {
    to: ['edit'],
    rules: [
      rule('', ['pods/attach', 'pods/exec', 'secrets', 'services/proxy'], read),
      rule('', ['serviceaccounts'], ['impersonate']),
      rule(
        '',
        [
          'configmaps',
          'events',
          'persistentvolumeclaims',
          'pods',
          'pods/attach',
          'pods/exec',
          'secrets',
          'serviceaccounts',
          'services',
          'services/proxy',
        ],
        write,
      ),
      rule('', ['serviceaccounts/token'], ['create']),
      rule('apps', ['deployments', 'deployments/scale'], write),
      rule('networking.k8s.io', ['networkpolicies'], write),
    ],
  },
  'system:aggregate-to-admin': {
    to: ['admin'],
    rules: [rule(rbacGroup, ['rolebindings', 'roles'], [...read, ...write])],
  },
  'system:openshift:aggregate-to-view': {
    to: ['view'],
    rules: [
      rule('image.openshift.io', [...images, 'imagestreams/status'], read),
      rule('project.openshift.io', ['projects'], ['get']),
    ],
  },
  'system:openshift:aggregate-to-edit': {
    to: ['edit'],
    rules: [
      rule('image.openshift.io', images, write),
      rule('image.openshift.io', ['imagestreamimports'], ['create']),
    ],
  },
  'system:openshift:aggregate-to-admin': {
    to: ['admin'],
    rules: [rule('project.openshift.io', ['projects'], ['delete', 'get', 'patch', 'update'])],
  },
  'tekton-aggregate-view': {
    of: 'tekton.dev',
    to: ['view'],
    rules: [rule('tekton.dev', tekton, read)],
  },
  'tekton-aggregate-edit': {
    of: 'tekton.dev',
    to: ['admin', 'edit'],
    rules: [rule('tekton.dev', tekton, [...read, ...write])],
  },
  'tekton-triggers-aggregate-view': {
    of: 'triggers.tekton.dev',
    to: ['view'],
    rules: [rule('triggers.tekton.dev', triggers, read)],
  },
  'tekton-triggers-aggregate-edit': {
    of: 'triggers.tekton.dev',
    to: ['admin', 'edit'],
    rules: [rule('triggers.tekton.dev', triggers, [...read, ...write])],
  },
  'knative-eventing-namespaced-view': {
    of: 'sources.knative.dev',
    to: ['view'],
    rules: [rule(knative, ['*'], read)],
  },
  'knative-eventing-namespaced-edit': {
    of: 'sources.knative.dev',
    to: ['edit'],
    rules: [rule(knative, ['*'], ['create', 'delete', 'patch', 'update'])],
  },
  'knative-eventing-namespaced-admin': {
    of: 'sources.knative.dev',
    to: ['admin'],
    rules: [rule(knative, ['*'], ['*'])],
  },
};

/** What even those may see who are not logged in (Kubernetes' system:public-info-viewer). */
export const publicInfoRules: RuleObject[] = [
  { nonResourceURLs: ['/healthz', '/livez', '/readyz', '/version', '/version/'], verbs: ['get'] },
];

/**
 * What everyone who is logged in may do (Kubernetes' system:basic-user and system:discovery,
 * OpenShift's basic-user and self-provisioner).
 */
export const basicUserRules: RuleObject[] = [
  rule('authorization.k8s.io', ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'], ['create']),
  rule('authentication.k8s.io', ['selfsubjectreviews'], ['create']),
  rule(rbacGroup, ['clusterroles'], read),
  rule('storage.k8s.io', ['storageclasses'], ['get', 'list']),
  rule('project.openshift.io', ['projects'], ['list', 'watch']),
  rule('project.openshift.io', ['projectrequests'], ['create', 'list']),
  { ...rule('user.openshift.io', ['users'], ['get']), resourceNames: ['~'] },
  {
    nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*', '/openapi', '/openapi/*'],
    verbs: ['get'],
  },
  ...publicInfoRules,
];

export const clusterAdminRules: RuleObject[] = [
  rule('*', ['*'], ['*']),
  { nonResourceURLs: ['*'], verbs: ['*'] },
];
