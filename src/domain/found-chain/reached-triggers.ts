import type { EventListener, TriggerSelector } from '../../k8s/event-listener';
import { matcherOf } from '../../k8s/label-selector';
import { nameOf, namespaceOf } from '../../k8s/resource';
import type { Trigger, TriggerSpec } from '../../k8s/trigger';
import { isManaged } from '../marks';
import { itemsOf, selectorOf, textOf, textsOf } from './items';

/** A trigger to which a listener hands its events: an entry of its own, or a Trigger object. */
export interface ReachedTrigger {
  /** Of what it creates, unless its template says otherwise. */
  readonly namespace: string;
  /** Empty for an entry without a name. */
  readonly name: string;
  readonly spec: Partial<TriggerSpec>;
  /** Whether interceptors decide which events it runs. */
  readonly filtered: boolean;
}

const hasInterceptors = ({ interceptors }: Pick<TriggerSpec, 'interceptors'>): boolean =>
  itemsOf(interceptors).length > 0;

const reach = (trigger: Trigger): ReachedTrigger => {
  const spec = trigger.spec ?? {};
  const filtered = hasInterceptors(spec);
  return { namespace: namespaceOf(trigger), name: nameOf(trigger), spec, filtered };
};

/**
 * Triggers that a selector takes: of the namespaces that it names, else of the listener's own if it
 * has a label selector, else none (tektoncd/triggers pkg/sink/sink.go selectTriggers).
 */
const selectedBy = (
  { labelSelector, namespaceSelector }: TriggerSelector,
  own: string,
  triggers: readonly Trigger[],
): ReachedTrigger[] => {
  const names = textsOf(namespaceSelector?.matchNames);
  const fallback = labelSelector ? [own] : [];
  const wanted = names.length > 0 ? names : fallback;
  const matches = matcherOf(selectorOf(labelSelector ?? {}));
  return triggers
    .filter((one) => wanted.includes('*') || wanted.includes(namespaceOf(one)))
    .filter(({ metadata }) => matches(metadata?.labels ?? {}))
    .map(reach);
};

type Way = (listener: EventListener, triggers: readonly Trigger[]) => ReachedTrigger[];

/** Its own entries: each a trigger, or the name of a Trigger in the listener's namespace. */
const byEntry: Way = (listener, triggers) => {
  const namespace = namespaceOf(listener);
  return itemsOf(listener.spec?.triggers).flatMap(({ triggerRef, ...spec }) =>
    spec.template
      ? [{ namespace, name: textOf(spec.name), spec, filtered: hasInterceptors(spec) }]
      : triggers
          .filter((one) => namespaceOf(one) === namespace && nameOf(one) === triggerRef)
          .map(reach),
  );
};

const bySelector: Way = (listener, triggers) =>
  selectedBy(listener.spec ?? {}, namespaceOf(listener), triggers);

const byGroup: Way = (listener, triggers) =>
  itemsOf(listener.spec?.triggerGroups).flatMap((group) =>
    selectedBy(group.triggerSelector ?? {}, namespaceOf(listener), triggers).map((one) => ({
      ...one,
      filtered: one.filtered || hasInterceptors(group),
    })),
  );

/** Every way by which a listener reaches triggers (tektoncd/triggers pkg/sink/sink.go merge). */
const ways: readonly Way[] = [byEntry, bySelector, byGroup];

/** The triggers of a listener that are not ours. One that is reached twice is there once. */
export const reachedTriggers: Way = (listener, triggers) => {
  const foreign = triggers.filter((trigger) => !isManaged(trigger));
  const all = ways.flatMap((way) => way(listener, foreign));
  const byName = new Map(all.map((one) => [`${one.namespace}/${one.name}`, one]));
  return [
    ...[...byName.values()].filter(({ name }) => name !== ''),
    ...all.filter(({ name }) => name === ''),
  ];
};
