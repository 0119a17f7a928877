import type { Condition, K8sObject, ResourceKind } from './resource';

export const podKind: ResourceKind = {
  apiVersion: 'v1',
  kind: 'Pod',
  plural: 'pods',
  namespaced: true,
  abbr: 'P',
  label: 'Pod',
  labelPlural: 'Pods',
};

export interface Container {
  name?: string;
  /** Quantities by resource, such as `cpu: 100m` and `memory: 64Mi`. */
  resources?: { requests?: Record<string, string> };
}

export interface Pod extends K8sObject {
  spec?: { serviceAccountName?: string; containers?: Container[] };
  status?: {
    /** A pod that is `Succeeded` or `Failed` holds no resources any more. */
    phase?: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
    /** `Ready` among them. */
    conditions?: Condition[];
  };
}
