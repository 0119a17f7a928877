import { grant } from '../rbac/bootstrap';
import { resources } from '../resources';
import { aCluster, closeClusters, request } from '../testing';

afterEach(closeClusters);

const runs = '/apis/tekton.dev/v1/namespaces/shop/pipelineruns';
const tableType = 'application/json;as=Table;v=v1;g=meta.k8s.io';
const metadataType = 'application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io';

/** Runs a to e in `shop`, of which b has succeeded and every other is labelled; z in `other`. */
const aClusterWithRuns = async () => {
  const cluster = await aCluster();
  const { store } = cluster;
  ['e', 'd', 'c', 'b', 'a'].forEach((name, index) => {
    const labels = { parity: index % 2 === 0 ? 'even' : 'odd' };
    store.create(resources.pipelineRuns, { metadata: { name, namespace: 'shop', labels } });
  });
  store.create(resources.pipelineRuns, { metadata: { name: 'z', namespace: 'other' } });
  store.updateStatus(resources.pipelineRuns, {
    ...store.get(resources.pipelineRuns, { name: 'b', namespace: 'shop' }),
    status: {
      startTime: new Date(Date.now() - 301_000).toISOString(),
      conditions: [{ type: 'Succeeded', status: 'True', reason: 'Completed' }],
    },
  });
  return cluster;
};

interface List {
  kind: string;
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: { apiVersion?: string; kind?: string; metadata: { name: string } }[];
  rows: { cells: unknown[]; object?: { kind: string; metadata: { labels?: object } } }[];
  columnDefinitions: { name: string; type: string }[];
}

const aList = (body: unknown) => body as List;
const namesIn = (body: unknown) => aList(body).items.map(({ metadata }) => metadata.name);

test.each([
  ['', ['a', 'b', 'c', 'd', 'e']],
  ['?labelSelector=parity%3Deven', ['a', 'c', 'e']],
  ['?labelSelector=parity%20notin%20(even)', ['b', 'd']],
  ['?fieldSelector=metadata.name%3Dc', ['c']],
  ['?fieldSelector=metadata.name%3Dc,metadata.namespace%3Dother', []],
  ['?resourceVersion=0&limit=2', ['a', 'b', 'c', 'd', 'e']],
])('list %s', async (query, names) => {
  const { body } = await request(await aClusterWithRuns(), { path: `${runs}${query}` });
  expect(namesIn(body)).toEqual(names);
});

test('a list over all namespaces is sorted by namespace and name', async () => {
  const { body } = await request(await aClusterWithRuns(), {
    path: '/apis/tekton.dev/v1/pipelineruns',
  });
  expect(namesIn(body)).toEqual(['z', 'a', 'b', 'c', 'd', 'e']);
});

test.each([
  ['?labelSelector=a%20b', 400, 'BadRequest'],
  ['?fieldSelector=spec.x%3D1', 400, 'BadRequest'],
  ['?resourceVersion=x', 400, 'BadRequest'],
  ['?limit=x', 400, 'BadRequest'],
  ['/%zz', 400, 'BadRequest'],
  ['?resourceVersion=99999999999999', 504, 'Timeout'],
  ['?limit=2&continue=x', 410, 'Expired'],
])('list %s fails with %d', async (query, code, reason) => {
  const { body } = await request(await aClusterWithRuns(), { path: `${runs}${query}` });
  expect(body).toMatchObject({ kind: 'Status', code, reason });
});

test('items of built-in kinds carry no type, custom resources do', async () => {
  const cluster = await aClusterWithRuns();
  const namespaces = await request(cluster, { path: '/api/v1/namespaces' });
  const pipelineRuns = await request(cluster, { path: runs });
  expect(aList(namespaces.body).items[0]).not.toHaveProperty('kind');
  expect(aList(pipelineRuns.body).items[0]).toMatchObject({
    apiVersion: 'tekton.dev/v1',
    kind: 'PipelineRun',
  });
});

