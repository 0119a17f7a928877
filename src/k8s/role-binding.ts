import type { Manifest, ResourceKind } from './resource';

const group = 'rbac.authorization.k8s.io';

export const roleBindingKind: ResourceKind = {
  apiGroup: group,
  apiVersion: 'v1',
  kind: 'RoleBinding',
  plural: 'rolebindings',
  namespaced: true,
  abbr: 'RB',
  label: 'RoleBinding',
  labelPlural: 'RoleBindings',
};

export const clusterRoleBindingKind: ResourceKind = {
  apiGroup: group,
  apiVersion: 'v1',
  kind: 'ClusterRoleBinding',
  plural: 'clusterrolebindings',
  namespaced: false,
  abbr: 'CRB',
  label: 'ClusterRoleBinding',
  labelPlural: 'ClusterRoleBindings',
};

export interface Subject {
  kind: 'ServiceAccount' | 'User' | 'Group';
  name: string;
  namespace?: string;
  apiGroup?: string;
}

/** A RoleBinding or a ClusterRoleBinding. */
export type RoleBindingManifest = Manifest & {
  subjects: Subject[];
  roleRef: { apiGroup: string; kind: 'Role' | 'ClusterRole'; name: string };
};
