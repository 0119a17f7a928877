import type { ApiServerSource } from '../../k8s/api-server-source';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import type { EventListener, EventListenerTrigger } from '../../k8s/event-listener';
import { eventListenerKind } from '../../k8s/event-listener';
import { keyOf, nameOf, namespaceOf } from '../../k8s/resource';
import type { K8sObject, ResourceKind } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { Trigger, TriggerSpec } from '../../k8s/trigger';
import { triggerKind } from '../../k8s/trigger';
import type { ResourceRef } from '../cluster-verbs';
import { itemsOf, textOf } from '../found-chain/items';
import { pushScopesOf } from '../found-chain/push-scope';
import { reachedTriggers } from '../found-chain/reached-triggers';
import { listenerOfSink } from '../found-chain/sink';
import type { ObjectRef } from '../found-chain/sink';
import type { FoundObject } from '../gitops';
import { isManaged } from '../marks';
import type { OldObjects } from './draft-of-chain';
import type { TakenChain } from './taken-chain';

/** A part of a chain that goes, with what is done to it. */
export interface OldPart extends FoundObject {
  /** `take-entry`: others need the listener, so only the entry of the chain's trigger goes. */
  readonly deed: 'delete' | 'take-entry';
}

/**
 * Why a part of a chain stays: `shared`: other triggers run by it. `other-events`: the chain runs for
 * more than images, which no image trigger does. `used`: somebody else names it.
 */
export type StayReason = 'shared' | 'other-events' | 'used';

export interface StayingPart {
  readonly ref: ResourceRef;
  readonly why: StayReason;
}

/** What is there of a chain that is taken over. */
export interface OldParts {
  /** In the order in which they go: the sources first, so that no event is half way. */
  readonly going: readonly OldPart[];
  readonly staying: readonly StayingPart[];
  /** The ServiceAccounts that its parts name: they stay, with their roles. */
  readonly accounts: readonly ObjectRef[];
}

const sameRef = (a: ObjectRef, b: ObjectRef): boolean =>
  a.namespace === b.namespace && a.name === b.name;

const isAt =
  (ref: ObjectRef) =>
  (object: K8sObject): boolean =>
    sameRef(ref, { namespace: namespaceOf(object), name: nameOf(object) });

/** Whether an entry of the chain's listener, or a Trigger, is the chain's. */
const isOwn = (
  { trigger, template }: TakenChain,
  found: ObjectRef & { readonly spec: Partial<TriggerSpec> },
): boolean =>
  sameRef(found, trigger) && textOf(found.spec.template?.ref) === (template?.name ?? '');

/** The places of the entries by which the chain's listener has its trigger, in its own list. */
export const ownEntries = (chain: TakenChain, listener: EventListener): number[] => {
  const { namespace } = chain.listener;
  const isOwnEntry = ({ triggerRef, ...spec }: EventListenerTrigger): boolean =>
    spec.template
      ? isOwn(chain, { namespace, name: textOf(spec.name), spec })
      : triggerRef !== undefined && sameRef(chain.trigger, { namespace, name: triggerRef });
  const entries: readonly (EventListenerTrigger | null)[] = listener.spec?.triggers ?? [];
  return entries.flatMap((entry, index) => (entry && isOwnEntry(entry) ? [index] : []));
};

/** Everything that is not the chain's and could name its templates and bindings. */
const otherUsers = (
  chain: TakenChain,
  { listeners, triggers }: OldObjects,
): (ObjectRef & { readonly spec: Partial<TriggerSpec> })[] => [
  ...listeners.flatMap((listener) => {
    const isChains = isAt(chain.listener)(listener);
    const own = new Set(isChains ? ownEntries(chain, listener) : []);
    return itemsOf(listener.spec?.triggers)
      .filter((_, index) => !own.has(index))
      .map((spec) => ({
        namespace: namespaceOf(listener),
        name: textOf(spec.name),
        spec,
      }));
  }),
  ...triggers
    .filter((trigger) => !isAt(chain.trigger)(trigger))
    .map((trigger) => ({
      namespace: namespaceOf(trigger),
      name: nameOf(trigger),
      spec: trigger.spec ?? {},
    })),
];

type Named = 'template' | 'binding';

const names: Record<Named, (spec: Partial<TriggerSpec>) => string[]> = {
  template: ({ template }) => [textOf(template?.ref)],
  binding: ({ bindings }) =>
    itemsOf(bindings)
      .filter(({ kind }) => kind !== 'ClusterTriggerBinding')
      .map(({ ref }) => textOf(ref)),
};

