import type { Pipeline } from '../../k8s/pipeline';
import { keyOf } from '../../k8s/resource';
import type { TriggerBinding } from '../../k8s/trigger-binding';
import type { DraftParam, ParamSource, TriggerDraft } from '../draft';
import type { ChainObjects, FoundChain } from '../found-chain/found-chain';
import { itemsOf, textOf } from '../found-chain/items';
import { reachedTriggers } from '../found-chain/reached-triggers';
import type { ReachedTrigger } from '../found-chain/reached-triggers';
import { runOfTemplate } from '../image-trigger';
import { readKeys, readRun } from '../read-draft';
import { asksForMore, extensionsOf, translateRun } from './chain-run';
import type { ReadValue } from './event-values';
import { leftOutOf, runToTake } from './left-out';
import type { LeftOut } from './left-out';
import { takenChainOf } from './taken-chain';
import { v1Run } from './v1-run';

/** Why a chain cannot be taken over by any image trigger. */
export type TakeOverRefusal = 'template-missing' | 'inline' | 'resolved';

/** Undefined where it can be: only a Pipeline with a name can be run by a trigger. */
export const takeOverRefusal = ({ pipeline }: FoundChain): TakeOverRefusal | undefined => {
  if (!pipeline) return 'template-missing';
  return pipeline.kind === 'named' ? undefined : pipeline.kind;
};

/** Where the value of a parameter comes from. */
export type ParamOrigin =
  /** The template says it, for every event. */
  | { readonly from: 'template' }
  /** The event, by a field of the push that says the same. */
  | { readonly from: 'push'; readonly asks: readonly string[] }
  /** The event, by what no push has: it is left to the user. */
  | { readonly from: 'event'; readonly asks: readonly string[] };

/** What the form begins with where a chain is taken over. */
export interface ChainDraft {
  readonly draft: TriggerDraft;
  /** Of the parameters that the chain gives, by name. */
  readonly origins: ReadonlyMap<string, ParamOrigin>;
  readonly leftOut: readonly LeftOut[];
}

/** What chains are taken over from. */
export interface OldObjects extends ChainObjects {
  readonly bindings: readonly TriggerBinding[];
}

const triggerOf = (chain: FoundChain, objects: OldObjects): ReachedTrigger | undefined => {
  const { namespace, name } = chain.listener;
  const listener = objects.listeners.find((one) => keyOf(one) === `${namespace}/${name}`);
  const reached = listener ? reachedTriggers(listener, objects.triggers) : [];
  return reached.find(
    (one) =>
      one.namespace === chain.triggerNamespace &&
      one.name === chain.trigger &&
      textOf(one.spec.template?.ref) === (chain.template?.name ?? ''),
  );
};

const originOf = ({ asks, unknown }: ReadValue): ParamOrigin => {
  if (asks.length === 0) return { from: 'template' };
  return unknown.length > 0 ? { from: 'event', asks: unknown } : { from: 'push', asks };
};

/** What takes the place of a value that asks for more than a push has. */
const askedSource = ({ type, hasDefault, kept = '' }: DraftParam): ParamSource => {
  if (hasDefault) return { from: 'default' };
  const nothing = { from: 'literal' as const, value: '' };
  if (type !== 'object') return nothing;
  const keys = readKeys(kept).map(({ name, source }) => ({ name, source: source ?? nothing }));
  return { from: 'object', keys };
};

/** What asks for more than a push has is left to the user: of an object, only the keys that do. */
const asked = (param: DraftParam): DraftParam => {
  const { kept, ...facts } = param;
  return asksForMore(kept) ? { ...facts, source: askedSource(param) } : param;
};

const noStream = { namespace: '', name: '' };

/**
 * A chain as the form's draft, without an ImageStream: no chain says one. Its Pipeline and what its
 * runs get are those of the chain, with fields of the push in place of what it takes from its events.
 * @param pipeline the one that the chain runs; undefined where there is none
 * @returns undefined where there is a `takeOverRefusal`, or its parts have gone meanwhile
 */
export const draftOfChain = (
  chain: FoundChain,
  objects: OldObjects,
  pipeline: Pipeline | undefined,
): ChainDraft | undefined => {
  const trigger = triggerOf(chain, objects);
  if (!trigger || chain.pipeline?.kind !== 'named') return undefined;
  const named = objects.templates.find(
    (one) => keyOf(one) === `${chain.triggerNamespace}/${chain.template?.name ?? ''}`,
  );
  const template = named?.spec ?? trigger.spec.template?.spec;
  const made = template && runOfTemplate({ spec: template });
  if (!made) return undefined;
  const run = v1Run(made);
  const keys = chain.bindings.map(({ namespace, name }) => `${namespace}/${name}`);
  const bindings = keys.flatMap((key) => objects.bindings.find((one) => keyOf(one) === key) ?? []);
  const shape = {
    kinds: chain.scopes.map(({ of }) => of),
    extensions: extensionsOf(itemsOf(trigger.spec.interceptors)),
  };
  const translated = translateRun(run, { spec: trigger.spec, template, bindings }, shape);
  const { namespace } = chain.pipeline;
  const owner = { namespace, name: '', stream: noStream };
  const read = readRun(owner, runToTake(translated.run), pipeline);
  return {
    draft: {
      namespace,
      name: '',
      stream: undefined,
      rule: { kind: 'any' },
      policy: 'each-push',
      pipeline: chain.pipeline.name,
      ...read,
      params: read.params.map(asked),
      takesOver: takenChainOf(chain),
    },
    origins: new Map([...translated.values].map(([name, value]) => [name, originOf(value)])),
    leftOut: leftOutOf({ chain, trigger, template, run: translated.run }),
  };
};
