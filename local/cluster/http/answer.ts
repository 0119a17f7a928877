import { ApiError } from '../api-error';

/** A complete HTTP response. */
export interface Answer {
  readonly code: number;
  readonly body: string;
  /** `application/json` where it is absent. */
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const jsonAnswer = (value: unknown, code = 200): Answer => ({
  code,
  body: JSON.stringify(value),
});

export const textAnswer = (body: string, code = 200): Answer => ({
  code,
  body,
  contentType: 'text/plain; charset=utf-8',
});

/** What Go's router says of a path that nothing serves: no Status, plain text. */
export const pageNotFound: Answer = textAnswer('404 page not found\n', 404);

/** The response to a request that failed; what is no ApiError is a defect of this server (500). */
export const failureAnswer = (error: unknown): Answer => {
  const failure =
    error instanceof ApiError
      ? error
      : new ApiError({
          code: 500,
          reason: 'InternalError',
          message: `Internal error occurred: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        });
  const { code, details } = failure.status;
  const retryAfter = details?.retryAfterSeconds;
  return {
    ...jsonAnswer(failure.status, code),
    ...(retryAfter === undefined ? {} : { headers: { 'Retry-After': String(retryAfter) } }),
  };
};
