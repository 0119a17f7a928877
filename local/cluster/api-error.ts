import type { ResourceDefinition } from './resource-definition';

interface StatusCause {
  reason?: string;
  message?: string;
  field?: string;
}

/** metav1.Status, the body of every failed request (apimachinery pkg/apis/meta/v1 types.go). */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: { continue?: string };
  status: 'Success' | 'Failure';
  message?: string;
  reason?: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    causes?: StatusCause[];
    retryAfterSeconds?: number;
  };
  code?: number;
}

export interface Failure {
  code: number;
  reason: string;
  message: string;
  details?: Status['details'];
  metadata?: Status['metadata'];
}

/** A failure of the API: what a client gets as a Status, and a controller as an exception. */
export class ApiError extends Error {
  readonly status: Status & { code: number; reason: string; message: string };

  constructor({ code, reason, message, details, metadata = {} }: Failure) {
    super(message);
    this.name = 'ApiError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata,
      status: 'Failure',
      message,
      reason,
      ...(details === undefined ? {} : { details }),
      code,
    };
  }
}

/** Whether a caught value is a failure of the API with this reason, such as `AlreadyExists`. */
export const isApiError = (error: unknown, reason?: string): error is ApiError =>
  error instanceof ApiError && (reason === undefined || error.status.reason === reason);

/** `pipelines.tekton.dev`; the plural alone in the core group (schema.GroupResource String). */
const resourceName = ({ kind }: ResourceDefinition): string =>
  kind.apiGroup === undefined ? kind.plural : `${kind.plural}.${kind.apiGroup}`;

const detailsOf = (
  { kind }: ResourceDefinition,
  name?: string,
): NonNullable<Status['details']> => ({
  ...(name === undefined || name === '' ? {} : { name }),
  ...(kind.apiGroup === undefined ? {} : { group: kind.apiGroup }),
  kind: kind.plural,
});

export const notFound = (definition: ResourceDefinition, name: string): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: `${resourceName(definition)} "${name}" not found`,
    details: detailsOf(definition, name),
  });

/** The kind is not served: its group is absent, or never was there. */
export const noSuchResource = (): ApiError =>
  new ApiError({
    code: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
    details: {},
  });

export const alreadyExists = (definition: ResourceDefinition, name: string): ApiError =>
  new ApiError({
    code: 409,
    reason: 'AlreadyExists',
    message: `${resourceName(definition)} "${name}" already exists`,
    details: detailsOf(definition, name),
  });

const modified =
  'the object has been modified; please apply your changes to the latest version and try again';

export const conflict = (
  definition: ResourceDefinition,
  name: string,
  cause: string = modified,
): ApiError =>
  new ApiError({
    code: 409,
    reason: 'Conflict',
    message: `Operation cannot be fulfilled on ${resourceName(definition)} "${name}": ${cause}`,
    details: detailsOf(definition, name),
  });

export const forbidden = (
  definition: ResourceDefinition,
  name: string | undefined,
  cause: string,
): ApiError => {
  const subject = name === undefined || name === '' ? '' : ` "${name}"`;
  return new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `${resourceName(definition)}${subject} is forbidden: ${cause}`,
    details: detailsOf(definition, name),
  });
};

/** One violated rule of a field (apimachinery util/validation/field Error). */
export interface FieldError {
  field: string;
  /** Such as `FieldValueInvalid` or `FieldValueRequired`. */
  reason: string;
  /** With its type first, such as `Required value: name is required`. */
  message: string;
}

export const invalidValue = (field: string, value: unknown, rule: string): FieldError => ({
  field,
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${rule}`,
});

export const requiredValue = (field: string, rule: string): FieldError => ({
  field,
  reason: 'FieldValueRequired',
  message: `Required value: ${rule}`,
});

export const invalid = (
  { kind }: ResourceDefinition,
  name: string,
  errors: readonly FieldError[],
): ApiError => {
  const qualified = kind.apiGroup === undefined ? kind.kind : `${kind.kind}.${kind.apiGroup}`;
  const messages = errors.map(({ field, message }) => `${field}: ${message}`);
  const all = messages.length === 1 ? messages.join('') : `[${messages.join(', ')}]`;
  return new ApiError({
    code: 422,
    reason: 'Invalid',
    message: `${qualified} "${name}" is invalid: ${all}`,
    details: {
      name,
      ...(kind.apiGroup === undefined ? {} : { group: kind.apiGroup }),
      kind: kind.kind,
      causes: errors.map(({ field, reason, message }) => ({ reason, message, field })),
    },
  });
};

export const badRequest = (message: string): ApiError =>
  new ApiError({ code: 400, reason: 'BadRequest', message });

export const methodNotAllowed = (): ApiError =>
  new ApiError({
    code: 405,
    reason: 'MethodNotAllowed',
    message: 'the server does not allow this method on the requested resource',
    details: {},
  });

export const expired = (message: string, metadata: Status['metadata'] = {}): ApiError =>
  new ApiError({ code: 410, reason: 'Expired', message, metadata });
