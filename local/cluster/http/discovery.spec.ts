import { aCluster, closeClusters, request } from '../testing';

afterEach(closeClusters);

const aggregated = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

const listWith = (...entries: object[]): unknown =>
  expect.arrayContaining(entries.map((entry): unknown => expect.objectContaining(entry)));

interface Discovery {
  kind: string;
  items: {
    metadata: { name?: string };
    versions: {
      version: string;
      resources: {
        resource: string;
        scope: string;
        verbs: string[];
        responseKind: object;
        subresources?: { subresource: string }[];
      }[];
    }[];
  }[];
}

const discover = async (path: string) => {
  const { body, headers } = await request(await aCluster(), { path, accept: aggregated });
  return { ...(body as unknown as Discovery), contentType: headers.get('content-type') };
};

test('aggregated discovery lists every group with its versions, the preferred one first', async () => {
  const { kind, items, contentType } = await discover('/apis');
  expect(kind).toBe('APIGroupDiscoveryList');
  expect(contentType).toBe(aggregated);
  const triggers = items.find(({ metadata }) => metadata.name === 'triggers.tekton.dev');
  expect(triggers?.versions.map(({ version }) => version)).toEqual(['v1beta1', 'v1alpha1']);
});

test.each([
  ['/apis', 'pipelineruns', { group: 'tekton.dev', version: 'v1', kind: 'PipelineRun' }],
  ['/api', 'pods', { group: '', version: 'v1', kind: 'Pod' }],
  // What the aggregation layer passes on has neither group nor version.
  ['/apis', 'imagestreams', { group: '', version: '', kind: 'ImageStream' }],
])('aggregated discovery at %s: %s', async (path, plural, responseKind) => {
  const { items } = await discover(path);
  const found = items
    .flatMap(({ versions }) => versions.flatMap(({ resources }) => resources))
    .find(({ resource }) => resource === plural);
  expect(found).toMatchObject({ responseKind, scope: 'Namespaced' });
  expect(found?.verbs).toContain('watch');
  expect(found?.subresources?.[0]).toMatchObject({ subresource: 'status' });
});

test.each([
  ['/api', { kind: 'APIVersions', versions: ['v1'] }],
  ['/apis', { kind: 'APIGroupList' }],
  [
    '/apis/triggers.tekton.dev',
    { kind: 'APIGroup', preferredVersion: { groupVersion: 'triggers.tekton.dev/v1beta1' } },
  ],
  [
    '/apis/tekton.dev/v1',
    {
      kind: 'APIResourceList',
      groupVersion: 'tekton.dev/v1',
      resources: listWith(
        { name: 'pipelines', kind: 'Pipeline', namespaced: true },
        { name: 'pipelines/status' },
      ),
    },
  ],
  [
    '/api/v1',
    {
      groupVersion: 'v1',
      resources: listWith({ name: 'namespaces', namespaced: false }),
    },
  ],
  ['/version', { major: '1' }],
  ['/openapi/v2', { swagger: '2.0' }],
])('%s', async (path, reply) => {
  expect((await request(await aCluster(), { path })).body).toMatchObject(reply);
});

test.each([
  ['/healthz', 200, 'ok'],
  ['/readyz', 200, 'ok'],
  ['/apis/tekton.dev/v9', 404, '404 page not found\n'],
  ['/unknown', 404, '404 page not found\n'],
])('%s answers %d in plain text', async (path, code, text) => {
  const { url } = await aCluster();
  const headers = { Authorization: 'Bearer admin-token' };
  const response = await fetch(`${url}${path}`, { headers });
  expect([response.status, await response.text()]).toEqual([code, text]);
});
