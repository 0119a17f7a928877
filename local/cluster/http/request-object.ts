import { apiVersionOf, type K8sObject } from '../../../src/k8s/resource';
import { ApiError, badRequest } from '../api-error';
import { isK8sObject, isRecord } from '../object';
import { mediaTypeOf, parseJson, type ApiRequest } from './request';
import type { Target } from './target';

/** Go's decoder takes null for an absent value; `creationTimestamp: null` is what its clients send. */
const withoutNulls = (value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null))
    : value;

const checkType = ({ definition: { kind, custom } }: Target, object: K8sObject): void => {
  const expected = apiVersionOf(kind);
  if (custom && (object.kind ?? '') === '') {
    throw badRequest(`Object 'Kind' is missing in '${JSON.stringify(object)}'`);
  }
  if (object.apiVersion !== undefined && object.apiVersion !== expected) {
    throw badRequest(
      `the API version in the data (${object.apiVersion}) does not match the expected API version (${expected})`,
    );
  }
  if (object.kind !== undefined && object.kind !== kind.kind) {
    throw badRequest(
      `${object.kind} in version "${kind.apiVersion}" cannot be handled as a ${kind.kind}`,
    );
  }
};

/**
 * An API object from a parsed body, placed in the namespace of the URL.
 *
 * @throws ApiError BadRequest for what is no object of the target's kind and namespace
 */
export const objectOf = (target: Target, value: unknown): K8sObject => {
  const object = isRecord(value) ? { ...value, metadata: withoutNulls(value.metadata) } : value;
  if (!isK8sObject(object)) {
    throw badRequest(
      `the object provided is unrecognized (must be of type ${target.definition.kind.kind})`,
    );
  }
  checkType(target, object);
  const { namespace, ...metadata } = object.metadata ?? {};
  if (namespace !== undefined && target.namespace !== undefined && namespace !== target.namespace) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  return {
    ...object,
    apiVersion: apiVersionOf(target.definition.kind),
    kind: target.definition.kind.kind,
    metadata:
      target.namespace === undefined ? metadata : { ...metadata, namespace: target.namespace },
  };
};

/**
 * The object in the body of a create or an update.
 *
 * @throws ApiError UnsupportedMediaType or BadRequest
 */
export const bodyObject = (target: Target, { headers, body }: ApiRequest): K8sObject => {
  const mediaType = mediaTypeOf(headers['content-type']);
  if (mediaType !== '' && mediaType !== 'application/json') {
    throw new ApiError({
      code: 415,
      reason: 'UnsupportedMediaType',
      message:
        'the body of the request was in an unknown format - accepted media types include: application/json',
      details: {},
    });
  }
  return objectOf(target, parseJson(body));
};

/** @throws ApiError BadRequest where an update's object is not the one of its URL */
export const checkName = ({ name = '' }: Target, { metadata }: K8sObject): void => {
  if (metadata?.name !== name) {
    throw badRequest(
      `the name of the object (${metadata?.name ?? ''}) does not match the name on the URL (${name})`,
    );
  }
};
