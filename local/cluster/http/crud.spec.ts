import { resources } from '../resources';
import { aCluster, closeClusters, containing, request, type Call } from '../testing';

afterEach(closeClusters);

const core = '/api/v1/namespaces/shop/configmaps';
const runs = '/apis/tekton.dev/v1/namespaces/shop/pipelineruns';
const oneConfigMap = { metadata: { name: 'one' }, data: { key: 'value' } };
const oneRun = {
  apiVersion: 'tekton.dev/v1',
  kind: 'PipelineRun',
  metadata: { name: 'run', creationTimestamp: null },
  spec: { params: [{ name: 'a', value: 'b' }] },
};

/** A cluster with the ConfigMap `one` and the PipelineRun `run`. */
const aFilledCluster = async () => {
  const cluster = await aCluster();
  await request(cluster, { method: 'POST', path: core, body: oneConfigMap });
  await request(cluster, { method: 'POST', path: runs, body: oneRun });
  return cluster;
};

const merge = 'application/merge-patch+json';

interface Case extends Call {
  code: number;
  reply: object;
}

test.each<[string, Case]>([
  [
    'create',
    {
      method: 'POST',
      path: core,
      body: { metadata: { name: 'two', labels: {} } },
      code: 201,
      reply: { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'two', namespace: 'shop' } },
    },
  ],
  [
    'create with a taken name',
    {
      method: 'POST',
      path: core,
      body: oneConfigMap,
      code: 409,
      reply: { reason: 'AlreadyExists' },
    },
  ],
  [
    'create in another namespace than the URL',
    {
      method: 'POST',
      path: core,
      body: { metadata: { name: 'two', namespace: 'other' } },
      code: 400,
      reply: { message: containing('does not match the namespace sent') },
    },
  ],
  [
    'create of another kind than the URL',
    {
      method: 'POST',
      path: runs,
      body: { ...oneRun, kind: 'Pipeline' },
      code: 400,
      reply: { message: 'Pipeline in version "v1" cannot be handled as a PipelineRun' },
    },
  ],
  [
    'create of a custom resource without kind',
    {
      method: 'POST',
      path: runs,
      body: { metadata: { name: 'x' } },
      code: 400,
      reply: { message: containing("Object 'Kind' is missing in") },
    },
  ],
  [
    'create of a clone with its version',
    {
      method: 'POST',
      path: core,
      body: { metadata: { name: 'two', resourceVersion: '5' } },
      code: 500,
      reply: { message: 'resourceVersion should not be set on objects to be created' },
    },
  ],
  [
    'create of what is no object',
    { method: 'POST', path: core, body: [], code: 400, reply: { reason: 'BadRequest' } },
  ],
  [
    'create in a form that is no JSON',
    {
      method: 'POST',
      path: core,
      body: oneConfigMap,
      contentType: 'text/plain',
      code: 415,
      reply: { reason: 'UnsupportedMediaType' },
    },
  ],
  ['get', { path: `${runs}/run`, code: 200, reply: { kind: 'PipelineRun', spec: oneRun.spec } }],
  [
    'get of what is not there',
    {
      path: `${runs}/absent`,
      code: 404,
      reply: {
        kind: 'Status',
        status: 'Failure',
        reason: 'NotFound',
        message: 'pipelineruns.tekton.dev "absent" not found',
        details: { name: 'absent', group: 'tekton.dev', kind: 'pipelineruns' },
      },
    },
  ],
  [
    'update under another name',
    {
      method: 'PUT',
      path: `${core}/two`,
      body: oneConfigMap,
      code: 400,
      reply: { message: 'the name of the object (one) does not match the name on the URL (two)' },
    },
  ],
  [
    'update of a stale version',
    {
      method: 'PUT',
      path: `${core}/one`,
      body: { ...oneConfigMap, metadata: { name: 'one', resourceVersion: '1' } },
      code: 409,
      reply: { reason: 'Conflict' },
    },
  ],
  [
    'delete',
    {
      method: 'DELETE',
      path: `${runs}/run`,
      code: 200,
      reply: {
        kind: 'Status',
        status: 'Success',
        details: { name: 'run', group: 'tekton.dev', kind: 'pipelineruns' },
      },
    },
  ],
  [
    'delete of another uid',
    {
      method: 'DELETE',
      path: `${core}/one`,
      body: { preconditions: { uid: 'x' } },
      code: 409,
      reply: { message: containing('the UID in the precondition (x) does not match') },
    },
  ],
  [
    'delete with an unknown policy',
    { method: 'DELETE', path: `${core}/one?propagationPolicy=x`, code: 400, reply: {} },
  ],
  [
    'a method that the kind has not',
    {
      method: 'DELETE',
      path: '/apis/image.openshift.io/v1/namespaces/shop/imagestreammappings',
      code: 405,
      reply: { reason: 'MethodNotAllowed' },
    },
  ],
  [
    'a create without namespace',
    { method: 'POST', path: '/api/v1/pods', body: {}, code: 405, reply: {} },
  ],
  [
    'an unknown subresource',
    { path: `${runs}/run/logs`, code: 404, reply: { reason: 'NotFound' } },
  ],
])('%s', async (_, { code, reply, ...call }) => {
  const answer = await request(await aFilledCluster(), call);
  expect(answer.body).toMatchObject(reply);
  expect(answer.code).toBe(code);
});

test.each<Call>([
  { method: 'POST', path: `${core}?dryRun=All`, body: { metadata: { name: 'two' } } },
  {
    method: 'PUT',
    path: `${core}/one?dryRun=All`,
    body: { ...oneConfigMap, data: { key: 'new' } },
  },
  {
    method: 'PATCH',
    path: `${core}/one?dryRun=All`,
    contentType: merge,
    body: { data: { key: 'new' } },
  },
  { method: 'DELETE', path: `${core}/one`, body: { dryRun: ['All'] } },
])('a dry run answers and keeps nothing: $method', async (call) => {
  const cluster = await aFilledCluster();
  const before = JSON.stringify(cluster.store.list(resources.configMaps));
  const answer = await request(cluster, call);
  expect(answer.code).toBeLessThan(300);
  expect(JSON.stringify(cluster.store.list(resources.configMaps))).toBe(before);
});

test('a dry run of a create answers an identity, but no version', async () => {
  const call = { method: 'POST', path: `${core}?dryRun=All`, body: { metadata: { name: 'two' } } };
  const { metadata } = (await request(await aCluster(), call)).body;
  expect(metadata).toHaveProperty('uid');
  expect(metadata).not.toHaveProperty('resourceVersion');
});

test('a body above the limit of the API server is refused', async () => {
  const data = { key: 'x'.repeat(3 * 1024 * 1024) };
  const body = { metadata: { name: 'two' }, data };
  const answer = await request(await aCluster(), { method: 'POST', path: core, body });
  expect(answer.code).toBe(413);
});

test('deletecollection deletes what the selector selects', async () => {
  const cluster = await aFilledCluster();
  const body = { metadata: { name: 'two', labels: { a: 'b' } } };
  await request(cluster, { method: 'POST', path: core, body });
  await request(cluster, { method: 'DELETE', path: `${core}?labelSelector=a%3Db` });
  expect(cluster.store.list(resources.configMaps).map(({ metadata }) => metadata.name)).toEqual([
    'one',
  ]);
});
