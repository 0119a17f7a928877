import { apiVersionOf, type K8sObject } from '../../../src/k8s/resource';
import type { ApiContext } from '../api-context';
import { ApiError, badRequest, methodNotAllowed } from '../api-error';
import type { Stored } from '../object';
import type { ResourceDefinition } from '../resource-definition';
import { jsonOf } from '../stored-object';
import { jsonAnswer, type Answer } from './answer';
import type { Page } from './pager';
import { representationOf, type Representation } from './representation';
import { countIn, type ApiRequest } from './request';
import { selectedObjects, selectionOf } from './selection';
import { partialMetadataOf, tableOf } from './table';
import type { Target } from './target';

/** How objects of a kind are answered to a request. */
export interface Form {
  readonly definition: ResourceDefinition;
  readonly representation: Representation;
  readonly includeObject: string;
  readonly now: Date;
}

/** @throws ApiError NotAcceptable */
export const formOf = (
  { clock }: ApiContext,
  { definition }: Target,
  { headers, query }: Pick<ApiRequest, 'headers' | 'query'>,
): Form => ({
  definition,
  representation: representationOf(headers),
  includeObject: query.get('includeObject') ?? 'Metadata',
  now: clock.now(),
});

/** The JSON of one object. */
export const objectJson = (object: K8sObject, form: Form): string => {
  switch (form.representation) {
    case 'Object':
      return jsonOf(object);
    case 'Table':
      return tableOf([object], {
        ...form,
        metadata: { resourceVersion: object.metadata?.resourceVersion },
      });
    case 'PartialObjectMetadata':
      return JSON.stringify(partialMetadataOf(object));
  }
};

const listHeadOf = (form: Form, metadata: object) => {
  const { kind } = form.definition;
  return form.representation === 'Object'
    ? { kind: `${kind.kind}List`, apiVersion: apiVersionOf(kind), metadata }
    : { kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1', metadata };
};

const listJson = ({ objects, ...metadata }: Page, form: Form): string => {
  if (form.representation === 'Table') {
    return tableOf(objects, { ...form, metadata });
  }
  const items =
    form.representation === 'Object'
      ? objects.map((object) => jsonOf(object, form.definition.custom))
      : objects.map((object) => JSON.stringify(partialMetadataOf(object)));
  const head = JSON.stringify(listHeadOf(form, metadata));
  return `${head.slice(0, -1)},"items":[${items.join(',')}]}`;
};

/** Refuses a version that does not exist yet, which the real server waits for in vain. */
const checkVersion = (text: string, current: number): void => {
  if (!/^\d*$/.test(text)) {
    throw badRequest(
      `resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`,
    );
  }
  if (Number(text) > current) {
    throw new ApiError({
      code: 504,
      reason: 'Timeout',
      message: `Too large resource version: ${text}, current: ${current}`,
      details: {
        causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
        retryAfterSeconds: 1,
      },
    });
  }
};

const storedList = (context: ApiContext, target: Target, request: ApiRequest): Page => {
  const { query } = request;
  const { store, pager } = context;
  const limit = countIn(query, 'limit') ?? 0;
  const token = query.get('continue') ?? '';
  if (token !== '') {
    return pager.next(token, limit);
  }
  const version = query.get('resourceVersion') ?? '';
  checkVersion(version, store.resourceVersion);
  const objects = selectedObjects(context, selectionOf(context, target, request));
  // A list from the watch cache (version 0) is answered whole, whatever its limit.
  return pager.start(
    { objects, resourceVersion: String(store.resourceVersion) },
    version === '0' ? 0 : limit,
  );
};

export const list = (context: ApiContext, target: Target, request: ApiRequest): Answer => {
  const form = formOf(context, target, request);
  const view = context.admission.viewOf(target.definition);
  if (view !== undefined) {
    if (view.list === undefined) {
      throw methodNotAllowed();
    }
    const { user } = request;
    const items = view.list({ user, namespace: target.namespace });
    const metadata = { resourceVersion: String(context.store.resourceVersion) };
    return jsonAnswer({ ...listHeadOf({ ...form, representation: 'Object' }, metadata), items });
  }
  return { code: 200, body: listJson(storedList(context, target, request), form) };
};

/** @throws ApiError NotFound */
export const existingObject = (
  context: ApiContext,
  { definition, namespace, name = '' }: Target,
): Stored => {
  const derivation = context.admission.derivationOf(definition);
  const key = { name, namespace };
  return derivation === undefined
    ? context.store.get(definition, key)
    : derivation.derive(context.store.get(derivation.from, key));
};

export const get = (context: ApiContext, target: Target, request: ApiRequest): Answer => {
  const form = formOf(context, target, request);
  const view = context.admission.viewOf(target.definition);
  if (view === undefined) {
    return { code: 200, body: objectJson(existingObject(context, target), form) };
  }
  if (view.get === undefined) {
    throw methodNotAllowed();
  }
  const { namespace, name = '' } = target;
  return { code: 200, body: objectJson(view.get({ name, namespace, user: request.user }), form) };
};
