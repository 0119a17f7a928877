import type { PipelineRun } from '../../k8s/pipeline-run';
import type { TriggerBinding } from '../../k8s/trigger-binding';
import type { TriggerTemplateSpec } from '../../k8s/trigger-template';
import type { TriggerInterceptor, TriggerSpec } from '../../k8s/trigger';
import { fieldsOf } from '../fields';
import { itemsOf, textOf } from '../found-chain/items';
import { readValue } from './event-values';
import type { EventShape, Extensions, ReadValue } from './event-values';

/** Stands in a text for a parameter of the chain's template that no field of a push gives. */
const unread = '$(unread.';

/** Whether a part of a run, as it was read, asks for what no push has. */
export const asksForMore = (part: unknown): boolean => JSON.stringify(part ?? '').includes(unread);

/** The overlays of the CEL interceptors; those of other kinds add what nobody knows here. */
export const extensionsOf = (interceptors: readonly TriggerInterceptor[]): Extensions =>
  new Map(
    interceptors.flatMap(({ params }) =>
      itemsOf(params)
        .filter(({ name, value }) => name === 'overlays' && Array.isArray(value))
        .flatMap(({ value }) => Object.values(fieldsOf(value)).map(fieldsOf))
        .map(({ key, expression }) => [textOf(key), textOf(expression)] as const),
    ),
  );

/** The parts of a trigger of a chain that decide what its runs get. */
export interface ChainRun {
  readonly spec: Partial<TriggerSpec>;
  readonly template: TriggerTemplateSpec;
  /** Those that its trigger names, in their order. */
  readonly bindings: readonly TriggerBinding[];
}

/**
 * What the chain binds its template's parameters to. Of two values for one parameter, the listener
 * takes none but fails; a default holds where nothing is bound (tektoncd/triggers
 * pkg/template/resource.go, ResolveParams).
 */
const boundValues = ({ spec, template, bindings }: ChainRun): ReadonlyMap<string, string> =>
  new Map([
    ...itemsOf(template.params).flatMap(({ name, default: value }) =>
      value === undefined ? [] : [[name, value] as const],
    ),
    ...[
      ...bindings.flatMap((binding) => itemsOf(binding.spec?.params)),
      ...itemsOf(spec.bindings),
    ].flatMap(({ name = '', value }) => (value === undefined ? [] : [[name, value] as const])),
  ]);

const templatePlaceholder = /\$\(tt\.params\.([\w.-]+)\)/g;

/** The run of a chain's template, as a trigger's template would have it. */
export interface TranslatedRun {
  /** With what asks for more than a push in it: `asksForMore`. */
  readonly run: PipelineRun;
  /** What each of its parameters asks for, by the parameter's name. */
  readonly values: ReadonlyMap<string, ReadValue>;
}

/** Reads a text of the template with whatever its parameters are bound to. */
const reader = (chain: ChainRun, shape: EventShape) => {
  const bound = boundValues(chain);
  return (text: string): ReadValue => {
    const read: ReadValue[] = [];
    const translated = text.replace(templatePlaceholder, (whole, name: string) => {
      const value = bound.get(name);
      const one = readValue(value ?? whole, shape);
      read.push(one);
      return one.unknown.length > 0 ? `${unread}${name})` : one.text;
    });
    return {
      text: translated,
      asks: read.flatMap(({ asks }) => asks),
      unknown: read.flatMap(({ unknown }) => unknown),
    };
  };
};

/** Maps every text in a tree. */
const mapTexts = (value: unknown, map: (text: string) => string): unknown => {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map));
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)] as const),
      )
    : value;
};

/**
 * Puts fields of the push in place of what a chain takes from its events, in all that its runs get.
 * @param run of the chain's template
 */
export const translateRun = (
  run: PipelineRun,
  chain: ChainRun,
  shape: EventShape,
): TranslatedRun => {
  const read = reader(chain, shape);
  const mapped = fieldsOf(mapTexts(run, (text) => read(text).text));
  const values = new Map(
    itemsOf(run.spec?.params).map(({ name, value }) => {
      const texts = typeof value === 'string' ? [value] : Object.values(value);
      const all = texts.map(textOf).map(read);
      return [
        name,
        {
          text: all.map(({ text }) => text).join('\n'),
          asks: all.flatMap(({ asks }) => asks),
          unknown: all.flatMap(({ unknown }) => unknown),
        },
      ] as const;
    }),
  );
  return { run: mapped, values };
};
