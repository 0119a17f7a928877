import type { ApiContext } from '../api-context';
import { methodNotAllowed, noSuchResource } from '../api-error';
import type { Verb } from '../resource-definition';
import { pageNotFound, type Answer } from './answer';
import { get, list } from './read';
import { remove, removeCollection } from './remove';
import { isTrue, type ApiRequest } from './request';
import type { Target } from './target';
import { create, patch, update } from './write';

type Handler = (
  context: ApiContext,
  target: Target,
  request: ApiRequest,
) => Answer | Promise<Answer>;

const handlers: Record<Exclude<Verb, 'watch'>, Handler> = {
  get,
  list,
  create,
  update,
  patch,
  delete: remove,
  deletecollection: removeCollection,
};

/** The verb of a request (apiserver pkg/endpoints/request requestinfo.go). */
export const verbOf = (
  { method, query }: Pick<ApiRequest, 'method' | 'query'>,
  { name }: Target,
): Verb => {
  switch (method) {
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name === undefined ? 'deletecollection' : 'delete';
    case 'GET':
    case 'HEAD':
      if (name !== undefined) {
        return 'get';
      }
      return isTrue(query, 'watch') ? 'watch' : 'list';
    default:
      throw methodNotAllowed();
  }
};

const subresourceVerbs: readonly Verb[] = ['get', 'patch', 'update'];

const connect = async (
  { admission }: ApiContext,
  { definition, subresource = '', name = '', namespace, rest }: Target,
  { method, headers, body }: ApiRequest,
): Promise<Answer | undefined> =>
  admission.connectHandlerOf(
    definition,
    subresource,
  )?.({
    method,
    name,
    namespace,
    path: rest,
    headers,
    body,
  });

/** Whether the URL is one that takes the verb: objects are made in a namespace, without a name. */
const isPlaceFor = ({ definition, namespace, name, subresource }: Target, verb: Verb): boolean =>
  (verb === 'list' || !definition.kind.namespaced || namespace !== undefined) &&
  (verb !== 'create' || name === undefined || subresource !== undefined);

/**
 * Answers a request for a resource that the user may make.
 *
 * @throws ApiError
 */
export const answerResource = async (
  context: ApiContext,
  target: Target,
  request: ApiRequest,
): Promise<Answer> => {
  const verb = verbOf(request, target);
  const { definition, subresource } = target;
  if (!target.served) {
    return pageNotFound;
  }
  if (verb === 'watch' || !isPlaceFor(target, verb)) {
    throw methodNotAllowed();
  }
  if (subresource !== undefined && subresource !== 'status') {
    const answer = await connect(context, target, request);
    if (answer === undefined) {
      throw noSuchResource();
    }
    return answer;
  }
  if (subresource === 'status' && !definition.status) {
    throw noSuchResource();
  }
  const verbs = subresource === undefined ? definition.verbs : subresourceVerbs;
  if (!verbs.includes(verb)) {
    throw methodNotAllowed();
  }
  return handlers[verb](context, target, request);
};
