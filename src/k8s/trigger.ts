import type { K8sObject, Manifest, ResourceKind } from './resource';
import type { TriggerTemplateSpec } from './trigger-template';

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

/**
 * A parameter of an interceptor. The CEL interceptor takes `filter`, an expression, and `overlays`,
 * a list of `CelOverlay`; others take any JSON.
 */
export interface InterceptorParam {
  name: string;
  value?: unknown;
}

export interface TriggerInterceptor {
  name?: string;
  ref?: { name?: string; kind?: string };
  params?: InterceptorParam[];
}

export interface TriggerSpec {
  name?: string;
  serviceAccountName?: string;
  interceptors?: TriggerInterceptor[];
  bindings?: { ref?: string; kind?: string; name?: string; value?: string }[];
  template: { ref?: string; spec?: TriggerTemplateSpec };
}

export interface Trigger extends K8sObject {
  spec?: TriggerSpec;
}

export type TriggerManifest = Manifest & { spec: TriggerSpec };
