import { setTimeout as delay } from 'node:timers/promises';
import type { ApiContext } from '../api-context';
import { ApiError } from '../api-error';
import type { User } from '../rbac/user';
import { jsonAnswer, pageNotFound, type Answer } from './answer';
import { controlPrefix, type Control } from './control';
import type { ResultsApi } from '../results/results-api';
import { answerDiscovery } from './discovery';
import type { Faults } from './faults';
import { parseJson, type ApiRequest } from './request';
import { answerResource, verbOf } from './resource-handler';
import { parseTarget } from './target';
import { watch, type Watch } from './watch';

export interface ApiParts {
  readonly context: ApiContext;
  readonly control: Control;
  readonly faults: Faults;
  /** Undefined where Tekton Results is not installed. */
  readonly results: ResultsApi | undefined;
  /** Aborted when the cluster closes. */
  readonly closing: AbortSignal;
}

const pathForbidden = (user: User, verb: string, path: string): ApiError =>
  new ApiError({
    code: 403,
    reason: 'Forbidden',
    message: `forbidden: User "${user.name}" cannot ${verb} path "${path}"`,
    details: {},
  });

const answerControl = async (
  { control }: ApiParts,
  { method, path, query, body, user }: ApiRequest,
): Promise<Answer> => {
  if (!user.groups.includes('system:masters')) {
    throw pathForbidden(user, method.toLowerCase(), path);
  }
  const handled = control.handle({
    method,
    path: path.slice(controlPrefix.length),
    query,
    body: body === '' ? undefined : parseJson(body),
  });
  return handled === undefined ? pageNotFound : jsonAnswer((await handled.answer) ?? {});
};

/** Delays or fails a request that a test has asked to be delayed or failed. */
const strike = async ({ faults, closing }: ApiParts, request: ApiRequest): Promise<void> => {
  const { method, path, query, user } = request;
  const search = query.toString();
  const url = search === '' ? path : `${path}?${search}`;
  const fault = faults.take({ method, url, user });
  if (fault === undefined) {
    return;
  }
  if (fault.delayMs > 0) {
    await delay(fault.delayMs, undefined, { signal: closing });
  }
  if (fault.error !== undefined) {
    throw fault.error;
  }
};

/**
 * Answers a request, or opens the watch that it asks for.
 *
 * @throws ApiError
 */
export const handle = async (parts: ApiParts, request: ApiRequest): Promise<Answer | Watch> => {
  const { context } = parts;
  const { path, user } = request;
  if (path.startsWith(controlPrefix)) {
    return answerControl(parts, request);
  }
  await strike(parts, request);
  if (parts.results?.serves(path)) {
    return parts.results.answer(request);
  }
  const target = parseTarget(context.registry, path);
  if (target === undefined) {
    const verb = request.method.toLowerCase();
    if (!context.authorizer.allowsPath(user, { verb, path })) {
      throw pathForbidden(user, verb, path);
    }
    return answerDiscovery(context, request);
  }
  const { definition, served } = target;
  const verb = verbOf(request, target);
  context.authorizer.require(user, { ...target, verb });
  return verb === 'watch' && served && definition.verbs.includes('watch')
    ? watch({ context, target, request })
    : answerResource(context, target, request);
};
