import { eventIdLabel } from '../k8s/event-listener';
import type { ImageStream, TagEvent } from '../k8s/image-stream';
import type { PipelineRun } from '../k8s/pipeline-run';
import type { Manifest } from '../k8s/resource';
import { nameOf } from '../k8s/resource';
import type { TriggerBinding } from '../k8s/trigger-binding';
import { runOfTemplate } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { receiverName } from './relay-names';
import { streamRefOf } from './push';
import type { Push } from './push';
import { bindingValues } from './push-fields';
import type { BoundEvent } from './push-fields';
import { renderTemplate } from './render-template';
import type { TemplateValue } from './render-template';
import { matchersOver } from './rule-history';
import { firstRunNameOf, rerunNameOf } from './run-name';
import { policyAt } from './run-policy';

/** What a replay is made from, all of it as it is in the cluster. */
export interface ReplayInput {
  readonly trigger: ImageTrigger;
  /** Of the relay. */
  readonly binding: TriggerBinding;
  readonly stream: ImageStream;
  readonly push: Pick<Push, 'digest' | 'created'>;
  /** Stands in for the event that never came, or came in vain. */
  readonly event: Pick<BoundEvent, 'id' | 'time'>;
  /** Which of the runs of the push it is to be; 0, the listener's own, where nothing is said. */
  readonly number?: number;
  /** What `$(uid)` in the template becomes. */
  readonly uid: string;
}

/** A PipelineRun that is to be created. */
export type RunManifest = Manifest & PipelineRun;

/**
 * Why a push cannot be replayed: the stream no longer holds it under a tag that the trigger answers
 * to; the trigger has no template of a run; the relay has no binding; or somebody changed the lanes,
 * the relay's binding or the template, so that nobody but the listener can say what a run would be.
 */
export type ReplayProblem =
  'push-gone' | 'template-missing' | 'binding-missing' | 'changed-by-hand';

export type Replay =
  | { readonly outcome: 'run'; readonly run: RunManifest }
  | { readonly outcome: 'impossible'; readonly problem: ReplayProblem };

/** The tag of a push that a lane picks, the first by name of those that match, and its item. */
const itemOf = (
  { stream, push }: ReplayInput,
  matches: (tag: string) => boolean,
): { tag: string; item: TagEvent } | undefined => {
  const found = (stream.status?.tags ?? []).flatMap(({ tag, items }) => {
    const item = (items ?? []).find(
      ({ image, created }) => image === push.digest && created === push.created,
    );
    return item && matches(tag) ? [{ tag, item }] : [];
  });
  return found.sort((a, b) => (a.tag < b.tag ? -1 : 1))[0];
};

/** Whether all lanes hand this binding's parameters to this trigger's template, and nothing else. */
const areLanesPlain = ({ trigger, binding }: ReplayInput): boolean =>
  trigger.objects.lanes.every(({ spec }) => {
    const [only, ...others] = spec?.bindings ?? [];
    const isThis = only?.ref === nameOf(binding) && only.kind !== 'ClusterTriggerBinding';
    return isThis && others.length === 0 && spec?.template.ref === trigger.name;
  });

/** Undefined where a parameter is made of what only the listener sees. */
const valuesOf = (
  { spec }: TriggerBinding,
  event: BoundEvent,
): readonly TemplateValue[] | undefined => {
  const known = bindingValues(event);
  const values = (spec?.params ?? []).map(({ name, value }) => ({
    name,
    value: value.includes('$(') ? known.get(value) : value,
  }));
  const isKnown = (one: { name: string; value?: string }): one is TemplateValue =>
    one.value !== undefined;
  return values.every(isKnown) ? values : undefined;
};

const isRun = (value: unknown): value is RunManifest =>
  typeof value === 'object' && value !== null && 'metadata' in value && 'kind' in value;

/** Undefined where the values do not fit into the JSON: then the listener makes no run either. */
const parseRun = (json: string): RunManifest | undefined => {
  try {
    const run: unknown = JSON.parse(json);
    return isRun(run) ? run : undefined;
  } catch {
    return undefined;
  }
};

/** The labels by which the listener marks what it makes (tektoncd/triggers pkg/resources/create.go). */
const listenerLabels = (
  listener: string,
  lane: string,
  eventId: string,
): Record<string, string> => ({
  'triggers.tekton.dev/eventlistener': listener,
  'triggers.tekton.dev/trigger': lane,
  [eventIdLabel]: eventId,
});

const impossible = (problem: ReplayProblem): Replay => ({ outcome: 'impossible', problem });

/**
 * The PipelineRun that the listener would have made of a push, to the letter but for the event's id
 * and time: name, spec, labels and annotations. One by which a push is run again has a number behind
 * the name. It has the listener's own name for it, so that
 * whichever of the two is created second fails. It says lane 1, which takes every push that comes
 * alone; which lanes take pushes that come together depends on the order of their events.
 */
export const replayRun = (input: ReplayInput): Replay => {
  const { trigger, binding, stream, push, event, uid } = input;
  if (!trigger.binding || !areLanesPlain(input)) return impossible('changed-by-hand');
  const { template } = trigger.objects;
  const resource = runOfTemplate(template);
  if (!resource) return impossible('template-missing');
  // By the rule of its time: an edit since then neither adds nor takes away pushes.
  const { activity, binding: bound } = trigger;
  const matchers = matchersOver(activity, bound.rule)(push.created);
  const found = itemOf(input, (tag) => matchers.some((matches) => matches(tag)));
  if (!found) return impossible('push-gone');
  const { tag, item } = found;
  const values = valuesOf(binding, {
    ...event,
    tag,
    push: { ...push, stream: streamRefOf(stream), reference: item.dockerImageReference },
    runName: rerunNameOf(
      firstRunNameOf(
        policyAt({ activity, naming: bound.naming }, push.created),
        trigger.name,
        push,
      ),
      input.number ?? 0,
    ),
  });
  const run = values && parseRun(renderTemplate(resource, template?.spec?.params, { values, uid }));
  if (!run) return impossible('changed-by-hand');
  const labels = {
    ...run.metadata.labels,
    ...listenerLabels(receiverName(bound.stream.namespace), trigger.name, event.id),
  };
  const namespace = run.metadata.namespace ?? trigger.namespace;
  return { outcome: 'run', run: { ...run, metadata: { ...run.metadata, namespace, labels } } };
};
