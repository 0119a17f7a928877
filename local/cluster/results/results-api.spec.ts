import type { LocalCluster } from '../cluster';
import { grant } from '../rbac/bootstrap';
import { resources } from '../resources';
import { aCluster, closeClusters, request, settled } from '../testing';

afterEach(closeClusters);

const path = (parent: string, params: Readonly<Record<string, string>> = {}): string =>
  `/apis/results.tekton.dev/v1alpha2/parents/${parent}/results/-/records?${new URLSearchParams(params).toString()}`;

interface Page {
  readonly names: string[];
  readonly next: string;
}

const namesIn = (records: unknown): string[] =>
  (Array.isArray(records) ? records : []).map(({ data }: { data: { value: string } }) => {
    const object = JSON.parse(Buffer.from(data.value, 'base64').toString('utf8')) as {
      metadata: { name: string };
    };
    return object.metadata.name;
  });

const pageOf = async (
  cluster: LocalCluster,
  parent: string,
  params: Readonly<Record<string, string>> = {},
): Promise<Page> => {
  const { code, body } = await request(cluster, { path: path(parent, params) });
  expect(code).toBe(200);
  const { records, next_page_token: next } = body;
  return { names: namesIn(records), next: typeof next === 'string' ? next : '' };
};

/** A cluster in which so many runs were made in `shop`, the last one of another kind in `other`. */
const aClusterWithRuns = async (count: number): Promise<LocalCluster> => {
  const cluster = await aCluster({ results: true });
  for (let index = 0; index < count; index += 1)
    cluster.store.create(resources.pipelineRuns, {
      metadata: { name: `run-${index}`, namespace: 'shop', labels: { app: `app-${index % 2}` } },
    });
  cluster.store.create(resources.taskRuns, { metadata: { name: 'task', namespace: 'other' } });
  return cluster;
};

test('a run that was deleted stays, as it was last seen', async () => {
  const cluster = await aClusterWithRuns(1);
  cluster.store.remove(resources.pipelineRuns, { name: 'run-0', namespace: 'shop' });
  expect((await pageOf(cluster, 'shop')).names).toEqual(['run-0']);
});

test('runs come newest first, and those of all namespaces together', async () => {
  const cluster = await aClusterWithRuns(2);
  expect((await pageOf(cluster, '-')).names).toEqual(['task', 'run-1', 'run-0']);
});

test.each([
  ['data_type == "tekton.dev/v1.PipelineRun"', ['run-2', 'run-1', 'run-0']],
  ['data.metadata.labels["app"] == "app-0"', ['run-2', 'run-0']],
  ['data_type == "tekton.dev/v1.PipelineRun" && data.metadata.name == "run-1"', ['run-1']],
  ['data.metadata.labels["none"] == "x"', []],
])('a filter is CEL over the record: %s', async (filter, names) => {
  expect((await pageOf(await aClusterWithRuns(3), '-', { filter })).names).toEqual(names);
});

test('pages follow each other, and the last one says so', async () => {
  const cluster = await aClusterWithRuns(7);
  const first = await pageOf(cluster, 'shop', { page_size: '5' });
  expect(first.names).toEqual(['run-6', 'run-5', 'run-4', 'run-3', 'run-2']);
  const second = await pageOf(cluster, 'shop', { page_size: '5', page_token: first.next });
  expect(second).toEqual({ names: ['run-1', 'run-0'], next: '' });
});

test('an answer without records is an empty object', async () => {
  const cluster = await aClusterWithRuns(0);
  expect((await request(cluster, { path: path('shop') })).body).toEqual({});
});

test.each([
  ['a page that is too small', { page_size: '4' }],
  ['a filter that does not parse', { filter: 'data.' }],
  ['an order that it does not know', { order_by: 'name' }],
  ['the token of another filter', { page_token: 'e30' }],
])('%s is refused', async (_, params) => {
  const { code, body } = await request(await aClusterWithRuns(1), { path: path('shop', params) });
  expect(code).toBe(400);
  expect(body).toMatchObject({ code: 3, details: [] });
});

test('who may see the runs of a namespace may list its records, and is not known elsewhere', async () => {
  const cluster = await aClusterWithRuns(1);
  grant(cluster.store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  await settled();
  expect((await request(cluster, { as: 'viewer', path: path('shop') })).code).toBe(200);
  for (const parent of ['other', '-']) {
    const { code, body } = await request(cluster, { as: 'viewer', path: path(parent) });
    expect(code).toBe(401);
    expect(body).toEqual({ code: 16, message: 'permission denied', details: [] });
  }
});

test('without Tekton Results, nothing is there', async () => {
  const response = await fetch(`${(await aCluster()).url}${path('shop')}`, {
    headers: { Authorization: 'Bearer admin-token' },
  });
  expect(response.status).toBe(404);
});
