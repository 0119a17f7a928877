import type { K8sObject } from '../../../src/k8s/resource';
import type { ResourceDefinition } from '../resource-definition';
import { resources } from '../resources';
import { aStore } from '../testing';
import { startRoleAggregation } from './aggregation';
import { Authorizer } from './authorizer';
import { bootstrapRoles, grant } from './bootstrap';
import { checkEscalation } from './escalation';
import type { BindingObject, RuleObject } from './objects';
import { people, serviceAccountUser, type User } from './user';

/** Everyone holds the role of their name in `shop`; nobody holds none. */
const anAuthorizedCluster = () => {
  const store = aStore();
  bootstrapRoles(store);
  startRoleAggregation({ store });
  grant(store, { user: 'namespace-admin', clusterRole: 'admin', namespace: 'shop' });
  grant(store, { user: 'editor', clusterRole: 'edit', namespace: 'shop' });
  grant(store, { user: 'viewer', clusterRole: 'view', namespace: 'shop' });
  return { store, authorizer: new Authorizer(store) };
};

const apiGroup = 'rbac.authorization.k8s.io';

const everyone = ['admin', 'namespace-admin', 'editor', 'viewer', 'nobody'];

test.each([
  { may: 'list tekton.dev pipelineruns', upTo: 'viewer' },
  { may: 'create tekton.dev pipelineruns', upTo: 'editor' },
  { may: 'create triggers.tekton.dev triggertemplates', upTo: 'editor' },
  { may: 'watch triggers.tekton.dev triggers', upTo: 'viewer' },
  { may: 'create sources.knative.dev apiserversources', upTo: 'editor' },
  { may: 'list image.openshift.io imagestreams', upTo: 'viewer' },
  { may: 'create image.openshift.io imagestreammappings', upTo: 'editor' },
  { may: 'create networking.k8s.io networkpolicies', upTo: 'editor' },
  { may: 'create  serviceaccounts', upTo: 'editor' },
  { may: 'get  secrets', upTo: 'editor' },
  { may: 'create rbac.authorization.k8s.io roles', upTo: 'namespace-admin' },
  { may: 'create rbac.authorization.k8s.io rolebindings', upTo: 'namespace-admin' },
  { may: 'create rbac.authorization.k8s.io clusterrolebindings', upTo: 'admin' },
  { may: 'get rbac.authorization.k8s.io clusterroles', upTo: 'nobody' },
  { may: 'list image.openshift.io images', upTo: 'admin' },
])('$may in shop: everyone up to $upTo', ({ may, upTo }) => {
  const { authorizer } = anAuthorizedCluster();
  const [verb = '', group = '', resource = ''] = may.split(' ');
  const mayThose = Object.values(people)
    .filter((user) => authorizer.allows(user, { verb, group, resource, namespace: 'shop' }))
    .map(({ name }) => name);
  expect(mayThose).toEqual(everyone.slice(0, everyone.indexOf(upTo) + 1));
});

test('a role in one namespace says nothing of another, nor of the cluster', () => {
  const { authorizer } = anAuthorizedCluster();
  const attributes = { verb: 'list', group: 'tekton.dev', resource: 'pipelines' };
  const allowedIn = (namespace: string) =>
    authorizer.allows(people.editor, { ...attributes, namespace });
  expect(['shop', 'other', ''].map(allowedIn)).toEqual([true, false, false]);
});

/** A ServiceAccount with these rules in `shop`. */
const withRules = (rules: RuleObject[], roleRef = 'listener') => {
  const { store, authorizer } = anAuthorizedCluster();
  store.create(resources.roles, { metadata: { name: 'listener', namespace: 'shop' }, rules });
  store.create(resources.roleBindings, {
    metadata: { name: 'listener', namespace: 'shop' },
    roleRef: { apiGroup, kind: 'Role', name: roleRef },
    subjects: [{ kind: 'ServiceAccount', name: 'listener' }],
  });
  return { authorizer, user: serviceAccountUser('shop', 'listener') };
};

test.each<{ what: string; rule?: Partial<RuleObject>; asked: object; allowed: boolean }>([
  { what: 'its name', rule: { resourceNames: ['a'] }, asked: { name: 'a' }, allowed: true },
  { what: 'another name', rule: { resourceNames: ['a'] }, asked: { name: 'b' }, allowed: false },
  { what: 'a name, for a list', rule: { resourceNames: ['a'] }, asked: {}, allowed: false },
  { what: 'any verb', rule: { verbs: ['*'] }, asked: { verb: 'delete' }, allowed: true },
  { what: 'any group', rule: { apiGroups: ['*'] }, asked: { group: 'apps' }, allowed: true },
  { what: 'any kind', rule: { resources: ['*'] }, asked: { resource: 'nodes' }, allowed: true },
  { what: 'no subresource', asked: { subresource: 'status' }, allowed: false },
  {
    what: 'its subresource',
    rule: { resources: ['pods/status'] },
    asked: { subresource: 'status' },
    allowed: true,
  },
  {
    what: 'the subresource of any kind',
    rule: { resources: ['*/status'] },
    asked: { subresource: 'status' },
    allowed: true,
  },
])('a rule for $what', ({ rule, asked, allowed }) => {
  const whole = { apiGroups: [''], resources: ['pods'], verbs: ['get'], ...rule };
  const { authorizer, user } = withRules([whole]);
  const attributes = { verb: 'get', group: '', resource: 'pods', namespace: 'shop', ...asked };
  expect(authorizer.allows(user, attributes)).toBe(allowed);
});

