import type { ParamValue } from '../../k8s/pipeline';
import type { PipelineRun, WorkspaceBinding } from '../../k8s/pipeline-run';
import { fieldsOf } from '../fields';
import type { FaultAt, FieldPath } from './problem';

/** What a field must be, as far as the draft reads it; `any` is kept without a look. */
type Shape =
  | 'any'
  | 'object'
  | 'text'
  /** A text, a list of texts, or an object of texts. */
  | 'value'
  | { readonly of: 'list' | 'map'; readonly each: Shape }
  | {
      readonly of: 'fields';
      readonly fields: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
      /** Whether it has no other fields. */
      readonly isWhole?: boolean;
    };

const texts: Shape = { of: 'map', each: 'text' };

const bindingShape: Shape = {
  of: 'fields',
  required: ['name'],
  fields: {
    name: 'text',
    subPath: 'text',
    emptyDir: 'object',
    persistentVolumeClaim: {
      of: 'fields',
      required: ['claimName'],
      fields: { claimName: 'text' },
    },
    volumeClaimTemplate: {
      of: 'fields',
      fields: {
        spec: {
          of: 'fields',
          fields: {
            accessModes: { of: 'list', each: 'text' },
            resources: {
              of: 'fields',
              fields: { requests: { of: 'fields', fields: { storage: 'text' } } },
            },
            storageClassName: 'text',
          },
        },
      },
    },
    secret: { of: 'fields', required: ['secretName'], fields: { secretName: 'text' } },
    configMap: { of: 'fields', required: ['name'], fields: { name: 'text' } },
  },
};

/**
 * A PipelineRun that is to be started. Its `spec` has no other fields (tektoncd/pipeline
 * pkg/apis/pipeline/v1 pipelinerun_types.go, PipelineRunSpec): Tekton's webhook refuses a run with
 * one, and a listener does not tell.
 */
const runShape: Shape = {
  of: 'fields',
  isWhole: true,
  required: ['spec'],
  fields: {
    apiVersion: 'text',
    kind: 'text',
    metadata: {
      of: 'fields',
      isWhole: true,
      fields: { name: 'text', namespace: 'text', labels: texts, annotations: texts },
    },
    spec: {
      of: 'fields',
      isWhole: true,
      fields: {
        pipelineRef: { of: 'fields', fields: { name: 'text' } },
        pipelineSpec: 'any',
        params: {
          of: 'list',
          each: {
            of: 'fields',
            isWhole: true,
            required: ['name', 'value'],
            fields: { name: 'text', value: 'value' },
          },
        },
        workspaces: { of: 'list', each: bindingShape },
        taskRunTemplate: { of: 'fields', fields: { serviceAccountName: 'text' } },
        timeouts: {
          of: 'fields',
          isWhole: true,
          fields: { pipeline: 'text', tasks: 'text', finally: 'text' },
        },
        taskRunSpecs: { of: 'list', each: 'object' },
        status: 'text',
        managedBy: 'text',
      },
    },
  },
};

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first fault among the places below one. */
const firstOf = (
  entries: Iterable<readonly [string | number, unknown]>,
  faultOf: (key: string | number, value: unknown) => FaultAt | undefined,
): FaultAt | undefined => {
  for (const [key, value] of entries) {
    const fault = faultOf(key, value);
    if (fault) return fault;
  }
  return undefined;
};

const textFault = (value: unknown, path: FieldPath): FaultAt | undefined =>
  typeof value === 'string'
    ? undefined
    : { code: 'not-a-text', value: isObject(value) ? '' : String(value), path };

/** What a parameter can be given (tektoncd/pipeline pkg/apis/pipeline/v1 param_types.go, ParamValue). */
const valueFault = (value: unknown, path: FieldPath): FaultAt | undefined => {
  if (Array.isArray(value)) return shapeFault(value, { of: 'list', each: 'text' }, path);
  if (isObject(value)) return shapeFault(value, texts, path);
  return value === null ? { code: 'not-a-value', path } : textFault(value, path);
};

const fieldsFault = (
  value: unknown,
  shape: Extract<Shape, { of: 'fields' }>,
  path: FieldPath,
): FaultAt | undefined => {
  const found = fieldsOf(value);
  const known = Object.keys(shape.fields);
  const faultOf = (key: string, inside: unknown): FaultAt | undefined => {
    const one = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
    if (one) return shapeFault(inside, one, [...path, key]);
    return shape.isWhole ? { code: 'field-unknown', known, path: [...path, key] } : undefined;
  };
  const missing = shape.required?.find((key) => !Object.hasOwn(found, key));
  return (
    firstOf(Object.entries(found), (key, inside) => faultOf(String(key), inside)) ??
    (missing === undefined ? undefined : { code: 'field-missing', path: [...path, missing] })
  );
};

/** What of a value is not as it must be, the first of it. */
const shapeFault = (value: unknown, shape: Shape, path: FieldPath): FaultAt | undefined => {
  if (shape === 'any') return undefined;
  if (shape === 'text') return textFault(value, path);
  if (shape === 'value') return valueFault(value, path);
  if (shape !== 'object' && shape.of === 'list') {
    if (!Array.isArray(value)) return { code: 'not-a-list', path };
    return firstOf(value.entries(), (index, one) => shapeFault(one, shape.each, [...path, index]));
  }
  if (!isObject(value)) return { code: 'not-an-object', path };
  if (shape === 'object') return undefined;
  if (shape.of === 'fields') return fieldsFault(value, shape, path);
  return firstOf(Object.entries(fieldsOf(value)), (key, one) =>
    shapeFault(one, shape.each, [...path, key]),
  );
};

/** Why nobody can read a value as a run; undefined where it has the shape of one. */
export const runShapeFault = (value: unknown): FaultAt | undefined =>
  shapeFault(value, runShape, []);

/** Whether a value has the shape of a run. */
export const isRun = (value: unknown): value is PipelineRun => runShapeFault(value) === undefined;

/** Whether a value has the shape of what fills a workspace. */
export const isBinding = (value: unknown): value is WorkspaceBinding =>
  shapeFault(value, bindingShape, []) === undefined;

/** Whether a value can be that of a parameter. */
export const isParamValue = (value: unknown): value is ParamValue =>
  valueFault(value, []) === undefined;
