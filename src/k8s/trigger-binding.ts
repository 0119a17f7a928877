import type { K8sObject, Manifest, ResourceKind } from './resource';

export const triggerBindingKind: ResourceKind = {
  apiGroup: 'triggers.tekton.dev',
  apiVersion: 'v1beta1',
  kind: 'TriggerBinding',
  plural: 'triggerbindings',
  namespaced: true,
  abbr: 'TB',
  label: 'TriggerBinding',
  labelPlural: 'TriggerBindings',
};

export interface TriggerBindingSpec {
  /** Values hold `$(body...)`, `$(header...)` or `$(extensions...)`. */
  params?: { name: string; value: string }[];
}

export interface TriggerBinding extends K8sObject {
  spec?: TriggerBindingSpec;
}

export type TriggerBindingManifest = Manifest & { spec: TriggerBindingSpec };
