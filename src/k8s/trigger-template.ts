import type { K8sObject, Manifest, ResourceKind } from './resource';

export const triggerTemplateKind: ResourceKind = {
  apiGroup: 'triggers.tekton.dev',
  apiVersion: 'v1beta1',
  kind: 'TriggerTemplate',
  plural: 'triggertemplates',
  namespaced: true,
  abbr: 'TT',
  label: 'TriggerTemplate',
  labelPlural: 'TriggerTemplates',
};

export interface TriggerTemplateSpec {
  params?: { name: string; description?: string; default?: string }[];
  /** Objects with `$(tt.params.NAME)` in their strings. */
  resourcetemplates?: K8sObject[];
}

export interface TriggerTemplate extends K8sObject {
  spec?: TriggerTemplateSpec;
}

export type TriggerTemplateManifest = Manifest & { spec: TriggerTemplateSpec };
