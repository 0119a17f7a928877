import type { LabelSelector } from './label-selector';
import type { Manifest, ResourceKind } from './resource';

export const networkPolicyKind: ResourceKind = {
  apiGroup: 'networking.k8s.io',
  apiVersion: 'v1',
  kind: 'NetworkPolicy',
  plural: 'networkpolicies',
  namespaced: true,
  abbr: 'NP',
  label: 'NetworkPolicy',
  labelPlural: 'NetworkPolicies',
};

export interface NetworkPolicySpec {
  podSelector: LabelSelector;
  policyTypes: ('Ingress' | 'Egress')[];
  ingress: {
    from?: { podSelector?: LabelSelector; namespaceSelector?: LabelSelector }[];
    ports?: { protocol: 'TCP'; port: number }[];
  }[];
}

export type NetworkPolicyManifest = Manifest & { spec: NetworkPolicySpec };
