import { ClusterError, problemCodeOf, problemOf } from './problem';
import type { ProblemCode } from './problem';

describe('problemOf', () => {
  it('is the problem of an error of the cluster', () => {
    const problem = { code: 'forbidden', message: 'no', retryAfterSeconds: 3 } as const;
    expect(problemOf(new ClusterError(problem))).toBe(problem);
    expect(new ClusterError(problem).message).toBe('no');
  });

  it.each([
    [new TypeError('x is not a function'), 'x is not a function'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('is unexpected for %p', (error, message) => {
    expect(problemOf(error)).toEqual({ code: 'unexpected', message });
  });
});

describe('problemCodeOf', () => {
  it.each<[number, string | undefined, ProblemCode]>([
    [400, 'BadRequest', 'invalid'],
    [401, 'Unauthorized', 'unauthorized'],
    [403, 'Forbidden', 'forbidden'],
    [404, 'NotFound', 'not-found'],
    [409, 'AlreadyExists', 'already-exists'],
    [409, 'Conflict', 'conflict'],
    [409, undefined, 'conflict'],
    [410, 'Expired', 'conflict'],
    [413, 'RequestEntityTooLarge', 'invalid'],
    [415, 'UnsupportedMediaType', 'invalid'],
    [422, 'Invalid', 'invalid'],
    [429, 'TooManyRequests', 'too-many-requests'],
    [500, 'InternalError', 'unavailable'],
    [503, 'ServiceUnavailable', 'unavailable'],
    [504, 'Timeout', 'timeout'],
    [599, undefined, 'unavailable'],
    [418, undefined, 'unexpected'],
    [200, undefined, 'unexpected'],
  ])('%i %s is %s', (status, reason, code) => {
    expect(problemCodeOf(status, reason)).toBe(code);
  });
});
