import { openDoor } from './door';
import type { Door } from './door';

describe('the controls at the door', () => {
  let door: Door;
  let asked: unknown[];

  beforeEach(async () => {
    asked = [];
    const pods = (body: unknown): Promise<void> => {
      asked.push(body);
      return body === 'wrong' ? Promise.reject(new Error('It is wrong.')) : Promise.resolve();
    };
    const api = { url: 'https://127.0.0.1:1', ca: '' };
    door = await openDoor(api, { token: 'secret', handlers: { pods } });
  });

  afterEach(() => door.close());

  const post = async (path: string, { token = 'secret', body = '{"a":1}' } = {}) => {
    const headers = { Authorization: `Bearer ${token}` };
    const answer = await fetch(`${door.url}${path}`, { method: 'POST', headers, body });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };

  it('do what the admin asks for', async () => {
    expect(await post('/local/pods')).toEqual({ status: 200, body: {} });
    expect(asked).toEqual([{ a: 1 }]);
  });

  it.each([
    { request: 'of somebody else', path: '/local/pods', token: 'other', status: 403 },
    { request: 'for something else', path: '/local/faults', status: 404 },
    { request: 'for the name of a method', path: '/local/toString', status: 404 },
    { request: 'that is no JSON', path: '/local/pods', body: '{', status: 400 },
  ])('do nothing on a request $request', async ({ path, status, ...options }) => {
    expect((await post(path, options)).status).toBe(status);
    expect(asked).toEqual([]);
  });

  it('say what is wrong', async () => {
    const body = { message: 'It is wrong.' };
    expect(await post('/local/pods', { body: '"wrong"' })).toEqual({ status: 400, body });
  });
});
