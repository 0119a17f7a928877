import type { K8sObject, Manifest, ResourceKind } from './resource';

export const triggerKind: ResourceKind = {
  apiGroup: 'triggers.tekton.dev',
  apiVersion: 'v1beta1',
  kind: 'Trigger',
  plural: 'triggers',
  namespaced: true,
  abbr: 'TR',
  label: 'Trigger',
  labelPlural: 'Triggers',
};

/** A value that a CEL interceptor adds to the event, under `extensions`. */
export interface CelOverlay {
  key: string;
  expression: string;
}

/** A parameter of the CEL interceptor: `filter` holds an expression, `overlays` a list. */
export interface InterceptorParam {
  name: string;
  value: string | CelOverlay[];
}

export interface TriggerInterceptor {
  name?: string;
  ref: { name: string; kind: 'ClusterInterceptor' | 'NamespacedInterceptor' };
  params?: InterceptorParam[];
}

export interface TriggerSpec {
  name?: string;
  serviceAccountName?: string;
  interceptors?: TriggerInterceptor[];
  bindings?: { ref?: string; kind?: string; name?: string; value?: string }[];
  template: { ref?: string };
}

export interface Trigger extends K8sObject {
  spec?: TriggerSpec;
}

export type TriggerManifest = Manifest & { spec: TriggerSpec };
