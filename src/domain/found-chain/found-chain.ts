import type { ApiServerSource } from '../../k8s/api-server-source';
import type { EventListener } from '../../k8s/event-listener';
import type { PipelineRun } from '../../k8s/pipeline-run';
import { keyOf, nameOf, namespaceOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import type { TriggerTemplate, TriggerTemplateSpec } from '../../k8s/trigger-template';
import type { Trigger, TriggerSpec } from '../../k8s/trigger';
import { listenerHealth, sourceHealth } from '../health';
import type { PartHealth } from '../health';
import { isManaged } from '../marks';
import { itemsOf, textOf } from './items';
import { pushScopesOf } from './push-scope';
import type { PushScope } from './push-scope';
import { reachedTriggers } from './reached-triggers';
import type { ReachedTrigger } from './reached-triggers';
import { listenerOfSink } from './sink';
import type { ObjectRef } from './sink';

/** What a chain runs: a Pipeline by its name, one inside the template, or whatever a run resolves. */
export type FoundPipeline =
  | ({ readonly kind: 'named' } & ObjectRef)
  | { readonly kind: 'inline' }
  | { readonly kind: 'resolved' };

/** A part of a chain that runs. */
export interface ChainPart extends ObjectRef {
  readonly health: PartHealth;
  /** Where a source sends, or a listener listens; undefined until its controller has said so. */
  readonly url: string | undefined;
}

/**
 * A way from pushes to a Pipeline that this plugin did not make: sources that watch images, the
 * listener to which they send, one of its triggers, and the template of that.
 */
export interface FoundChain {
  /** Unique and stable, and never the key of an image trigger. */
  readonly key: string;
  /** Of its trigger; of the listener where that has none. */
  readonly name: string;
  readonly scopes: readonly PushScope[];
  readonly sources: readonly ChainPart[];
  readonly listener: ChainPart;
  /** As runs name it: empty for an entry without a name. */
  readonly trigger: string;
  /** Of its trigger, its bindings and its template; of the listener for an entry of that. */
  readonly triggerNamespace: string;
  /** Whether interceptors decide which events it runs. */
  readonly filtered: boolean;
  /** TriggerBindings that its trigger names. */
  readonly bindings: readonly ObjectRef[];
  /** Absent where the template is part of the trigger. */
  readonly template: ObjectRef | undefined;
  /** Where its runs are. */
  readonly runNamespace: string;
  /** Undefined where its template is missing, or cannot be read. */
  readonly pipeline: FoundPipeline | undefined;
}

/** What chains are found from. What cannot be read is left out; lists may hold anything. */
export interface ChainObjects {
  readonly sources: readonly ApiServerSource[];
  readonly listeners: readonly EventListener[];
  readonly triggers: readonly Trigger[];
  readonly templates: readonly TriggerTemplate[];
}

interface FeedingSource {
  readonly source: ApiServerSource;
  readonly scopes: readonly PushScope[];
}

/** The sources that send pushes to each listener, by its key. */
const sourcesByListener = (sources: readonly ApiServerSource[]): Map<string, FeedingSource[]> => {
  const found = new Map<string, FeedingSource[]>();
  for (const source of sources) {
    const scopes = pushScopesOf(source);
    const listener = listenerOfSink(source);
    if (isManaged(source) || scopes.length === 0 || !listener) continue;
    const key = `${listener.namespace}/${listener.name}`;
    found.set(key, [...(found.get(key) ?? []), { source, scopes }]);
  }
  return found;
};

const isRun = (object: K8sObject): object is PipelineRun => object.kind === 'PipelineRun';

/** Tekton puts the event's values in place of these: the name is another one for each run. */
const isFilledIn = (text: string): boolean => text.includes('$(');

const pipelineOf = ({ spec }: PipelineRun, namespace: string): FoundPipeline => {
  if (!spec?.pipelineRef) return { kind: 'inline' };
  const name = textOf(spec.pipelineRef.name);
  return name === '' || isFilledIn(name)
    ? { kind: 'resolved' }
    : { kind: 'named', namespace, name };
};

type Outcome = Pick<FoundChain, 'runNamespace' | 'pipeline'>;

/** What a template makes of an event; undefined where that is no PipelineRun. */
const outcomeOf = (
  template: TriggerTemplateSpec | undefined,
  fallback: string,
): Outcome | undefined => {
  if (!template) return { runNamespace: fallback, pipeline: undefined };
  const run = itemsOf(template.resourcetemplates).find(isRun);
  if (!run) return undefined;
  const runNamespace = namespaceOf(run) || fallback;
  return { runNamespace, pipeline: pipelineOf(run, runNamespace) };
};

const bindingsOf = (namespace: string, { bindings }: Partial<TriggerSpec>): ObjectRef[] =>
  itemsOf(bindings)
    .filter(({ ref, kind }) => textOf(ref) !== '' && kind !== 'ClusterTriggerBinding')
    .map(({ ref }) => ({ namespace, name: textOf(ref) }));

/** An equal scope of two sources is one. */
const distinct = (scopes: readonly PushScope[]): PushScope[] => [
  ...new Map(scopes.map((scope) => [JSON.stringify(scope), scope])).values(),
];

const refOf = (object: K8sObject): ObjectRef => ({
  namespace: namespaceOf(object),
  name: nameOf(object),
});

const byKey = <T extends K8sObject>(objects: readonly T[]): Map<string, T> =>
  new Map(objects.map((object) => [keyOf(object), object]));

/** The table of relations, from right to left: each chain is one trigger of a listener. */
const chainOf = (
  listener: EventListener,
  feeding: readonly FeedingSource[],
  { trigger, templates }: { trigger: ReachedTrigger; templates: Map<string, TriggerTemplate> },
): FoundChain | undefined => {
  const { namespace, name, spec, filtered } = trigger;
  const ref = textOf(spec.template?.ref);
  const template = ref === '' ? undefined : { namespace, name: ref };
  const read = template ? templates.get(`${namespace}/${ref}`)?.spec : spec.template?.spec;
  const outcome = outcomeOf(read, namespace);
  if (!outcome) return undefined;
  return {
    key: `${keyOf(listener)}/${namespace}/${name}/${ref}`,
    name: name || nameOf(listener),
    scopes: distinct(feeding.flatMap(({ scopes }) => scopes)),
    sources: feeding.map(({ source }) => ({
      ...refOf(source),
      health: sourceHealth(source),
      url: source.status?.sinkUri,
    })),
    listener: {
      ...refOf(listener),
      health: listenerHealth(listener),
      url: listener.status?.address?.url,
    },
    trigger: name,
    triggerNamespace: namespace,
    filtered,
    bindings: bindingsOf(namespace, spec),
    template,
    ...outcome,
  };
};

/** Entries without a name that use one template cannot be told apart by anybody. */
const byChainKey = (chains: readonly FoundChain[]): Map<string, FoundChain> =>
  new Map(chains.map((chain) => [chain.key, chain]));

/** The chains that pushes start and that are not this plugin's, sorted by key. */
export const foundChainsOf = (objects: ChainObjects): FoundChain[] => {
  const feeding = sourcesByListener(objects.sources);
  const templates = byKey(objects.templates);
  const chains = objects.listeners
    .filter((listener) => !isManaged(listener))
    .flatMap((listener) => {
      const sources = feeding.get(keyOf(listener)) ?? [];
      return sources.length === 0
        ? []
        : reachedTriggers(listener, objects.triggers).flatMap(
            (trigger) => chainOf(listener, sources, { trigger, templates }) ?? [],
          );
    });
  return [...byChainKey(chains).values()].sort((a, b) => a.key.localeCompare(b.key));
};

/**
 * Whether a chain is a project's business: parts of it or its runs are there, or it names the
 * project. One that runs for all images of the cluster is no more a project's than any other's.
 */
export const concernsProject = (chain: FoundChain, project: string): boolean =>
  [chain.listener, ...chain.sources].some(({ namespace }) => namespace === project) ||
  chain.runNamespace === project ||
  chain.scopes.some(
    (scope) =>
      scope.of === 'streams' && scope.projects !== 'all' && scope.projects.includes(project),
  );
