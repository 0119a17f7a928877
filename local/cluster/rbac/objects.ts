import type { LabelSelector } from '../../../src/k8s/label-selector';
import type { K8sObject } from '../../../src/k8s/resource';
import type { Subject } from '../../../src/k8s/role-binding';

/** rbac.authorization.k8s.io PolicyRule, for resources or for paths. */
export interface RuleObject {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}

/** A Role or a ClusterRole. */
export interface RoleObject extends K8sObject {
  rules?: RuleObject[];
  /** ClusterRoles only: the rules are those of all selected ClusterRoles. */
  aggregationRule?: { clusterRoleSelectors: LabelSelector[] };
}

/** A RoleBinding or a ClusterRoleBinding. */
export interface BindingObject extends K8sObject {
  roleRef?: { apiGroup: string; kind: string; name: string };
  subjects?: Subject[];
}
