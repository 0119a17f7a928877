import type { Subject } from '../../../src/k8s/role-binding';
import { resources } from '../resources';
import type { Store } from '../store';
import type { BindingObject, RoleObject } from './objects';
import type { PersonName } from './user';
import {
  basicUserRules,
  clusterAdminRules,
  publicInfoRules,
  rbacGroup,
  userFacingParts,
  type Target,
} from './user-facing-roles';

const labelsFor = (targets: readonly string[]): Record<string, string> =>
  Object.fromEntries(targets.map((target) => [`${rbacGroup}/aggregate-to-${target}`, 'true']));

const aggregated = (name: Target, parts: readonly Target[]): RoleObject => ({
  metadata: { name, labels: labelsFor(parts) },
  aggregationRule: { clusterRoleSelectors: [{ matchLabels: labelsFor([name]) }] },
  rules: [],
});

const binding = (clusterRole: string, subject: Subject): BindingObject => ({
  roleRef: { apiGroup: rbacGroup, kind: 'ClusterRole', name: clusterRole },
  subjects: [subject],
});

/** Creates the ClusterRoles and bindings that every cluster starts with. */
export const bootstrapRoles = (store: Store): void => {
  const roles: RoleObject[] = [
    ...Object.entries(userFacingParts)
      .filter(([, { of }]) => of === undefined || store.registry.servesGroup(of))
      .map(([name, { to, rules }]) => ({ metadata: { name, labels: labelsFor(to) }, rules })),
    aggregated('view', ['edit']),
    aggregated('edit', ['admin']),
    aggregated('admin', []),
    { metadata: { name: 'cluster-admin' }, rules: clusterAdminRules },
    { metadata: { name: 'basic-user' }, rules: basicUserRules },
    { metadata: { name: 'system:public-info-viewer' }, rules: publicInfoRules },
  ];
  roles.forEach((role) => store.create(resources.clusterRoles, role));
  const groups = {
    'basic-user': 'system:authenticated',
    'cluster-admin': 'system:masters',
    'system:public-info-viewer': 'system:unauthenticated',
  };
  for (const [clusterRole, name] of Object.entries(groups)) {
    store.create(resources.clusterRoleBindings, {
      metadata: { name: clusterRole },
      ...binding(clusterRole, { kind: 'Group', name, apiGroup: rbacGroup }),
    });
  }
};

interface Grant {
  readonly user: PersonName;
  /** Such as `admin`, `edit` or `view`. */
  readonly clusterRole: string;
  readonly namespace: string;
}

/** Gives a person the rights of a ClusterRole in a namespace. */
export const grant = (store: Store, { user, clusterRole, namespace }: Grant): void => {
  store.create(resources.roleBindings, {
    metadata: { name: `${clusterRole}-${user}`, namespace },
    ...binding(clusterRole, { kind: 'User', name: user, apiGroup: rbacGroup }),
  });
};
