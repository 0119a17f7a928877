import type { Condition, K8sObject, Manifest, ResourceKind } from './resource';
import type { TriggerSpec } from './trigger';

export const eventListenerKind: ResourceKind = {
  apiGroup: 'triggers.tekton.dev',
  apiVersion: 'v1beta1',
  kind: 'EventListener',
  plural: 'eventlisteners',
  namespaced: true,
  abbr: 'EL',
  label: 'EventListener',
  labelPlural: 'EventListeners',
};

/** An entry of `spec.triggers`: inline, or by the name of a Trigger. */
export type EventListenerTrigger = Partial<TriggerSpec> & { triggerRef?: string };

export interface EventListenerSpec {
  serviceAccountName?: string;
  triggers?: EventListenerTrigger[];
  labelSelector?: { matchLabels?: Record<string, string> };
  namespaceSelector?: { matchNames?: string[] };
  triggerGroups?: unknown[];
  resources?: { kubernetesResource?: { replicas?: number } };
}

export interface EventListener extends K8sObject {
  spec?: EventListenerSpec;
  status?: {
    address?: { url?: string };
    configuration?: { generatedName?: string };
    /** `Available` and `Ready` among them. */
    conditions?: Condition[];
  };
}

export type EventListenerManifest = Manifest & { spec: EventListenerSpec };
