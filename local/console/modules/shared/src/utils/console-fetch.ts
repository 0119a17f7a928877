import type {
  ConsoleFetch,
  ConsoleFetchJSON,
  ConsoleFetchText,
} from '@openshift-console/dynamic-plugin-sdk';
import {
  HttpError,
  RetryError,
  TimeoutError,
} from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';
import { isJsonObject, listAt, objectAt, stringAt } from '../../../../host/json';

const attempts = 3;
const defaultTimeout = 60_000;

const csrfToken = (): string =>
  document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith('csrf-token='))
    ?.slice('csrf-token='.length) ?? '';

const requestOf = (options: RequestInit): RequestInit => {
  const headers = new Headers(options.headers);
  if ((options.method ?? 'GET') !== 'GET') headers.set('X-CSRFToken', csrfToken());
  return { credentials: 'same-origin', ...options, headers };
};

const messageOf = (status: unknown, fallback: string): string => {
  const [cause] = listAt(objectAt(status, 'details'), 'causes');
  if (cause !== undefined) {
    return `Error "${stringAt(cause, 'message')}" for field "${stringAt(cause, 'field')}".`;
  }
  return stringAt(status, 'message') || stringAt(status, 'error') || fallback;
};

const isQuotaConflict = (response: Response, method: string, status: unknown): boolean =>
  method === 'POST' &&
  response.status === 409 &&
  ['resourcequotas', 'clusterresourcequotas'].includes(
    stringAt(objectAt(status, 'details'), 'kind'),
  );

/** The error of a refused request; RetryError where the console tries again by itself. */
const errorOf = async (response: Response, method: string, mayRetry: boolean): Promise<Error> => {
  if (mayRetry && response.status === 429) return new RetryError();
  if (!response.headers.get('Content-Type')?.includes('json')) {
    return new HttpError(response.statusText, response.status, response);
  }
  const status: unknown = await response.json();
  if (mayRetry && isQuotaConflict(response, method, status)) return new RetryError();
  const message =
    response.status === 403
      ? stringAt(status, 'message') || 'Access denied due to cluster policy.'
      : messageOf(status, response.statusText);
  return new HttpError(message, response.status, response, isJsonObject(status) ? status : {});
};

const fetchWithRetry = async (
  url: string,
  options: RequestInit,
  attempt = 1,
): Promise<Response> => {
  const response = await fetch(url, requestOf(options));
  if (response.ok || response.status === 304) return response;
  const error = await errorOf(response, options.method ?? 'GET', attempt < attempts);
  if (error instanceof RetryError) return fetchWithRetry(url, options, attempt + 1);
  throw error;
};

const withinTime = async <T>(answer: Promise<T>, url: string, timeout: number): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(url, timeout)), timeout);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

/** The SDK's own calls hand in null, against its type, for "no options" and for "no timeout". */
type Options = RequestInit | null;
type Timeout = number | null;

const request = (
  url: string,
  options: RequestInit,
  timeout: Timeout = defaultTimeout,
): Promise<Response> => {
  const answer = fetchWithRetry(url, options);
  return timeout !== null && timeout > 0 ? withinTime(answer, url, timeout) : answer;
};

/**
 * The SDK's consoleFetch (console-shared utils/console-fetch.ts): rejects with HttpError for what is
 * neither a success nor 304, sends the CSRF token with everything but GET, tries 429 and quota conflicts
 * three times. Timeout in milliseconds, a minute unless given; 0 for none.
 */
export const coFetch: ConsoleFetch = (url, options, timeout) =>
  request(url, options ?? {}, timeout);

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (response.headers.get('Content-Type') === 'text/plain') return text;
  return text === '' ? {} : JSON.parse(text);
};

const withHeaders = (options: Options, defaults: Record<string, string>): RequestInit => {
  const headers = new Headers({ Accept: 'application/json', ...defaults });
  new Headers(options?.headers).forEach((value, name) => headers.set(name, value));
  return { ...options, headers };
};

const requestJson = async (
  url: string,
  method = 'GET',
  ...[options = null, timeout]: [Options?, Timeout?]
): Promise<unknown> => jsonOf(await request(url, { ...withHeaders(options, {}), method }, timeout));

const sendJson =
  (method: string, contentType = 'application/json') =>
  async (
    url: string,
    json: unknown,
    ...[options = null, timeout]: [Options?, Timeout?]
  ): Promise<unknown> => {
    const headed = withHeaders(options, { 'Content-Type': `${contentType};charset=UTF-8` });
    return jsonOf(await request(url, { ...headed, method, body: JSON.stringify(json) }, timeout));
  };

const deleteJson = (
  url: string,
  json: unknown = null,
  ...[options, timeout]: [Options?, Timeout?]
): Promise<unknown> =>
  json === null
    ? requestJson(url, 'DELETE', options, timeout)
    : sendJson('DELETE')(url, json, options, timeout);

/** The SDK's consoleFetchJSON: the parsed answer, and the verbs that send a JSON body. */
export const coFetchJSON: ConsoleFetchJSON<unknown> = Object.assign(requestJson, {
  delete: deleteJson,
  post: sendJson('POST'),
  put: sendJson('PUT'),
  patch: sendJson('PATCH', 'application/json-patch+json'),
});

/** The SDK's consoleFetchText: the answer as text. */
export const coFetchText: ConsoleFetchText<string> = async (url, options, timeout) => {
  const response = await request(url, options ?? {}, timeout);
  return response.text();
};
