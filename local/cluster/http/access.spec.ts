import { grant } from '../rbac/bootstrap';
import type { LocalCluster } from '../cluster';
import { resources } from '../resources';
import { aCluster, closeClusters, containing, request } from '../testing';

afterEach(closeClusters);

const runs = '/apis/tekton.dev/v1/namespaces/shop/pipelineruns';
const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/shop';

/** A cluster with an admin, an editor and a viewer of `shop`. */
const aSharedCluster = async (): Promise<LocalCluster> => {
  const cluster = await aCluster();
  const { store } = cluster;
  grant(store, { user: 'namespace-admin', clusterRole: 'admin', namespace: 'shop' });
  grant(store, { user: 'editor', clusterRole: 'edit', namespace: 'shop' });
  grant(store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  return cluster;
};

const role = (verb: string) => ({
  metadata: { name: 'reader' },
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: [verb] }],
});

test('what a user may not do is refused before anything is looked at', async () => {
  const cluster = await aSharedCluster();
  const answer = await request(cluster, { as: 'viewer', method: 'POST', path: runs, body: [] });
  expect(answer.body).toMatchObject({
    code: 403,
    reason: 'Forbidden',
    message:
      'pipelineruns.tekton.dev is forbidden: User "viewer" cannot create resource "pipelineruns" in API group "tekton.dev" in the namespace "shop"',
    details: { group: 'tekton.dev', kind: 'pipelineruns' },
  });
});

test.each([
  { as: 'viewer', verb: 'get', code: 403 },
  { as: 'editor', verb: 'get', code: 403 },
  { as: 'namespace-admin', verb: 'get', code: 201 },
  { as: 'namespace-admin', verb: 'escalate', code: 403 },
  { as: 'admin', verb: 'escalate', code: 201 },
])('$as creates a Role with the verb $verb: $code', async ({ as, verb, code }) => {
  const call = { as, method: 'POST', path: `${rbac}/roles`, body: role(verb) };
  expect((await request(await aSharedCluster(), call)).code).toBe(code);
});

test('a patch cannot add rights to a Role either', async () => {
  const cluster = await aSharedCluster();
  await request(cluster, { method: 'POST', path: `${rbac}/roles`, body: role('get') });
  const { body } = await request(cluster, {
    as: 'namespace-admin',
    method: 'PATCH',
    path: `${rbac}/roles/reader`,
    contentType: 'application/merge-patch+json',
    body: role('escalate'),
  });
  expect(body).toMatchObject({ code: 403, message: containing('not currently held') });
});

test.each([
  { as: 'editor', blockOwnerDeletion: undefined, code: 201 },
  { as: 'editor', blockOwnerDeletion: true, code: 403 },
  { as: 'admin', blockOwnerDeletion: true, code: 201 },
])('$as owns with blockOwnerDeletion $blockOwnerDeletion: $code', async (given) => {
  const cluster = await aSharedCluster();
  const owner = cluster.store.create(resources.triggers, {
    metadata: { name: 'lane', namespace: 'shop' },
  });
  const { apiVersion, kind, metadata } = owner;
  const { as, blockOwnerDeletion, code } = given;
  const reference = { apiVersion, kind, name: metadata.name, uid: metadata.uid };
  const ownerReferences = [{ ...reference, blockOwnerDeletion }];
  const answer = await request(cluster, {
    as,
    method: 'POST',
    path: '/api/v1/namespaces/shop/configmaps',
    body: { metadata: { name: 'one', ownerReferences } },
  });
  expect(answer.code).toBe(code);
});
