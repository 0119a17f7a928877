import { aCluster, closeClusters, request, type Call } from '../testing';

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

const json = 'application/json-patch+json';
const merge = 'application/merge-patch+json';
const strategic = 'application/strategic-merge-patch+json';

interface Case extends Call {
  code: number;
  reply: object;
}

test.each<[string, Case]>([
  [
    'JSON patch',
    {
      path: `${runs}/run`,
      contentType: json,
      body: [
        { op: 'test', path: '/spec/params/0/value', value: 'b' },
        { op: 'replace', path: '/spec/params/0/value', value: 'c' },
        { op: 'add', path: '/metadata/labels', value: { 'example.com/a': 'b' } },
      ],
      code: 200,
      reply: {
        metadata: { generation: 2, labels: { 'example.com/a': 'b' } },
        spec: { params: [{ name: 'a', value: 'c' }] },
      },
    },
  ],
  [
    'JSON patch whose test fails',
    {
      path: `${runs}/run`,
      contentType: json,
      body: [{ op: 'test', path: '/spec/params/0/value', value: 'x' }],
      code: 422,
      reply: { reason: 'Invalid' },
    },
  ],
  [
    'JSON patch of a path that is not there',
    {
      path: `${runs}/run`,
      contentType: json,
      body: [{ op: 'add', path: '/metadata/annotations/a', value: 'b' }],
      code: 422,
      reply: { reason: 'Invalid' },
    },
  ],
  [
    'merge patch, where null removes',
    {
      path: `${core}/one`,
      contentType: merge,
      body: { data: { key: null, other: 'x' } },
      code: 200,
      reply: { data: { other: 'x' } },
    },
  ],
  [
    'merge patch with a stale version',
    {
      path: `${core}/one`,
      contentType: merge,
      body: { metadata: { resourceVersion: '1' } },
      code: 409,
      reply: { reason: 'Conflict' },
    },
  ],
  [
    'strategic patch of a custom resource',
    {
      path: `${runs}/run`,
      contentType: strategic,
      body: {},
      code: 415,
      reply: {
        message:
          'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json',
      },
    },
  ],
  [
    'strategic patch of a built-in kind',
    {
      path: `${core}/one`,
      contentType: strategic,
      body: { data: { more: 'x' } },
      code: 200,
      reply: { data: { key: 'value', more: 'x' } },
    },
  ],
  [
    'patch of the status',
    {
      path: `${runs}/run/status`,
      contentType: merge,
      body: { spec: {}, status: { startTime: '2026-01-01T00:00:00Z' } },
      code: 200,
      reply: { spec: oneRun.spec, status: { startTime: '2026-01-01T00:00:00Z' } },
    },
  ],
])('%s', async (_, { code, reply, ...call }) => {
  const answer = await request(await aFilledCluster(), { ...call, method: 'PATCH' });
  expect(answer.body).toMatchObject(reply);
  expect(answer.code).toBe(code);
});

test('a RoleBinding keeps its Role, whatever else of it changes', async () => {
  const cluster = await aCluster();
  const path = '/apis/rbac.authorization.k8s.io/v1/namespaces/shop/rolebindings';
  const apiGroup = 'rbac.authorization.k8s.io';
  const body = {
    metadata: { name: 'readers' },
    subjects: [{ kind: 'User', name: 'ada', apiGroup }],
    roleRef: { apiGroup, kind: 'ClusterRole', name: 'view' },
  };
  await request(cluster, { method: 'POST', path, body });
  const patch = (change: object) =>
    request(cluster, {
      method: 'PATCH',
      path: `${path}/readers`,
      contentType: merge,
      body: change,
    });
  expect((await patch({ subjects: [] })).code).toBe(200);
  const refused = await patch({ roleRef: { name: 'edit' } });
  expect(refused.code).toBe(422);
  expect(JSON.stringify(refused)).toContain('cannot change roleRef');
});
