import type { CelFunc, CelInput, CelList } from '@bufbuild/cel';
import {
  CelScalar,
  celEnv,
  celMethod,
  isCelError,
  isCelList,
  isCelMap,
  listType,
  mapType,
  parse,
  plan,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import type { CelOverlay, TriggerInterceptor } from '../k8s/trigger';

const { DYN, STRING } = CelScalar;
const LIST = listType(DYN);
const MAP = mapType(STRING, DYN);

const texts = (list: CelList): string[] => [...list].map(String);

/** What the lanes' expressions need of cel-go's lists extension and of Triggers' own functions. */
const functions: CelFunc[] = [
  ...strings,
  celMethod('distinct', LIST, [], LIST, function () {
    return [...new Set(texts(this))];
  }),
  celMethod('sort', LIST, [], LIST, function () {
    return texts(this).sort();
  }),
  celMethod('canonical', MAP, [STRING], STRING, function (name) {
    const value = this.get(name);
    return typeof value === 'string' ? value : '';
  }),
];

const env = celEnv({
  variables: { body: MAP, header: MAP, extensions: MAP },
  funcs: functions,
});

const toCel = (json: unknown): CelInput => {
  if (Array.isArray(json)) return json.map(toCel);
  return typeof json === 'object' && json !== null ? toMap(json) : (json as CelInput);
};

const toJson = (value: unknown): unknown => {
  if (isCelList(value)) return [...value].map(toJson);
  if (isCelMap(value))
    return Object.fromEntries([...value].map(([key, item]) => [key as string, toJson(item)]));
  return value;
};

/** The variables of an interceptor's expressions, as JSON. */
interface CelVariables {
  body?: unknown;
  header?: Record<string, string>;
  extensions?: Record<string, unknown>;
}

const toMap = (json: unknown): ReadonlyMap<string, CelInput> =>
  new Map(Object.entries(json ?? {}).map(([key, value]) => [key, toCel(value)]));

/** The value of a CEL expression as JSON; throws what CEL calls an error. */
export const evaluateCel = (expression: string, variables: CelVariables = {}): unknown => {
  const program = plan(env, parse(expression));
  const result = program({
    body: toMap(variables.body),
    header: toMap(variables.header),
    extensions: toMap(variables.extensions),
  });
  if (isCelError(result)) throw result;
  return toJson(result);
};

/** An event of the source: its headers by their canonical names, and the ImageStream. */
export interface PushEvent {
  readonly header: Record<string, string>;
  readonly body: unknown;
}

/**
 * What CEL interceptors make of an event, one after the other: the extensions, or undefined where
 * a filter says no. An error of an expression rejects the event, too (tektoncd/triggers
 * pkg/interceptors/cel/cel.go, Process); here it is thrown, for a lane must never cause one.
 */
export const intercept = (
  interceptors: readonly TriggerInterceptor[],
  event: PushEvent,
): Record<string, unknown> | undefined => {
  let extensions: Record<string, unknown> = {};
  for (const { params = [] } of interceptors) {
    const variables = { ...event, extensions };
    const value = (name: string): unknown => params.find((param) => param.name === name)?.value;
    const filter = value('filter') as string | undefined;
    if (filter !== undefined && evaluateCel(filter, variables) !== true) return undefined;
    const overlays = (value('overlays') ?? []) as CelOverlay[];
    const added = overlays.map(({ key, expression }) => [key, evaluateCel(expression, variables)]);
    extensions = { ...extensions, ...(Object.fromEntries(added) as Record<string, unknown>) };
  }
  return extensions;
};
