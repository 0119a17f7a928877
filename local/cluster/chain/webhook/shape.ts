import type { K8sObject } from '../../../../src/k8s/resource';
import { isRecord } from '../../object';
import type { ApiError } from '../../api-error';
import { deniedBy } from './denial';

/** The form of a JSON value, as a Go struct describes it: field names, and what is in them. */
export type Shape = 'any' | 'text' | 'number' | 'flag' | 'texts' | ListShape | StructShape;

interface ListShape {
  readonly list: Shape;
}

interface StructShape {
  readonly fields: Readonly<Record<string, Shape>>;
}

const goNames = { text: 'string', number: 'int32', flag: 'bool' } as const;

const primitives = { text: 'string', number: 'number', flag: 'boolean' } as const;

const jsonNameOf = (value: unknown): string => {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

const mismatch = (value: unknown, path: string, expected: string): string =>
  `json: cannot unmarshal ${jsonNameOf(value)} into Go struct field ${path} of type ${expected}`;

/** What Go's strict decoder says of a value, or undefined where it fits. */
const decodingProblem = (value: unknown, shape: Shape, path: string): string | undefined => {
  if (shape === 'any' || value === null || value === undefined) {
    return undefined;
  }
  if (shape === 'texts') {
    const fits = isRecord(value) && Object.values(value).every((one) => typeof one === 'string');
    return fits ? undefined : mismatch(value, path, 'map[string]string');
  }
  if (typeof shape === 'string') {
    return typeof value === primitives[shape] ? undefined : mismatch(value, path, goNames[shape]);
  }
  if ('list' in shape) {
    if (!Array.isArray(value)) {
      return mismatch(value, path, 'slice');
    }
    return value
      .map((item: unknown) => decodingProblem(item, shape.list, path))
      .find((problem) => problem !== undefined);
  }
  if (!isRecord(value)) {
    return mismatch(value, path, 'struct');
  }
  for (const [name, entry] of Object.entries(value)) {
    const field = Object.hasOwn(shape.fields, name) ? shape.fields[name] : undefined;
    if (field === undefined) {
      return `json: unknown field "${name}"`;
    }
    const problem = decodingProblem(entry, field, path === '' ? name : `${path}.${name}`);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
};

/** What a defaulting webhook answers where Go's decoder has a problem. */
export const undecodable = (webhook: string, problem: string): ApiError =>
  deniedBy(webhook, `mutation failed: cannot decode incoming new object: ${problem}`);

/**
 * Refuses an object that its Go type cannot hold: an unknown field, or a value of another type. The
 * defaulting webhook comes first, so it is the one that says so (knative.dev/pkg webhook/
 * resourcesemantics/defaulting mutate; webhook/json Decode leaves the metadata alone).
 *
 * @throws ApiError
 */
export const decodeStrictly = (webhook: string, spec: Shape, object: K8sObject): void => {
  const fields = {
    apiVersion: 'text',
    kind: 'text',
    metadata: 'any',
    spec,
    status: 'any',
  } as const;
  const problem = decodingProblem(object, { fields }, '');
  if (problem !== undefined) {
    throw undecodable(webhook, problem);
  }
};
