import type { LocalCluster } from '../cluster';
import { EventLog } from '../event-log';
import { grant } from '../rbac/bootstrap';
import { people } from '../rbac/user';
import { resources } from '../resources';
import { aCluster, closeClusters, openWatch, request } from '../testing';
import { Pager } from './pager';
import { watch } from './watch';

afterEach(closeClusters);

const configMaps = '/api/v1/namespaces/shop/configmaps';
const watching = `${configMaps}?watch=true`;

const create = ({ store }: LocalCluster, name: string, labels = {}) =>
  store.create(resources.configMaps, { metadata: { name, namespace: 'shop', labels } });

const relabel = ({ store }: LocalCluster, name: string, labels = {}) => {
  const existing = store.get(resources.configMaps, { name, namespace: 'shop' });
  store.update(resources.configMaps, { ...existing, metadata: { ...existing.metadata, labels } });
};

const remove = ({ store }: LocalCluster, name: string) =>
  store.remove(resources.configMaps, { name, namespace: 'shop' });

const event = (type: string, name: string) => ({ type, object: { metadata: { name } } });

test('tells what is there, then what happens, in this namespace only', async () => {
  const cluster = await aCluster();
  create(cluster, 'one');
  const next = await openWatch(cluster, { path: watching });
  expect(await next()).toMatchObject({
    type: 'ADDED',
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } },
  });
  cluster.store.create(resources.configMaps, { metadata: { name: 'x', namespace: 'other' } });
  create(cluster, 'two');
  relabel(cluster, 'one', { a: 'b' });
  remove(cluster, 'two');
  expect(await next()).toMatchObject(event('ADDED', 'two'));
  expect(await next()).toMatchObject(event('MODIFIED', 'one'));
  expect(await next()).toMatchObject(event('DELETED', 'two'));
});

test('goes on from the version of a list', async () => {
  const cluster = await aCluster();
  create(cluster, 'one');
  const { body } = await request(cluster, { path: configMaps });
  const { resourceVersion } = body.metadata as { resourceVersion: string };
  create(cluster, 'two');
  const next = await openWatch(cluster, {
    path: `${watching}&resourceVersion=${resourceVersion}`,
  });
  expect(await next()).toMatchObject(event('ADDED', 'two'));
});

test('shows a change of labels as coming and going', async () => {
  const cluster = await aCluster();
  create(cluster, 'one');
  const next = await openWatch(cluster, { path: `${watching}&labelSelector=on` });
  relabel(cluster, 'one', { on: '1' });
  relabel(cluster, 'one', { on: '2' });
  relabel(cluster, 'one');
  expect(await next()).toMatchObject(event('ADDED', 'one'));
  expect(await next()).toMatchObject(event('MODIFIED', 'one'));
  const last = cluster.store.get(resources.configMaps, { name: 'one', namespace: 'shop' });
  expect(await next()).toMatchObject({
    type: 'DELETED',
    object: {
      metadata: { labels: { on: '2' }, resourceVersion: last.metadata.resourceVersion },
    },
  });
});

test('watches one object by its name', async () => {
  const cluster = await aCluster();
  const next = await openWatch(cluster, {
    path: `${watching}&fieldSelector=metadata.name%3Dtwo`,
  });
  create(cluster, 'one');
  create(cluster, 'two');
  expect(await next()).toMatchObject(event('ADDED', 'two'));
});

test.each([
  { what: 'that the history has dropped', expires: false },
  { what: 'that a test has expired', expires: true },
])('answers a version $what by an ERROR event and ends', async ({ expires }) => {
  const cluster = await aCluster({ watchHistory: expires ? 100 : 2 });
  const { metadata } = create(cluster, 'one');
  ['two', 'three', 'four'].forEach((name) => create(cluster, name));
  if (expires) {
    await request(cluster, { method: 'DELETE', path: '/local/history' });
  }
  const next = await openWatch(cluster, {
    path: `${watching}&resourceVersion=${metadata.resourceVersion}`,
  });
  expect(await next()).toMatchObject({
    type: 'ERROR',
    object: { kind: 'Status', code: 410, reason: 'Expired' },
  });
  expect(await next()).toBeNull();
});

test('marks the end of the initial events by a bookmark', async () => {
  const cluster = await aCluster();
  const { metadata } = create(cluster, 'one');
  const next = await openWatch(cluster, {
    path: `${watching}&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true`,
  });
  expect(await next()).toMatchObject(event('ADDED', 'one'));
  expect(await next()).toMatchObject({
    type: 'BOOKMARK',
    object: {
      kind: 'ConfigMap',
      metadata: {
        resourceVersion: metadata.resourceVersion,
        annotations: { 'k8s.io/initial-events-end': 'true' },
      },
    },
  });
});

test.each([
  ['resourceVersion=x', 400],
  ['sendInitialEvents=true', 422],
  ['resourceVersionMatch=NotOlderThan', 422],
])('refuses %s', async (query, code) => {
  const answer = await request(await aCluster(), { path: `${watching}&${query}` });
  expect(answer.body).toMatchObject({ kind: 'Status', code });
});

test('ends when its time is up', async () => {
  const next = await openWatch(await aCluster(), { path: `${watching}&timeoutSeconds=0` });
  expect(await next()).toBeNull();
});

test('sends Tables to those who ask for them', async () => {
  const cluster = await aCluster();
  const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io';
  const next = await openWatch(cluster, { path: watching, accept });
  create(cluster, 'one');
  expect(await next()).toMatchObject({
    type: 'ADDED',
    object: { kind: 'Table', rows: [{ cells: ['one', '0s'] }] },
  });
});

test('breaks when the watches are cut', async () => {
  const cluster = await aCluster();
  const next = await openWatch(cluster, { path: watching });
  const { body } = await request(cluster, { path: '/local/watches' });
  expect(body).toEqual({ count: 1 });
  const end = next();
  await request(cluster, { method: 'DELETE', path: '/local/watches' });
  await expect(end).rejects.toThrow();
});

test('shows the projects that the user may get', async () => {
  const cluster = await aCluster();
  grant(cluster.store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  const path = '/apis/project.openshift.io/v1/projects?watch=true';
  const next = await openWatch(cluster, { as: 'viewer', path });
  expect(await next()).toMatchObject({
    type: 'ADDED',
    object: { kind: 'Project', metadata: { name: 'shop' } },
  });
});
test('a watch that asks for bookmarks gets one a minute', async () => {
  const cluster = await aCluster();
  const { store, clock, authorizer } = cluster;
  const { admission, registry } = store;
  const log = new EventLog(store, 10);
  const context = { store, clock, admission, registry, authorizer, log, pager: new Pager() };
  const frames: string[] = [];
  jest.useFakeTimers();
  const stop = watch({
    context,
    target: { definition: resources.pods, served: true, rest: '' },
    request: {
      method: 'GET',
      path: '',
      query: new URLSearchParams('allowWatchBookmarks=true'),
      headers: {},
      user: people.admin,
      body: '',
    },
  }).start({ send: (frame) => frames.push(frame), end: () => frames.push('end') });
  jest.advanceTimersByTime(61_000);
  const metadata = { resourceVersion: String(store.resourceVersion) };
  expect(frames.map((frame) => JSON.parse(frame) as unknown)).toEqual([
    { type: 'BOOKMARK', object: { apiVersion: 'v1', kind: 'Pod', metadata } },
  ]);
  stop();
  jest.advanceTimersByTime(3_600_000);
  expect(frames).toHaveLength(1);
  jest.useRealTimers();
});
