import type { LabelSelector } from './label-selector';
import type { Condition, K8sObject, Manifest, ResourceKind } from './resource';
import type { TriggerInterceptor, TriggerSpec } from './trigger';

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

/** What Tekton puts before a listener's name to call its Service (tektoncd/triggers, GeneratedResourcePrefix). */
export const servicePrefix = 'el-';

/** The port of that Service, for HTTP (tektoncd/triggers, cmd/controller, `el-port`). */
export const listenerPort = 8080;

/** On what a listener makes: its own id of the event (tektoncd/triggers pkg/resources/create.go). */
export const eventIdLabel = 'triggers.tekton.dev/triggers-eventid';

/** An entry of `spec.triggers`: inline, or by the name of a Trigger. */
export type EventListenerTrigger = Partial<TriggerSpec> & { triggerRef?: string };

/** Which Trigger objects a listener takes. */
export interface TriggerSelector {
  labelSelector?: LabelSelector;
  /** `*` stands for all namespaces. */
  namespaceSelector?: { matchNames?: string[] };
}

/** Triggers behind shared interceptors (tektoncd/triggers v1beta1 EventListenerTriggerGroup). */
export interface TriggerGroup {
  name?: string;
  interceptors?: TriggerInterceptor[];
  triggerSelector?: TriggerSelector;
}

export interface EventListenerSpec extends TriggerSelector {
  serviceAccountName?: string;
  triggers?: EventListenerTrigger[];
  triggerGroups?: TriggerGroup[];
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
