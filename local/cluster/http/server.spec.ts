import { request as httpRequest } from 'node:http';
import { grant } from '../rbac/bootstrap';
import { resources } from '../resources';
import { aCluster, closeClusters, request } from '../testing';

afterEach(closeClusters);

const namespaces = '/api/v1/namespaces';

/** The status code for a request with these headers, which fetch would not send. */
const codeFor = (url: string, headers: Record<string, string>): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    httpRequest(`${url}${namespaces}`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

const authorization = 'Bearer admin-token';

test.each([
  ['the admin', { authorization }, 200],
  ['an unknown token', { authorization: 'Bearer x' }, 401],
  ['no token', {}, 403],
  ['the name localhost', { authorization, host: 'localhost:8080' }, 200],
  ['a foreign host', { authorization, host: 'example.com' }, 421],
  ['a host that only starts like loopback', { authorization, host: '127.0.0.1.example.com' }, 421],
  ['a foreign origin', { authorization, origin: 'https://example.com' }, 403],
  ['a local origin', { authorization, origin: 'http://localhost:9000' }, 200],
  ['two local origins', { authorization, origin: 'http://127.0.0.1:9000, http://localhost' }, 200],
  ['a foreign one of two', { authorization, origin: 'http://localhost, https://example.com' }, 403],
])('%s', async (_, headers, code) => {
  const { url } = await aCluster();
  expect(await codeFor(url, headers)).toBe(code);
});

test('a default user sends the requests without a token', async () => {
  const { url } = await aCluster({ defaultUser: 'admin' });
  expect(await codeFor(url, {})).toBe(200);
  expect(await codeFor(url, { authorization: 'Bearer x' })).toBe(401);
});

test('malformed JSON is a bad request', async () => {
  const { url } = await aCluster();
  const response = await fetch(`${url}${namespaces}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"metadata":',
  });
  expect(await response.json()).toMatchObject({ kind: 'Status', code: 400, reason: 'BadRequest' });
});

test('a group that is absent is not served, not discovered and in no role', async () => {
  const cluster = await aCluster({ absentGroups: ['tekton.dev'] });
  grant(cluster.store, { user: 'editor', clusterRole: 'edit', namespace: 'shop' });
  const path = '/apis/tekton.dev/v1/namespaces/shop/pipelines';
  const get = (token: string) =>
    fetch(`${cluster.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const missing = await get('admin-token');
  expect(missing.status).toBe(404);
  expect(await missing.text()).toBe('404 page not found\n');
  expect((await get('editor-token')).status).toBe(403);
  expect((await request(cluster, { path: '/apis' })).body.groups).not.toContainEqual(
    expect.objectContaining({ name: 'tekton.dev' }),
  );
  const create = () =>
    cluster.store.create(resources.pipelines, { metadata: { name: 'a', namespace: 'shop' } });
  expect(create).toThrow('the server could not find the requested resource');
});

test.each([
  { verb: 'list', group: 'tekton.dev', resource: 'pipelineruns', allowed: true },
  { verb: 'create', group: 'tekton.dev', resource: 'pipelineruns', allowed: false },
  { verb: 'get', group: '', resource: 'secrets', allowed: false },
])('may the viewer $verb $resource? $allowed', async ({ allowed, ...attributes }) => {
  const cluster = await aCluster();
  grant(cluster.store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  const spec = { resourceAttributes: { namespace: 'shop', ...attributes } };
  const { code, body } = await request(cluster, {
    as: 'viewer',
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: { spec },
  });
  expect(code).toBe(201);
  expect(body).toMatchObject({ kind: 'SelfSubjectAccessReview', spec, status: { allowed } });
});

const rulesWith = (rule: object): unknown =>
  expect.arrayContaining([expect.objectContaining(rule)]);

test('the other reviews answer about paths, rules, others and oneself', async () => {
  const cluster = await aCluster();
  grant(cluster.store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  const review = async (as: string, path: string, spec: object) =>
    (await request(cluster, { as, method: 'POST', path: `/apis/${path}`, body: { spec } })).body;

  const access = 'authorization.k8s.io/v1/selfsubjectaccessreviews';
  expect(
    await review('viewer', access, { nonResourceAttributes: { verb: 'get', path: '/version' } }),
  ).toMatchObject({ status: { allowed: true } });
  expect(await review('viewer', access, {})).toMatchObject({ code: 400 });
  expect(
    await review('viewer', 'authorization.k8s.io/v1/selfsubjectrulesreviews', {
      namespace: 'shop',
    }),
  ).toMatchObject({
    status: {
      incomplete: false,
      resourceRules: rulesWith({ apiGroups: ['triggers.tekton.dev'] }),
    },
  });
  const others = 'authorization.k8s.io/v1/subjectaccessreviews';
  const resourceAttributes = { namespace: 'shop', verb: 'get', group: '', resource: 'pods' };
  expect(await review('admin', others, { user: 'viewer', resourceAttributes })).toMatchObject({
    status: { allowed: true },
  });
  expect(await review('viewer', others, { user: 'admin', resourceAttributes })).toMatchObject({
    code: 403,
  });
  expect(await review('viewer', 'authentication.k8s.io/v1/selfsubjectreviews', {})).toMatchObject({
    metadata: { creationTimestamp: expect.stringMatching(/^\d{4}-.*Z$/) as string },
    status: { userInfo: { username: 'viewer' } },
  });
});

test('everyone learns who it is', async () => {
  const { body } = await request(await aCluster(), {
    as: 'nobody',
    path: '/apis/user.openshift.io/v1/users/~',
  });
  expect(body).toMatchObject({ kind: 'User', metadata: { name: 'nobody' } });
});

test('who asks for a project becomes its admin', async () => {
  const cluster = await aCluster();
  const post = (as: string, path: string, body: unknown) =>
    request(cluster, { as, method: 'POST', path, body });
  const { code } = await post('nobody', '/apis/project.openshift.io/v1/projectrequests', {
    metadata: { name: 'mine' },
  });
  expect(code).toBe(201);
  const created = await post('nobody', `${namespaces}/mine/configmaps`, {
    metadata: { name: 'one' },
  });
  expect(created.code).toBe(201);
});

test('closing breaks open connections and frees the port', async () => {
  const cluster = await aCluster();
  const response = await fetch(`${cluster.url}${namespaces}?watch=true`, {
    headers: { authorization },
  });
  await cluster.close();
  await expect(response.text()).rejects.toThrow();
  await expect(fetch(cluster.url)).rejects.toThrow('fetch failed');
});
