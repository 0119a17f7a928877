import type { TriggerInterceptor } from '../../../../src/k8s/trigger';
import { isRecord } from '../../object';
import type { Selector } from './select-triggers';

/** Triggers behind shared interceptors (v1beta1 event_listener_types.go EventListenerTriggerGroup). */
interface TriggerGroup {
  name: string;
  interceptors: TriggerInterceptor[];
  triggerSelector: Selector;
}

const isInterceptor = (value: unknown): value is TriggerInterceptor => isRecord(value);

const textsIn = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;

const parseSelector = (value: unknown): Selector => {
  const { labelSelector, namespaceSelector } = isRecord(value) ? value : {};
  const labels = isRecord(labelSelector) ? labelSelector.matchLabels : undefined;
  const names = isRecord(namespaceSelector) ? textsIn(namespaceSelector.matchNames) : undefined;
  const matchLabels: Record<string, string> = {};
  for (const [key, label] of Object.entries(isRecord(labels) ? labels : {})) {
    matchLabels[key] = String(label);
  }
  return {
    ...(labelSelector === undefined ? {} : { labelSelector: { matchLabels } }),
    ...(names === undefined ? {} : { namespaceSelector: { matchNames: names } }),
  };
};

/** Reads an entry of `spec.triggerGroups`; of label selectors only `matchLabels`. */
export const parseTriggerGroup = (value: unknown): TriggerGroup => {
  const { name, interceptors, triggerSelector } = isRecord(value) ? value : {};
  return {
    name: typeof name === 'string' ? name : '',
    interceptors: Array.isArray(interceptors) ? interceptors.filter(isInterceptor) : [],
    triggerSelector: parseSelector(triggerSelector),
  };
};
