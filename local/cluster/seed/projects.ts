import type { PersonName } from '../rbac/user';
import { resources } from '../resources';
import type { Store } from '../store';

const projects = [
  { name: 'platform', title: 'Platform base images', isShop: false },
  { name: 'shop-frontend', title: 'Shop: web and mobile', isShop: true },
  { name: 'shop-images', title: 'Shop: released images', isShop: true },
  { name: 'shop-payments', title: 'Shop: payments', isShop: true },
  { name: 'supply-chain', title: 'Software supply chain', isShop: true },
] as const;

/** Who has which user-facing role in the shop's projects; `nobody` has none, `admin` all. */
const members: { person: PersonName; role: string }[] = [
  { person: 'namespace-admin', role: 'admin' },
  { person: 'editor', role: 'edit' },
  { person: 'viewer', role: 'view' },
];

/** The ServiceAccounts that OpenShift and OpenShift Pipelines make in every project. */
const accounts = ['builder', 'default', 'deployer', 'pipeline'];

const apiGroup = 'rbac.authorization.k8s.io';

/** The shop's projects with their members, and the namespaces of the operators' operands. */
export const seedProjects = (store: Store): void => {
  for (const name of ['knative-eventing', 'openshift-image-registry', 'openshift-pipelines']) {
    store.create(resources.namespaces, { metadata: { name } });
  }
  for (const { name, title, isShop } of projects) {
    const annotations = { 'openshift.io/display-name': title, 'openshift.io/requester': 'admin' };
    store.create(resources.namespaces, { metadata: { name, annotations } });
    for (const account of accounts) {
      store.create(resources.serviceAccounts, { metadata: { name: account, namespace: name } });
    }
    for (const { person, role } of isShop ? members : []) {
      const binding = {
        metadata: { name: `${role}-${person}`, namespace: name },
        roleRef: { apiGroup, kind: 'ClusterRole' as const, name: role },
        subjects: [{ kind: 'User' as const, apiGroup, name: person }],
      };
      store.create(resources.roleBindings, binding);
    }
  }
};
