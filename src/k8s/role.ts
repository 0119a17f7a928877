import type { Manifest, ResourceKind } from './resource';

const group = 'rbac.authorization.k8s.io';

export const roleKind: ResourceKind = {
  apiGroup: group,
  apiVersion: 'v1',
  kind: 'Role',
  plural: 'roles',
  namespaced: true,
  abbr: 'R',
  label: 'Role',
  labelPlural: 'Roles',
};

export const clusterRoleKind: ResourceKind = {
  apiGroup: group,
  apiVersion: 'v1',
  kind: 'ClusterRole',
  plural: 'clusterroles',
  namespaced: false,
  abbr: 'CR',
  label: 'ClusterRole',
  labelPlural: 'ClusterRoles',
};

export interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

/** A Role or a ClusterRole. */
export type RoleManifest = Manifest & { rules: PolicyRule[] };
