import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { LocalCluster } from '../cluster';
import { resources } from '../resources';
import { aCluster, closeClusters, request } from '../testing';

afterEach(closeClusters);

const watching = '/api/v1/namespaces/shop/configmaps?watch=true';

const create = ({ store }: LocalCluster, name: string) =>
  store.create(resources.configMaps, { metadata: { name, namespace: 'shop' } });

const event = (type: string, name: string) => ({ type, object: { metadata: { name } } });

/** The next event; it must be a text frame. */
const nextFrame = async (socket: WebSocket): Promise<unknown> => {
  const [data, isBinary] = (await once(socket, 'message')) as [Buffer, boolean];
  expect(isBinary).toBe(false);
  return JSON.parse(data.toString());
};

const connect = ({ url }: LocalCluster, path: string, headers: Record<string, string> = {}) =>
  new WebSocket(`${url.replace('http', 'ws')}${path}`, {
    headers: { Authorization: 'Bearer admin-token', Origin: url, ...headers },
  });

/** The status with which the handshake is refused. */
const refusalOf = async (socket: WebSocket): Promise<number | undefined> => {
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  response.resume();
  return response.statusCode;
};

test('sends one event a text frame', async () => {
  const cluster = await aCluster();
  create(cluster, 'one');
  const socket = connect(cluster, watching);
  expect(await nextFrame(socket)).toMatchObject(event('ADDED', 'one'));
  const second = nextFrame(socket);
  create(cluster, 'two');
  expect(await second).toMatchObject(event('ADDED', 'two'));
});

test('closes when the watches are cut', async () => {
  const cluster = await aCluster();
  create(cluster, 'one');
  const socket = connect(cluster, watching);
  await once(socket, 'message');
  const closed = once(socket, 'close');
  await request(cluster, { method: 'DELETE', path: '/local/watches' });
  expect((await closed)[0]).toBe(1006);
});

test.each<{ what: string; path?: string; headers?: Record<string, string>; code: number }>([
  { what: 'a foreign Origin', headers: { Origin: 'https://example.com' }, code: 403 },
  { what: 'an unknown token', headers: { Authorization: 'Bearer x' }, code: 401 },
  { what: 'a user without rights', headers: { Authorization: 'Bearer nobody-token' }, code: 403 },
  { what: 'a kind that is not served', path: '/apis/x.io/v1/things?watch=true', code: 404 },
])('refuses $what', async ({ path = watching, headers, code }) => {
  expect(await refusalOf(connect(await aCluster(), path, headers))).toBe(code);
});

test('refuses a handshake without an Origin', async () => {
  const { url } = await aCluster();
  const socket = new WebSocket(`${url.replace('http', 'ws')}${watching}`, {
    headers: { Authorization: 'Bearer admin-token' },
  });
  expect(await refusalOf(socket)).toBe(403);
});
