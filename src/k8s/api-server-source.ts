import type { LabelSelector } from './label-selector';
import type { Condition, K8sObject, Manifest, ResourceKind } from './resource';

export const apiServerSourceKind: ResourceKind = {
  apiGroup: 'sources.knative.dev',
  apiVersion: 'v1',
  kind: 'ApiServerSource',
  plural: 'apiserversources',
  namespaced: true,
  abbr: 'AS',
  label: 'ApiServerSource',
  labelPlural: 'ApiServerSources',
};

export interface ApiServerSourceSpec {
  /** `Resource` sends the whole object, `Reference` only its reference. */
  mode: 'Resource' | 'Reference';
  serviceAccountName: string;
  resources: { apiVersion: string; kind: string; selector?: LabelSelector }[];
  /** Absent: the source's own namespace. Empty: all of them. */
  namespaceSelector?: LabelSelector;
  sink: {
    uri?: string;
    ref?: { apiVersion: string; kind: string; name: string; namespace?: string };
  };
}

export interface ApiServerSource extends K8sObject {
  spec?: ApiServerSourceSpec;
  status?: {
    sinkUri?: string;
    /** That it watches now. */
    namespaces?: string[];
    /** `Ready`, `SinkProvided`, `Deployed` and `SufficientPermissions` among them. */
    conditions?: Condition[];
  };
}

export type ApiServerSourceManifest = Manifest & { spec: ApiServerSourceSpec };
