import { ClusterError, problemCodeOf } from '../domain/problem';
import type { Problem } from '../domain/problem';

/** Of an object, whether it can be enumerated or not: the message of an Error cannot. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const seconds = (value: unknown): number | undefined => {
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
};

const retryAfterOf = (error: unknown): number | undefined => {
  const response = field(error, 'response');
  const header = response instanceof Response ? response.headers.get('Retry-After') : undefined;
  const details = field(field(error, 'json'), 'details');
  return seconds(header ?? undefined) ?? seconds(field(details, 'retryAfterSeconds'));
};

/** How fetch says that there is no connection, in Chrome, Firefox, Safari and node. */
const noConnection = /failed to fetch|networkerror|load failed|fetch failed/i;

/**
 * Makes a problem of whatever the SDK throws or puts into a watch. The names of its error classes
 * are minified in the console, so only their fields are looked at: `code` and `json` of HttpError,
 * `ms` of TimeoutError; fetch itself rejects with a TypeError where there is no connection.
 * A metav1.Status that arrives where an object was expected counts, too.
 */
export const parseProblem = (error: unknown): Problem => {
  if (error instanceof ClusterError) return error.problem;
  const status = field(error, 'json');
  const message = text(field(status, 'message')) ?? text(field(error, 'message')) ?? String(error);
  const code = field(error, 'code');
  if (typeof code === 'number') {
    const reason = text(field(status, 'reason')) ?? text(field(error, 'reason'));
    return {
      code: problemCodeOf(code, reason),
      message,
      retryAfterSeconds: retryAfterOf(error),
    };
  }
  if (field(error, 'ms') !== undefined) return { code: 'timeout', message };
  if (error instanceof TypeError && noConnection.test(message)) return { code: 'network', message };
  return { code: 'unexpected', message };
};

/** The HTTP status of what `consoleFetch` rejects with; undefined where there was no answer. */
export const httpStatusOf = (error: unknown): number | undefined => {
  const code = field(error, 'code');
  return typeof code === 'number' ? code : undefined;
};

/** Runs a request and turns its rejection into a `ClusterError`. */
export const asClusterError = async <T>(request: Promise<T>): Promise<T> => {
  try {
    return await request;
  } catch (error) {
    throw new ClusterError(parseProblem(error));
  }
};
