import type { K8sObject } from '../../../src/k8s/resource';
import type { ApiContext } from '../api-context';
import { ApiError, methodNotAllowed } from '../api-error';
import { checkEscalation } from '../rbac/escalation';
import { checkOwnerReferences } from '../rbac/owner-references';
import type { Answer } from './answer';
import { patched } from './patch';
import { existingObject, formOf, objectJson } from './read';
import { isDryRun, mediaTypeOf, type ApiRequest } from './request';
import { bodyObject, checkName, objectOf } from './request-object';
import type { Target } from './target';

const dryRunOf = ({ query }: ApiRequest): boolean => isDryRun(query.getAll('dryRun'));

/** A clone of an object that was read would be stored with a version that is not its own. */
const checkNoVersion = ({ metadata }: K8sObject): void => {
  if ((metadata?.resourceVersion ?? '') !== '') {
    throw new ApiError({
      code: 500,
      reason: '',
      message: 'resourceVersion should not be set on objects to be created',
      details: {},
    });
  }
};

export const create = async (
  context: ApiContext,
  target: Target,
  request: ApiRequest,
): Promise<Answer> => {
  const { definition, namespace } = target;
  const { user } = request;
  const form = formOf(context, target, request);
  const object = bodyObject(target, request);
  const dryRun = dryRunOf(request);
  const handler = context.admission.createHandlerOf(definition);
  if (handler !== undefined) {
    const answer = await handler({ object, namespace, user, dryRun });
    return { code: 201, body: objectJson(answer, form) };
  }
  if (context.admission.viewOf(definition) !== undefined) {
    throw methodNotAllowed();
  }
  checkNoVersion(object);
  checkEscalation(context.authorizer, { definition, object, user });
  checkOwnerReferences(context, { definition, object, user });
  const created = context.store.create(definition, object, { dryRun });
  // What was not written has no version; the store says so by an empty one.
  const metadata = { ...created.metadata, resourceVersion: undefined };
  return { code: 201, body: objectJson(dryRun ? { ...created, metadata } : created, form) };
};

/** Writes an updated object or its status, as the target says. */
const replace = (
  context: ApiContext,
  target: Target,
  { object, request }: { object: K8sObject; request: ApiRequest },
): Answer => {
  const { definition, subresource, namespace } = target;
  const { user } = request;
  const form = formOf(context, target, request);
  const dryRun = dryRunOf(request);
  checkName(target, object);
  const view = context.admission.viewOf(definition);
  if (view !== undefined) {
    if (view.update === undefined) {
      throw methodNotAllowed();
    }
    return { code: 200, body: objectJson(view.update({ object, namespace, user, dryRun }), form) };
  }
  const existing = existingObject(context, target);
  checkEscalation(context.authorizer, { definition, object, existing, user });
  checkOwnerReferences(context, { definition, object, existing, user });
  const updated =
    subresource === 'status'
      ? context.store.updateStatus(definition, object, { dryRun })
      : context.store.update(definition, object, { dryRun });
  return { code: 200, body: objectJson(updated, form) };
};

export const update = (context: ApiContext, target: Target, request: ApiRequest): Answer =>
  replace(context, target, { object: bodyObject(target, request), request });

export const patch = (context: ApiContext, target: Target, request: ApiRequest): Answer => {
  const { definition, namespace, name = '' } = target;
  const view = context.admission.viewOf(definition);
  const existing =
    view?.get === undefined
      ? existingObject(context, target)
      : view.get({ name, namespace, user: request.user });
  const mediaType = mediaTypeOf(request.headers['content-type']);
  const value = patched(definition, existing, { mediaType, body: request.body });
  return replace(context, target, { object: objectOf(target, value), request });
};
