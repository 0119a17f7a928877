import { annotationOf } from '../../k8s/resource';
import { fieldsOf } from '../fields';
import type { FoundChain } from '../found-chain/found-chain';
import type { ObjectRef } from '../found-chain/sink';
import type { ImageTrigger } from '../image-trigger';
import { takesOverAnnotation } from '../marks';

/**
 * Names a chain and its parts, so that they are found when some of them are gone already: the parts
 * are what makes a chain one.
 */
export interface TakenChain {
  /** As the list of triggers calls it. */
  readonly name: string;
  readonly sources: readonly ObjectRef[];
  readonly listener: ObjectRef;
  /** Its name is empty for an entry of the listener that has none. */
  readonly trigger: ObjectRef;
  readonly bindings: readonly ObjectRef[];
  readonly template: ObjectRef | undefined;
}

const refOf = ({ namespace, name }: ObjectRef): ObjectRef => ({ namespace, name });

export const takenChainOf = (chain: FoundChain): TakenChain => ({
  name: chain.name,
  sources: chain.sources.map(refOf),
  listener: refOf(chain.listener),
  trigger: { namespace: chain.triggerNamespace, name: chain.trigger },
  bindings: chain.bindings.map(refOf),
  template: chain.template && refOf(chain.template),
});

const refText = ({ namespace, name }: ObjectRef): string => `${namespace}/${name}`;

/** The value of the annotation. */
export const takenChainToText = (chain: TakenChain): string =>
  JSON.stringify({
    name: chain.name,
    sources: chain.sources.map(refText),
    listener: refText(chain.listener),
    trigger: refText(chain.trigger),
    bindings: chain.bindings.map(refText),
    ...(chain.template && { template: refText(chain.template) }),
  });

const parseRef = (value: unknown): ObjectRef | undefined => {
  const [namespace, name, ...rest] = typeof value === 'string' ? value.split('/') : [];
  return namespace && name !== undefined && rest.length === 0 ? { namespace, name } : undefined;
};

/** Undefined where one of them is none. */
const parseRefs = (value: unknown): ObjectRef[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const refs = value.map(parseRef).filter((ref) => ref !== undefined);
  return refs.length === value.length ? refs : undefined;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Somebody else's text.
    return undefined;
  }
};

/** Reads the annotation; undefined for what nobody can read. */
export const parseTakenChain = (text: string): TakenChain | undefined => {
  const fields = fieldsOf(parseJson(text));
  const { name } = fields;
  const [listener, trigger] = [parseRef(fields.listener), parseRef(fields.trigger)];
  const [sources, bindings] = [parseRefs(fields.sources), parseRefs(fields.bindings)];
  const template = parseRef(fields.template);
  const isTemplateRead = template !== undefined || fields.template === undefined;
  return typeof name === 'string' && listener && trigger && sources && bindings && isTemplateRead
    ? { name, sources, listener, trigger, bindings, template }
    : undefined;
};

/** The chain that a trigger takes over; undefined where it does not, or no more. */
export const chainTakenBy = ({
  objects: { lanes },
}: Pick<ImageTrigger, 'objects'>): TakenChain | undefined => {
  const text = lanes[0] && annotationOf(lanes[0], takesOverAnnotation);
  return text === undefined ? undefined : parseTakenChain(text);
};

/** Whether a trigger takes over this very chain. */
export const takesOver = (trigger: ImageTrigger, chain: FoundChain): boolean => {
  const taken = chainTakenBy(trigger);
  const { listener, trigger: own, template } = takenChainOf(chain);
  return (
    taken !== undefined &&
    refText(taken.listener) === refText(listener) &&
    refText(taken.trigger) === refText(own) &&
    taken.template?.name === template?.name
  );
};
