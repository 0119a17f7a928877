import { resources } from '../resources';
import type { Store } from '../store';

const rbacGroup = 'rbac.authorization.k8s.io';

/** What the Helm chart installs once for all listeners: the two reads of cluster-wide kinds. */
const seedListenerRole = (store: Store): void => {
  const metadata = {
    name: 'image-triggers-listener',
    labels: { 'app.kubernetes.io/managed-by': 'Helm' },
  };
  const role = {
    metadata,
    rules: [
      {
        apiGroups: ['triggers.tekton.dev'],
        resources: ['clusterinterceptors', 'clustertriggerbindings'],
        verbs: ['list', 'watch'],
      },
    ],
  };
  const binding = {
    metadata,
    roleRef: { apiGroup: rbacGroup, kind: 'ClusterRole' as const, name: metadata.name },
    subjects: [{ kind: 'Group' as const, apiGroup: rbacGroup, name: 'system:serviceaccounts' }],
  };
  store.create(resources.clusterRoles, role);
  store.create(resources.clusterRoleBindings, binding);
};

const seedEventing = (store: Store): void => {
  const eventing = store.create(resources.knativeEventings, {
    metadata: { name: 'knative-eventing', namespace: 'knative-eventing' },
  });
  const lastTransitionTime = store.clock.timestamp();
  const conditions = [
    'DependenciesInstalled',
    'DeploymentsAvailable',
    'InstallSucceeded',
    'Ready',
    'VersionMigrationEligible',
  ].map((type) => ({ type, status: 'True' as const, lastTransitionTime }));
  store.updateStatus(resources.knativeEventings, {
    ...eventing,
    ...{ status: { version: '1.21.0', conditions } },
  });
};

/**
 * By this role Knative reads what sinks refer to: whatever is labelled to be part of it
 * (knative/eventing config/core/roles/addressable-resolvers-clusterrole.yaml).
 */
const seedAddressableResolver = (store: Store): void => {
  const name = 'addressable-resolver';
  const label = { 'duck.knative.dev/addressable': 'true' };
  const aggregationRule = { clusterRoleSelectors: [{ matchLabels: label }] };
  store.create(resources.clusterRoles, { metadata: { name }, aggregationRule, rules: [] });
  store.create(resources.clusterRoleBindings, {
    metadata: { name: 'eventing-controller-resolver' },
    roleRef: { apiGroup: rbacGroup, kind: 'ClusterRole', name },
    subjects: [
      { kind: 'ServiceAccount', name: 'eventing-controller', namespace: 'knative-eventing' },
    ],
  });
};

const seedInterceptors = (store: Store): void => {
  for (const name of ['bitbucket', 'cel', 'github', 'gitlab', 'slack']) {
    const service = { name: 'tekton-triggers-core-interceptors', namespace: 'openshift-pipelines' };
    const interceptor = {
      metadata: { name, labels: { 'server/type': 'https' } },
      spec: { clientConfig: { service: { ...service, path: name, port: 8443 } } },
    };
    store.create(resources.clusterInterceptors, interceptor);
  }
};

/** Those of an OpenShift cluster on AWS. */
const seedStorageClasses = (store: Store): void => {
  const provisioner = 'ebs.csi.aws.com';
  for (const name of ['gp2-csi', 'gp3-csi']) {
    const storageClass = { metadata: { name }, provisioner };
    store.create(resources.storageClasses, storageClass);
  }
};

/** What the platform, its operators and the plugin's chart have installed. */
export const seedPlatform = (store: Store, { listenerRole }: { listenerRole: boolean }): void => {
  if (listenerRole) {
    seedListenerRole(store);
  }
  seedStorageClasses(store);
  if (store.registry.serves(resources.clusterInterceptors)) {
    seedInterceptors(store);
  }
  if (store.registry.serves(resources.knativeEventings)) {
    seedEventing(store);
    seedAddressableResolver(store);
  }
};
