import { apiVersionOf } from '../../k8s/resource';
import type { ResourceKind } from '../../k8s/resource';
import { clusterRoleKind, roleKind } from '../../k8s/role';
import { clusterRoleBindingKind, roleBindingKind } from '../../k8s/role-binding';
import type { RoleBindingManifest } from '../../k8s/role-binding';
import {
  listenerAccountName,
  listenerClusterRoleName,
  managedLabels,
  sourceAccountName,
} from '../marks';
import type { Watch } from '../relay-names';
import { sourceRoleName, watchesImages } from '../relay-names';

const rbacGroup = 'rbac.authorization.k8s.io';

const roleRef = (kind: ResourceKind, name: string): RoleBindingManifest['roleRef'] => ({
  apiGroup: rbacGroup,
  kind: kind === clusterRoleKind ? 'ClusterRole' : 'Role',
  name,
});

/** Lets the listener read its triggers and create runs in its namespace. */
export const listenerRoleBindingManifest = (namespace: string): RoleBindingManifest => ({
  apiVersion: apiVersionOf(roleBindingKind),
  kind: roleBindingKind.kind,
  metadata: { name: listenerAccountName, namespace, labels: managedLabels },
  subjects: [{ kind: 'ServiceAccount', name: listenerAccountName, namespace }],
  roleRef: roleRef(roleKind, listenerAccountName),
});

/** Lets the adapter read the ImageStreams of the watched namespace, or all Images. */
export const sourceRoleBindingManifest = (watch: Watch): RoleBindingManifest => {
  const isOfImages = watchesImages(watch);
  const kind = isOfImages ? clusterRoleBindingKind : roleBindingKind;
  return {
    apiVersion: apiVersionOf(kind),
    kind: kind.kind,
    metadata: {
      name: sourceRoleName(watch),
      ...(!isOfImages && { namespace: watch.streams }),
      labels: managedLabels,
    },
    subjects: [{ kind: 'ServiceAccount', name: sourceAccountName, namespace: watch.namespace }],
    roleRef: roleRef(isOfImages ? clusterRoleKind : roleKind, sourceRoleName(watch)),
  };
};

/**
 * Lets every listener read the two cluster-wide kinds. They hold no secrets, so the group of all
 * ServiceAccounts may read them, and a namespace admin needs no cluster admin for a new relay.
 */
export const listenerClusterRoleBindingManifest = (): RoleBindingManifest => ({
  apiVersion: apiVersionOf(clusterRoleBindingKind),
  kind: clusterRoleBindingKind.kind,
  metadata: { name: listenerClusterRoleName },
  subjects: [{ kind: 'Group', apiGroup: rbacGroup, name: 'system:serviceaccounts' }],
  roleRef: roleRef(clusterRoleKind, listenerClusterRoleName),
});
