import type {
  EventListener,
  EventListenerTrigger,
  TriggerGroup,
} from '../../../../src/k8s/event-listener';
import type { Trigger, TriggerInterceptor, TriggerSpec } from '../../../../src/k8s/trigger';

const completeInterceptors = (interceptors: TriggerInterceptor[]): TriggerInterceptor[] =>
  interceptors.map((interceptor) => ({
    ...interceptor,
    ref: { ...interceptor.ref, kind: interceptor.ref?.kind ?? 'ClusterInterceptor' },
  }));

const complete = <T extends Partial<TriggerSpec> | EventListenerTrigger>(trigger: T): T => ({
  ...trigger,
  ...(trigger.bindings && {
    bindings: trigger.bindings.map((binding) => ({
      ...binding,
      kind: binding.kind ?? 'TriggerBinding',
    })),
  }),
  ...(trigger.interceptors && { interceptors: completeInterceptors(trigger.interceptors) }),
});

/** v1beta1 trigger_defaults.go: the kinds of bindings and interceptors. */
export const completeTrigger = (trigger: Trigger): Trigger =>
  trigger.spec === undefined ? trigger : { ...trigger, spec: complete(trigger.spec) };

const completeGroup = (group: TriggerGroup): TriggerGroup => ({
  ...group,
  interceptors: completeInterceptors(group.interceptors ?? []),
  triggerSelector: { namespaceSelector: {}, ...group.triggerSelector },
});

/**
 * v1beta1 event_listener_defaults.go, and what the round trip through the Go type does: empty lists
 * go, the structs that Go cannot leave out come as `{}` (defaulting.go roundTripPatch).
 */
export const completeEventListener = (listener: EventListener): EventListener => {
  const { triggers = [], triggerGroups = [], ...spec } = listener.spec ?? {};
  return {
    ...listener,
    spec: {
      namespaceSelector: {},
      resources: {},
      ...spec,
      ...(triggers.length === 0 ? {} : { triggers: triggers.map(complete) }),
      ...(triggerGroups.length === 0 ? {} : { triggerGroups: triggerGroups.map(completeGroup) }),
    },
  };
};
