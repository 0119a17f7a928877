import { resources } from '../resources';
import { aCluster, closeClusters, request } from '../testing';

afterEach(closeClusters);

const pods = '/api/v1/namespaces/shop/pods';

const unavailable = {
  status: 429,
  reason: 'TooManyRequests',
  message: 'slow down',
  retryAfterSeconds: 3,
};

test('a fault answers instead, as often as it was asked to', async () => {
  const cluster = await aCluster();
  const match = { method: 'GET', path: '/pods$' };
  const body = { match, respond: unavailable, times: 1 };
  await request(cluster, { method: 'POST', path: '/local/faults', body });
  const struck = await request(cluster, { path: pods });
  expect(struck.code).toBe(429);
  expect(struck.headers.get('retry-after')).toBe('3');
  expect(struck.body).toMatchObject({
    kind: 'Status',
    reason: 'TooManyRequests',
    message: 'slow down',
    details: { retryAfterSeconds: 3 },
  });
  expect((await request(cluster, { path: pods })).code).toBe(200);
});

test.each([
  ['another method', { method: 'POST', path: '/pods' }],
  ['another path', { path: '/secrets' }],
  ['another user', { path: '/pods', user: 'viewer' }],
])('a fault leaves %s alone', async (_, match) => {
  const cluster = await aCluster();
  const body = [{ match, respond: unavailable }];
  await request(cluster, { method: 'POST', path: '/local/faults', body });
  expect((await request(cluster, { path: pods })).code).toBe(200);
});

test('a fault can match the query, and is gone when cleared', async () => {
  const cluster = await aCluster();
  const body = { match: { path: '/pods\\?limit=' }, respond: unavailable };
  await request(cluster, { method: 'POST', path: '/local/faults', body });
  expect((await request(cluster, { path: `${pods}?limit=1` })).code).toBe(429);
  const cleared = await request(cluster, { method: 'DELETE', path: '/local/faults' });
  expect(cleared.body).toEqual({ count: 0 });
  expect((await request(cluster, { path: `${pods}?limit=1` })).code).toBe(200);
});

test('a fault can only be slow, and closing does not wait for it', async () => {
  const cluster = await aCluster();
  const slow = (delayMs: number) =>
    request(cluster, {
      method: 'POST',
      path: '/local/faults',
      body: { match: { path: '/pods' }, delayMs, times: 1 },
    });
  await slow(30);
  const start = performance.now();
  expect((await request(cluster, { path: pods })).code).toBe(200);
  expect(performance.now() - start).toBeGreaterThanOrEqual(29);
  await slow(600_000);
  const stuck = expect(request(cluster, { path: pods })).rejects.toThrow('fetch failed');
  await request(cluster, { path: '/local/faults' });
  await cluster.close();
  await stuck;
});

test.each([{}, { match: {} }, { match: { path: '(' } }, 'x'])('%j is no fault', async (body) => {
  const answer = await request(await aCluster(), { method: 'POST', path: '/local/faults', body });
  expect(answer.code).toBe(400);
});

test('the clock moves forward only', async () => {
  const cluster = await aCluster();
  const post = (offsetSeconds: unknown) =>
    request(cluster, { method: 'POST', path: '/local/clock', body: { offsetSeconds } });
  expect((await post(3600)).body).toMatchObject({ offsetSeconds: 3600 });
  expect((await post(-1)).code).toBe(400);
  const metadata = { name: 'one', namespace: 'shop' };
  const created = cluster.store.create(resources.configMaps, { metadata });
  const ahead = Date.parse(created.metadata.creationTimestamp) - Date.now();
  expect(ahead).toBeGreaterThan(3_590_000);
});

test('a restart breaks watches and connections until it is over', async () => {
  const cluster = await aCluster();
  const opened = await fetch(`${cluster.url}${pods}?watch=true`, {
    headers: { Authorization: 'Bearer admin-token' },
  });
  const body = { milliseconds: 500 };
  const restart = request(cluster, { method: 'POST', path: '/local/restart', body });
  await expect(opened.text()).rejects.toThrow();
  await expect(request(cluster, { path: pods })).rejects.toThrow('fetch failed');
  expect((await restart).code).toBe(200);
  expect((await request(cluster, { path: pods })).code).toBe(200);
});

test('a controller can add controls, and only the admin can use them', async () => {
  const stop = jest.fn();
  const cluster = await aCluster({
    controllers: [
      (context) => {
        context.registerControl('push', ({ method, path, body }) => ({ method, path, body }));
        return { stop };
      },
    ],
  });
  const call = { method: 'POST', path: '/local/push/shop/web', body: { tag: 'latest' } };
  expect((await request(cluster, call)).body).toEqual({
    method: 'POST',
    path: 'shop/web',
    body: { tag: 'latest' },
  });
  expect((await request(cluster, { ...call, as: 'viewer' })).code).toBe(403);
  await cluster.close();
  expect(stop).toHaveBeenCalledTimes(1);
});
