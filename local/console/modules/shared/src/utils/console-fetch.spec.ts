import { HttpError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';
import { coFetch, coFetchJSON, coFetchText } from './console-fetch';

interface Sent {
  method: string;
  headers: Headers;
  body: unknown;
}

const sent: Sent[] = [];
const realFetch = window.fetch.bind(window);

/** A network that gives these answers, one after the other. */
const answerWith = (...answers: Response[]): void => {
  window.fetch = (_input, init = {}) => {
    const { method = 'GET', headers, body } = init;
    sent.push({ method, headers: new Headers(headers), body });
    const answer = answers.shift();
    return answer === undefined ? new Promise(() => undefined) : Promise.resolve(answer);
  };
};

const status = (code: number, document: object): Response =>
  new Response(JSON.stringify(document), {
    status: code,
    headers: { 'Content-Type': 'application/json' },
  });

beforeEach(() => {
  sent.length = 0;
  document.cookie = 'csrf-token=the-token';
});

afterEach(() => {
  window.fetch = realFetch;
});

describe('what is sent', () => {
  it('carries the CSRF token, but not to read', async () => {
    answerWith(status(200, {}), status(200, {}));
    await coFetchJSON('/a');
    await coFetchJSON.post('/a', { b: 1 });
    expect(sent.map(({ headers }) => headers.get('X-CSRFToken'))).toEqual([null, 'the-token']);
  });

  it.each([
    ['POST', 'post', 'application/json'],
    ['PUT', 'put', 'application/json'],
    ['PATCH', 'patch', 'application/json-patch+json'],
    ['DELETE', 'delete', 'application/json'],
  ] as const)('%s is JSON of its kind', async (method, verb, contentType) => {
    answerWith(status(200, {}));
    await coFetchJSON[verb]('/a', { b: 1 });
    expect(sent[0]).toMatchObject({ method, body: '{"b":1}' });
    expect(sent[0]?.headers.get('Content-Type')).toBe(`${contentType};charset=UTF-8`);
  });

  it('lets the caller choose the headers', async () => {
    answerWith(status(200, {}));
    await coFetchJSON.patch('/a', {}, { headers: { 'Content-Type': 'merge', Accept: 'table' } });
    expect(sent[0]?.headers.get('Content-Type')).toBe('merge');
    expect(sent[0]?.headers.get('Accept')).toBe('table');
  });

  it('takes null for options and timeout, as the SDK hands them in', async () => {
    answerWith(status(200, { a: 1 }), status(200, {}));
    await expect(coFetchJSON('/a', 'GET', null as never, null as never)).resolves.toEqual({ a: 1 });
    await coFetchJSON.delete('/a', null, null as never, null as never);
    expect(sent[1]).toMatchObject({ method: 'DELETE', body: undefined });
  });
});

describe('what comes back', () => {
  it('is the text where text is asked for, and an empty object where JSON has none', async () => {
    answerWith(new Response('hello'), new Response(''));
    await expect(coFetchText('/a')).resolves.toBe('hello');
    await expect(coFetchJSON('/a')).resolves.toEqual({});
  });

  const causes = [{ message: 'is bad', field: 'f' }];

  it.each([
    { code: 409, document: { message: 'taken' }, message: 'taken' },
    {
      code: 422,
      document: { message: 'x', details: { causes } },
      message: 'Error "is bad" for field "f".',
    },
    { code: 403, document: { message: 'no', details: { causes } }, message: 'no' },
    { code: 500, document: { error: 'broken' }, message: 'broken' },
  ])('an HttpError that says $message for a $code', async ({ code, document, message }) => {
    answerWith(status(code, document));
    const error: unknown = await coFetchJSON('/a').catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ code, message, json: document });
  });

  it('is tried three times where the server asks for patience', async () => {
    const busy = () => status(429, { message: 'later' });
    answerWith(busy(), busy(), status(200, { a: 1 }));
    await expect(coFetchJSON('/a')).resolves.toEqual({ a: 1 });
    answerWith(busy(), busy(), busy());
    await expect(coFetchJSON('/a')).rejects.toMatchObject({ code: 429 });
    expect(sent).toHaveLength(6);
  });

  it('is tried again when a quota was being changed, but not when a name is taken', async () => {
    const conflict = (kind: string) => status(409, { message: 'conflict', details: { kind } });
    answerWith(conflict('resourcequotas'), status(201, { a: 1 }));
    await expect(coFetchJSON.post('/a', {})).resolves.toEqual({ a: 1 });
    answerWith(conflict('pipelineruns'));
    await expect(coFetchJSON.post('/a', {})).rejects.toMatchObject({ code: 409 });
  });

  it('is not waited for longer than asked', async () => {
    answerWith();
    await expect(coFetch('/a', {}, 5)).rejects.toThrow('timed out after 5ms');
  });
});
