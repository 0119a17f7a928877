/** What went wrong with a request, as far as the person at the screen can act on it. */
export type ProblemCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'already-exists'
  | 'conflict'
  | 'invalid'
  | 'too-many-requests'
  | 'unavailable'
  | 'network'
  | 'timeout'
  | 'api-missing'
  | 'unexpected';

export interface Problem {
  readonly code: ProblemCode;
  /** The API's own words. */
  readonly message: string;
  /** From the Retry-After header or the Status' details. */
  readonly retryAfterSeconds?: number;
}

/** What the verbs of the cluster reject with. */
export class ClusterError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
    this.name = 'ClusterError';
  }
}

/** The problem behind anything thrown. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ClusterError
    ? error.problem
    : { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };

const codesByStatus: Record<number, ProblemCode> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'conflict',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'too-many-requests',
  504: 'timeout',
};

/** The code for an HTTP status and the reason of its metav1.Status. */
export const problemCodeOf = (status: number, reason?: string): ProblemCode => {
  if (reason === 'AlreadyExists') return 'already-exists';
  return codesByStatus[status] ?? (status >= 500 ? 'unavailable' : 'unexpected');
};