test('pages show the cluster as it was for the first of them', async () => {
  const cluster = await aClusterWithRuns();
  const first = await request(cluster, { path: `${runs}?limit=2` });
  const { metadata } = aList(first.body);
  expect(namesIn(first.body)).toEqual(['a', 'b']);
  expect(metadata.remainingItemCount).toBe(3);

  cluster.store.remove(resources.pipelineRuns, { name: 'd', namespace: 'shop' });
  const next = await request(cluster, { path: `${runs}?limit=2&continue=${metadata.continue}` });
  expect(namesIn(next.body)).toEqual(['c', 'd']);
  expect(aList(next.body).metadata.resourceVersion).toBe(metadata.resourceVersion);

  const token = aList(next.body).metadata.continue;
  const last = await request(cluster, { path: `${runs}?limit=2&continue=${token}` });
  expect(namesIn(last.body)).toEqual(['e']);
  expect(aList(last.body).metadata.continue).toBeUndefined();
});

test('a continue token expires with the history', async () => {
  const cluster = await aClusterWithRuns();
  const first = await request(cluster, { path: `${runs}?limit=2` });
  await request(cluster, { method: 'DELETE', path: '/local/history' });
  const token = aList(first.body).metadata.continue;
  const { body } = await request(cluster, { path: `${runs}?limit=2&continue=${token}` });
  expect(body).toMatchObject({ code: 410, reason: 'Expired' });
});

test('a Table has the columns of the kind; its dates are ages', async () => {
  const { body } = await request(await aClusterWithRuns(), { path: runs, accept: tableType });
  const { kind, columnDefinitions, rows, metadata } = aList(body);
  expect(kind).toBe('Table');
  expect(metadata.resourceVersion).toMatch(/^\d+$/);
  expect(columnDefinitions.map(({ name, type }) => [name, type])).toEqual([
    ['Name', 'string'],
    ['Succeeded', 'string'],
    ['Reason', 'string'],
    ['StartTime', 'date'],
    ['CompletionTime', 'date'],
  ]);
  expect(rows[0]?.cells).toEqual(['a', null, null, null, null]);
  expect(rows[1]?.cells).toEqual(['b', 'True', 'Completed', '5m1s', null]);
  expect(rows[0]?.object).toMatchObject({
    kind: 'PartialObjectMetadata',
    metadata: { name: 'a', labels: { parity: 'even' } },
  });
});

test.each([
  ['None', undefined],
  ['Metadata', 'PartialObjectMetadata'],
  ['Object', 'PipelineRun'],
])('a Table with includeObject=%s', async (includeObject, kind) => {
  const path = `${runs}?includeObject=${includeObject}`;
  const { body } = await request(await aClusterWithRuns(), { path, accept: tableType });
  expect(aList(body).rows[0]?.object?.kind).toBe(kind);
});

test('PartialObjectMetadata leaves out all but the metadata', async () => {
  const cluster = await aClusterWithRuns();
  const { body } = await request(cluster, { path: runs, accept: metadataType });
  expect(body).toMatchObject({ kind: 'PartialObjectMetadataList', apiVersion: 'meta.k8s.io/v1' });
  expect(Object.keys(aList(body).items[1] ?? {})).toEqual(['kind', 'apiVersion', 'metadata']);
});

test('a form that is not served is not acceptable', async () => {
  const { code } = await request(await aClusterWithRuns(), { path: runs, accept: 'text/html' });
  expect(code).toBe(406);
});

test('a user lists the projects that it may get, and not the namespaces', async () => {
  const cluster = await aCluster();
  grant(cluster.store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  const list = (as: string, path: string) => request(cluster, { as, path });
  const projects = '/apis/project.openshift.io/v1/projects';

  expect(namesIn((await list('viewer', projects)).body)).toEqual(['shop']);
  expect(namesIn((await list('nobody', projects)).body)).toEqual([]);
  expect(namesIn((await list('admin', projects)).body)).toEqual(['other', 'shop']);
  expect((await list('viewer', `${projects}/shop`)).body).toMatchObject({ kind: 'Project' });
  expect((await list('viewer', `${projects}/other`)).code).toBe(403);
  expect((await list('viewer', '/api/v1/namespaces')).code).toBe(403);
  expect((await list('viewer', '/api/v1/namespaces/shop')).code).toBe(200);
});
