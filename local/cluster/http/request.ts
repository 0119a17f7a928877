import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { ApiError, badRequest } from '../api-error';
import type { User } from '../rbac/user';

/** A request that is read and whose sender is known. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly user: User;
  readonly body: string;
}

/** kube-apiserver's limit for the body of a write (apiserver pkg/server config.go). */
const bodyLimit = 3 * 1024 * 1024;

/**
 * The text of a request's body. One that is too large is read to its end, so that the client
 * reads the refusal instead of a broken connection.
 *
 * @throws ApiError RequestEntityTooLarge
 */
export const readBody = async (incoming: IncomingMessage): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of incoming) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    text += length > bodyLimit ? '' : decoder.decode(bytes, { stream: true });
  }
  if (length > bodyLimit) {
    throw new ApiError({
      code: 413,
      reason: 'RequestEntityTooLarge',
      message: `Request entity too large: limit is ${bodyLimit}`,
      details: {},
    });
  }
  return text + decoder.decode();
};

/** @throws ApiError BadRequest for what is no JSON */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw badRequest(
      `the object provided is unrecognized: couldn't get version/kind; json parse error: ${problem}`,
    );
  }
};

/** The media type of a header such as `application/json;charset=utf-8`. */
export const mediaTypeOf = (header = ''): string => header.replace(/;.*$/, '').trim();

/** Whether a query parameter says yes, as strconv.ParseBool does. */
export const isTrue = (query: URLSearchParams, name: string): boolean =>
  ['1', 't', 'T', 'true', 'TRUE', 'True'].includes(query.get(name) ?? '');

/**
 * A query parameter that counts something; undefined where it is absent.
 *
 * @throws ApiError BadRequest
 */
export const countIn = (query: URLSearchParams, name: string): number | undefined => {
  const text = query.get(name) ?? '';
  if (!/^\d{0,9}$/.test(text)) {
    throw badRequest(`${name}: Invalid value: "${text}": must be a whole number`);
  }
  return text === '' ? undefined : Number(text);
};

/** @throws ApiError BadRequest for a value that the real server does not know either */
export const isDryRun = (values: readonly string[]): boolean => {
  const unknown = values.find((value) => value !== 'All');
  if (unknown !== undefined) {
    throw badRequest(`dryRun: Unsupported value: "${unknown}": supported values: "All"`);
  }
  return values.length > 0;
};
