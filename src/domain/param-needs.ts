import type { ParamSpec } from '../k8s/pipeline';
import type { DeclaredKey, DraftParam, TextSource } from './draft';
import { fieldsOf } from './fields';
import type { StreamRef } from './push';
import { hasField, hasFieldsOf, hasOtherPlaceholder } from './push-fields';

/** Why a Pipeline cannot have what a row gives to a parameter. */
export interface ParamProblem {
  readonly code: 'param-missing' | 'param-placeholder' | 'param-choice' | 'param-field';
  readonly param: string;
  /** Of an object, where one key is wrong. */
  readonly key?: string;
}

const declaredKeys = ({ properties, default: value }: ParamSpec): DeclaredKey[] =>
  Object.keys(properties ?? {}).map((name) => ({
    name,
    hasDefault: Object.hasOwn(fieldsOf(value), name),
  }));

/** What a row of the form holds of the declaration of its parameter. */
export const paramFacts = (spec: ParamSpec): Omit<DraftParam, 'source' | 'kept'> => ({
  name: spec.name,
  type: spec.type ?? 'string',
  hasDefault: spec.default !== undefined,
  ...(spec.type === 'object' && { properties: declaredKeys(spec) }),
  ...(spec.enum && spec.enum.length > 0 && { choices: spec.enum }),
});

/** A key of an object in the form. */
export interface KeyRow extends DeclaredKey {
  /** Undefined where nothing fills it. */
  readonly source: TextSource | undefined;
  /** Without, it can be left out. */
  readonly isDeclared: boolean;
}

/** The keys that the Pipeline declares, and behind them what else is filled in; none of no object. */
export const keyRows = ({ source, properties = [] }: DraftParam): KeyRow[] => {
  if (source.from !== 'object') return [];
  const given = new Map(source.keys.map((key) => [key.name, key.source]));
  const declared = new Set(properties.map(({ name }) => name));
  return [
    ...properties.map((one) => ({ ...one, source: given.get(one.name), isDeclared: true })),
    ...source.keys
      .filter(({ name }) => !declared.has(name))
      .map((key) => ({ ...key, hasDefault: true, isDeclared: false })),
  ];
};

/** A key as a parameter of its own, called `PARAMETER.KEY` as in a Pipeline. */
export const keyParam = (param: string, row: KeyRow): DraftParam => ({
  name: `${param}.${row.name}`,
  type: 'string',
  hasDefault: row.hasDefault,
  source: row.source ?? { from: 'default' },
});

/**
 * What Tekton makes of a text: one that is not among the choices fails the run, but for an empty one
 * (tektoncd/pipeline pkg/reconciler/taskrun/validate_taskrun.go, ValidateEnumParam).
 */
const textProblem = (
  source: TextSource,
  { hasDefault, choices }: Pick<DraftParam, 'hasDefault' | 'choices'>,
  stream: StreamRef | undefined,
): ParamProblem['code'] | undefined => {
  if (source.from === 'push') return hasField(stream, source.field) ? undefined : 'param-field';
  const { value } = source;
  if (hasOtherPlaceholder(value)) return 'param-placeholder';
  if (!hasFieldsOf(stream, value)) return 'param-field';
  if (value === '') return hasDefault ? undefined : 'param-missing';
  return choices && !choices.includes(value) ? 'param-choice' : undefined;
};

/**
 * All keys that are declared must be filled, also those of the default. Tekton counts a key of the
 * default as given (tektoncd/pipeline pkg/reconciler/taskrun/validate_taskrun.go,
 * MissingKeysObjectParamNames), but takes nothing else of the default once a run has a value of its
 * own: `$(params.NAME.KEY)` then stands in the tasks as it is (pkg/reconciler/pipelinerun/resources/
 * apply.go, buildUnresolvedObjectParamDefaults, of v1.12).
 */
const keyProblems = (param: DraftParam, stream: StreamRef | undefined): ParamProblem[] => {
  const rows = keyRows(param);
  if (rows.length === 0) return [{ code: 'param-missing', param: param.name }];
  return rows.flatMap(({ name, source, hasDefault }) => {
    const code = source ? textProblem(source, { hasDefault }, stream) : ('param-missing' as const);
    return code ? [{ code, param: param.name, key: name }] : [];
  });
};

/**
 * What keeps a row from being handed to the Pipeline: one problem, or one for each key of an object.
 * @param stream whose pushes it is to have fields of
 */
export const paramProblems = (param: DraftParam, stream?: StreamRef): ParamProblem[] => {
  const { name, source, hasDefault } = param;
  switch (source.from) {
    case 'kept':
      return [];
    case 'default':
      return hasDefault ? [] : [{ code: 'param-missing', param: name }];
    case 'object':
      return keyProblems(param, stream);
    case 'push':
    case 'literal': {
      const code = textProblem(source, param, stream);
      return code ? [{ code, param: name }] : [];
    }
  }
};
