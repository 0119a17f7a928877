import { ApiError, badRequest } from '../api-error';
import { isRecord } from '../object';
import type { User } from '../rbac/user';

/** A request that must fail, or be slow, on purpose. */
export interface Fault {
  readonly match: { readonly method?: string; readonly path: RegExp; readonly user?: string };
  /** What is answered instead; undefined for a request that is only slow. */
  readonly error?: ApiError;
  readonly delayMs: number;
  /** How often it still strikes. */
  times: number;
}

const textIn = (fields: Record<string, unknown>, name: string): string | undefined => {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
};

const numberIn = (fields: Record<string, unknown>, name: string): number | undefined => {
  const value = fields[name];
  return typeof value === 'number' && value >= 0 ? value : undefined;
};

const patternIn = (fields: Record<string, unknown>): RegExp => {
  const text = textIn(fields, 'path') ?? '';
  try {
    return new RegExp(text);
  } catch (error) {
    throw badRequest(`match.path: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const errorIn = (value: unknown): ApiError | undefined => {
  if (!isRecord(value)) {
    return undefined;
  }
  const retryAfterSeconds = numberIn(value, 'retryAfterSeconds');
  return new ApiError({
    code: numberIn(value, 'status') ?? 500,
    reason: textIn(value, 'reason') ?? 'InternalError',
    message: textIn(value, 'message') ?? 'a fault of the local cluster',
    details: retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  });
};

/** @throws ApiError BadRequest for what is no fault */
const parseFault = (value: unknown): Fault => {
  const match = isRecord(value) ? value.match : undefined;
  if (!isRecord(value) || !isRecord(match) || textIn(match, 'path') === undefined) {
    throw badRequest('a fault needs match.path, a regular expression');
  }
  return {
    match: {
      method: textIn(match, 'method'),
      path: patternIn(match),
      user: textIn(match, 'user'),
    },
    error: errorIn(value.respond),
    delayMs: numberIn(value, 'delayMs') ?? 0,
    times: numberIn(value, 'times') ?? Number.POSITIVE_INFINITY,
  };
};

interface FaultyRequest {
  readonly method: string;
  /** The path with its query. */
  readonly url: string;
  readonly user: User;
}

/** The faults that tests have asked for. */
export class Faults {
  #faults: Fault[] = [];

  /** @throws ApiError BadRequest */
  add(value: unknown): void {
    this.#faults.push(...(Array.isArray(value) ? value : [value]).map(parseFault));
  }

  clear(): void {
    this.#faults = [];
  }

  get count(): number {
    return this.#faults.length;
  }

  /** The first fault that strikes a request; it is used up by it. */
  take({ method, url, user }: FaultyRequest): Fault | undefined {
    const fault = this.#faults.find(
      ({ match }) =>
        match.path.test(url) &&
        (match.method === undefined || match.method === method) &&
        (match.user === undefined || match.user === user.name),
    );
    if (fault !== undefined) {
      fault.times -= 1;
      this.#faults = this.#faults.filter(({ times }) => times > 0);
    }
    return fault;
  }
}