test('a refusal names the user, the verb, the kind and the place, and a bound role that is missing', () => {
  const { authorizer } = anAuthorizedCluster();
  const definition = resources.imageStreams;
  const require = (user: User, request: object) => () =>
    authorizer.require(user, { definition, verb: 'create', ...request });
  expect(require(people.viewer, { namespace: 'shop' })).toThrow(
    'imagestreams.image.openshift.io is forbidden: User "viewer" cannot create resource "imagestreams" in API group "image.openshift.io" in the namespace "shop"',
  );
  expect(require(people.viewer, { verb: 'get', name: 'web', subresource: 'layers' })).toThrow(
    'imagestreams.image.openshift.io "web" is forbidden: User "viewer" cannot get resource "imagestreams/layers" in API group "image.openshift.io" at the cluster scope',
  );
  const { authorizer: broken, user } = withRules([], 'absent');
  expect(() => broken.require(user, { definition, verb: 'list', namespace: 'shop' })).toThrow(
    /in the namespace "shop": RBAC: role\.rbac\.authorization\.k8s\.io "absent" not found$/,
  );
});

test('a ClusterRole is made of the ones with its label, also of later ones', () => {
  const { store, authorizer } = anAuthorizedCluster();
  const attributes = { verb: 'get', group: 'example.com', resource: 'things', namespace: 'shop' };
  expect(authorizer.allows(people['namespace-admin'], attributes)).toBe(false);
  store.create(resources.clusterRoles, {
    metadata: { name: 'more', labels: { [`${apiGroup}/aggregate-to-view`]: 'true' } },
    rules: [{ apiGroups: ['example.com'], resources: ['things'], verbs: ['get'] }],
  });
  expect(authorizer.allows(people['namespace-admin'], attributes)).toBe(true);
});

describe('escalation', () => {
  interface Write {
    definition: ResourceDefinition;
    object: K8sObject;
  }
  const roleOf = (...rules: RuleObject[]) => ({
    definition: resources.roles,
    object: { metadata: { name: 'r', namespace: 'shop' }, rules },
  });
  const bindingTo = (kind: string, name: string) => {
    const object: BindingObject = {
      metadata: { name: 'b', namespace: 'shop' },
      roleRef: { apiGroup, kind, name },
      subjects: [],
    };
    return { definition: resources.roleBindings, object };
  };
  const secrets = { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'escalate'] };
  const streams = {
    apiGroups: ['image.openshift.io'],
    resources: ['imagestreams'],
    verbs: ['get'],
  };

  const admin = people['namespace-admin'];

  test.each<{ what: string; user: User; write: Write; problem?: string }>([
    { what: 'a role with rights that it holds', user: admin, write: roleOf(streams) },
    { what: 'a role with more', user: admin, write: roleOf(secrets), problem: 'attempting' },
    { what: 'any role', user: people.admin, write: roleOf(secrets) },
    { what: 'a binding to what it holds', user: admin, write: bindingTo('ClusterRole', 'edit') },
    {
      what: 'a binding to more',
      user: admin,
      write: bindingTo('ClusterRole', 'cluster-admin'),
      problem: 'attempting to grant',
    },
    {
      what: 'a binding to nothing',
      user: admin,
      write: bindingTo('Role', 'absent'),
      problem: 'not found',
    },
    {
      what: 'a kind that grants nothing',
      user: people.nobody,
      write: { definition: resources.pods, object: {} },
    },
  ])('writing $what as $user.name', ({ user, write, problem }) => {
    const { authorizer } = anAuthorizedCluster();
    const check = () => checkEscalation(authorizer, { ...write, user });
    if (problem === undefined) {
      expect(check).not.toThrow();
    } else {
      expect(check).toThrow(problem);
    }
  });

  test('names exactly the rights that are missing', () => {
    const { authorizer } = anAuthorizedCluster();
    const write = { ...roleOf(streams, secrets), user: people['namespace-admin'] };
    expect(() => checkEscalation(authorizer, write)).toThrow(
      'roles.rbac.authorization.k8s.io "r" is forbidden: user "namespace-admin" (groups=["system:authenticated"]) is attempting to grant RBAC permissions not currently held:\n{APIGroups:[""], Resources:["secrets"], Verbs:["escalate"]}',
    );
  });

  test('an update that leaves the rules alone is free', () => {
    const { authorizer } = anAuthorizedCluster();
    const { definition, object } = roleOf(secrets);
    const write = { definition, object, existing: object, user: people['namespace-admin'] };
    expect(() => checkEscalation(authorizer, write)).not.toThrow();
  });
});
