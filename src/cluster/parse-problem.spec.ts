import {
  HttpError,
  TimeoutError,
} from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';
import { ClusterError } from '../domain/problem';
import type { Problem } from '../domain/problem';
import { asClusterError, parseProblem } from './parse-problem';

const answer = (headers: Record<string, string> = {}): Response => new Response('', { headers });

const refusal = (code: number, status: object, headers?: Record<string, string>): HttpError =>
  new HttpError('words of the console', code, answer(headers), status);

const known: Problem = { code: 'conflict', message: 'known already' };

describe('parseProblem', () => {
  it.each<[string, unknown, Problem]>([
    [
      'takes the words of the API server',
      refusal(403, { reason: 'Forbidden', message: 'triggers is forbidden' }),
      { code: 'forbidden', message: 'triggers is forbidden' },
    ],
    [
      'takes the words of the console where the API server has none',
      refusal(500, {}),
      { code: 'unavailable', message: 'words of the console' },
    ],
    [
      'tells a name that is taken from a conflict',
      refusal(409, { reason: 'AlreadyExists', message: 'it exists' }),
      { code: 'already-exists', message: 'it exists' },
    ],
    [
      'reads when to try again from the header',
      refusal(429, { message: 'busy', details: { retryAfterSeconds: 2 } }, { 'Retry-After': '7' }),
      { code: 'too-many-requests', message: 'busy', retryAfterSeconds: 7 },
    ],
    [
      'reads when to try again from the Status',
      refusal(503, { message: 'busy', details: { retryAfterSeconds: 2 } }),
      { code: 'unavailable', message: 'busy', retryAfterSeconds: 2 },
    ],
    [
      'takes no date for a number of seconds',
      refusal(429, { message: 'busy' }, { 'Retry-After': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
      { code: 'too-many-requests', message: 'busy' },
    ],
    [
      'knows an answer that did not come in time',
      new TimeoutError('/apis', 60_000),
      { code: 'timeout', message: 'Call to /apis timed out after 60000ms.' },
    ],
    [
      'knows a Status in place of an object',
      { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' },
      { code: 'conflict', message: 'too old resource version' },
    ],
    [
      'knows a Status that says that a name is taken',
      { kind: 'Status', code: 409, reason: 'AlreadyExists', message: 'it exists' },
      { code: 'already-exists', message: 'it exists' },
    ],
    ['keeps what is a problem already', new ClusterError(known), known],
    [
      'takes an error of ours for no lost connection',
      new TypeError("Cannot read properties of undefined (reading 'items')"),
      {
        code: 'unexpected',
        message: "Cannot read properties of undefined (reading 'items')",
      },
    ],
    [
      'does not know a page in place of JSON',
      new SyntaxError('Unexpected token <'),
      { code: 'unexpected', message: 'Unexpected token <' },
    ],
    ['does not know a text', 'no', { code: 'unexpected', message: 'no' }],
    ['does not know nothing', undefined, { code: 'unexpected', message: 'undefined' }],
    [
      'does not know a code that is none',
      { code: 'x' },
      expect.objectContaining({ code: 'unexpected' }) as Problem,
    ],
  ])('%s', (_, error, problem) => {
    expect(parseProblem(error)).toEqual(problem);
  });

  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [404, 'not-found'],
    [409, 'conflict'],
    [422, 'invalid'],
    [502, 'unavailable'],
    [504, 'timeout'],
    [418, 'unexpected'],
  ])('knows %i as %s', (status, code) => {
    expect(parseProblem(refusal(status, { message: 'why' })).code).toBe(code);
  });

  it.each([
    'Failed to fetch',
    'NetworkError when attempting to fetch resource.',
    'Load failed',
    'fetch failed',
  ])('knows a lost connection by: %s', (message) => {
    expect(parseProblem(new TypeError(message))).toEqual({ code: 'network', message });
  });
});

describe('asClusterError', () => {
  it('passes on what a request answers', async () => {
    expect(await asClusterError(Promise.resolve(1))).toBe(1);
  });

  it('rejects with the problem', async () => {
    const request = asClusterError(Promise.reject(refusal(404, { message: 'not there' })));
    await expect(request).rejects.toEqual(
      new ClusterError({ code: 'not-found', message: 'not there' }),
    );
  });
});