/** Templates or bindings of the chain, each with whether somebody else names it. */
const namedParts = (
  chain: TakenChain,
  objects: OldObjects,
  { kind, named, found }: { kind: ResourceKind; named: Named; found: readonly K8sObject[] },
): (OldPart | StayingPart)[] => {
  const users = otherUsers(chain, objects);
  return found.map((object) => {
    const [namespace, name] = [namespaceOf(object), nameOf(object)];
    const isUsed = users.some(
      (user) => user.namespace === namespace && names[named](user.spec).includes(name),
    );
    return isUsed
      ? { ref: { kind, namespace, name }, why: 'used' as const }
      : { kind, object, deed: 'delete' as const };
  });
};

const isForPushesOnly = (source: ApiServerSource): boolean =>
  pushScopesOf(source).length === itemsOf(source.spec?.resources).length;

const stay = (kind: ResourceKind, object: K8sObject, why: StayReason): StayingPart => ({
  ref: { kind, namespace: namespaceOf(object), name: nameOf(object) },
  why,
});

/** The chain's own trigger, where it is an object, and no other listener reaches it. */
const triggerPart = (
  chain: TakenChain,
  { listeners, triggers }: OldObjects,
): (OldPart | StayingPart)[] => {
  const own: Trigger | undefined = triggers.find(isAt(chain.trigger));
  if (!own || !isOwn(chain, { ...chain.trigger, spec: own.spec ?? {} })) return [];
  const isReached = listeners
    .filter((listener) => !isAt(chain.listener)(listener))
    .some((listener) =>
      reachedTriggers(listener, [own]).some((one) => sameRef(one, chain.trigger)),
    );
  return [
    isReached
      ? stay(triggerKind, own, 'shared')
      : { kind: triggerKind, object: own, deed: 'delete' as const },
  ];
};

/** What brings the events: it goes with its listener, or stays for the other triggers of that. */
const feedingParts = (
  chain: TakenChain,
  listener: EventListener | undefined,
  { sources, triggers }: Pick<OldObjects, 'triggers'> & { sources: readonly ApiServerSource[] },
): (OldPart | StayingPart)[] => {
  const reached = listener ? reachedTriggers(listener, triggers) : [];
  const isShared = reached.some((one) => !isOwn(chain, one));
  if (!isShared)
    return [
      ...sources.map((object) => ({ kind: apiServerSourceKind, object, deed: 'delete' as const })),
      ...(listener ? [{ kind: eventListenerKind, object: listener, deed: 'delete' as const }] : []),
    ];
  return [
    ...sources.map((source) => stay(apiServerSourceKind, source, 'shared')),
    ...(listener && ownEntries(chain, listener).length > 0
      ? [{ kind: eventListenerKind, object: listener, deed: 'take-entry' as const }]
      : []),
    ...(listener ? [stay(eventListenerKind, listener, 'shared')] : []),
  ];
};

const accountsOf = (
  listener: EventListener | undefined,
  sources: readonly ApiServerSource[],
): ObjectRef[] => {
  const found = [...sources, ...(listener ? [listener] : [])].flatMap((object): ObjectRef[] => {
    const name = textOf(object.spec?.serviceAccountName);
    return name === '' ? [] : [{ namespace: namespaceOf(object), name }];
  });
  return [...new Map(found.map((ref) => [`${ref.namespace}/${ref.name}`, ref])).values()];
};

/**
 * What goes of a chain once a trigger has taken its place, and what stays: nothing goes that somebody
 * else needs, and nothing of this plugin's own. A source that tells the listener of more than images
 * keeps all of it: the chain then runs for what no image trigger runs for.
 * @param objects all that are not this plugin's, wherever they could name parts of the chain
 */
export const oldPartsOf = (chain: TakenChain, objects: OldObjects): OldParts => {
  const listener = objects.listeners.find((one) => isAt(chain.listener)(one) && !isManaged(one));
  const sources = objects.sources.filter((source) => {
    const target = listenerOfSink(source);
    return target !== undefined && sameRef(target, chain.listener) && !isManaged(source);
  });
  const keys = new Set(chain.bindings.map(({ namespace, name }) => `${namespace}/${name}`));
  const parts = [
    ...feedingParts(chain, listener, { sources, triggers: objects.triggers }),
    ...triggerPart(chain, objects),
    ...namedParts(chain, objects, {
      kind: triggerBindingKind,
      named: 'binding',
      found: objects.bindings.filter((one) => keys.has(keyOf(one)) && !isManaged(one)),
    }),
    ...namedParts(chain, objects, {
      kind: triggerTemplateKind,
      named: 'template',
      found: objects.templates.filter(
        (one) => chain.template && isAt(chain.template)(one) && !isManaged(one),
      ),
    }),
  ];
  const accounts = accountsOf(listener, sources);
  const going = parts.filter((part) => 'deed' in part);
  const staying = parts.filter((part) => 'why' in part);
  if (sources.every(isForPushesOnly)) return { going, staying, accounts };
  const kept = going.map(({ kind, object }) => stay(kind, object, 'other-events'));
  return { going: [], staying: [...kept, ...staying], accounts };
};
