import type { EventListenerSpec } from '../../../../src/k8s/event-listener';
import { matcherOf, type LabelSelector } from '../../../../src/k8s/label-selector';
import type { Trigger, TriggerSpec } from '../../../../src/k8s/trigger';
import { resources } from '../../resources';
import type { Reader } from './informers';

/** A trigger that an event is handed to: a Trigger object, or an entry of the listener itself. */
export interface SelectedTrigger {
  /** Empty for an entry without a name. */
  name: string;
  namespace: string;
  spec: TriggerSpec;
}

export interface Selector {
  labelSelector?: LabelSelector;
  namespaceSelector?: { matchNames?: string[] };
}

const isTrigger = (trigger: Trigger): trigger is Trigger & { spec: TriggerSpec } =>
  trigger.spec !== undefined;

const selected = (triggers: Trigger[]): SelectedTrigger[] =>
  triggers.filter(isTrigger).map(({ metadata, spec }) => ({
    name: metadata?.name ?? '',
    namespace: metadata?.namespace ?? '',
    spec,
  }));

/**
 * The Trigger objects that selectors mean: of the named namespaces (`*` for all), else of the
 * listener's own if there is a label selector, else none (pkg/sink/sink.go selectTriggers).
 */
export const selectTriggers = (
  known: Reader,
  namespace: string,
  { labelSelector, namespaceSelector }: Selector,
): SelectedTrigger[] => {
  const labels = matcherOf(labelSelector ?? {});
  const names = namespaceSelector?.matchNames ?? [];
  if (names.length === 1 && names[0] === '*') {
    return selected(known.list(resources.triggers, { labels }));
  }
  const own = labelSelector === undefined ? [] : [namespace];
  return (names.length === 0 ? own : names).flatMap((one) =>
    selected(known.list(resources.triggers, { namespace: one, labels })),
  );
};

interface Merged {
  triggers: SelectedTrigger[];
  /** References that lead nowhere. */
  problems: string[];
}

/**
 * The selected Triggers and the listener's own entries. A Trigger that is reached in two ways is
 * there twice (pkg/sink/sink.go merge).
 */
export const triggersOf = (known: Reader, namespace: string, spec: EventListenerSpec): Merged => {
  const merged: Merged = { triggers: selectTriggers(known, namespace, spec), problems: [] };
  for (const { triggerRef = '', template, name = '', ...rest } of spec.triggers ?? []) {
    if (template !== undefined) {
      merged.triggers.push({ name, namespace, spec: { ...rest, template } });
      continue;
    }
    const trigger = known.find(resources.triggers, { name: triggerRef, namespace });
    if (trigger === undefined) {
      const reason = `trigger.triggers.tekton.dev "${triggerRef}" not found`;
      merged.problems.push(
        `Error getting Trigger ${triggerRef} in Namespace ${namespace}: ${reason}`,
      );
    } else {
      merged.triggers.push(...selected([trigger]));
    }
  }
  return merged;
};
