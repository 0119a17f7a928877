import { isDeepStrictEqual } from 'node:util';
import type { K8sObject } from '../../../src/k8s/resource';
import { forbidden, notFound } from '../api-error';
import { fieldOf } from '../object';
import type { ResourceDefinition } from '../resource-definition';
import { resources } from '../resources';
import { roleReferenceOf, type Authorizer } from './authorizer';
import { allowsPath, allowsResource, rulesOf, type Rule } from './rule';
import type { User } from './user';

interface RoleWrite {
  readonly definition: ResourceDefinition;
  readonly object: K8sObject;
  /** What the object was before an update. */
  readonly existing?: K8sObject;
  readonly user: User;
}

const anyName: readonly string[] = [''];

/** What a rule grants and the owned rules do not, one rule a resource or path (rbac Covers). */
const missingRules = (rule: Rule, owned: readonly Rule[]): Rule[] => {
  const names = rule.resourceNames.length === 0 ? anyName : rule.resourceNames;
  const none: Rule = {
    verbs: [],
    apiGroups: [],
    resources: [],
    resourceNames: [],
    nonResourceURLs: [],
  };
  const forResource = (group: string, full: string, name: string): Rule => {
    const [resource = '', subresource] = full.split('/');
    const wanted = { group, resource, name, ...(subresource === undefined ? {} : { subresource }) };
    return {
      ...none,
      apiGroups: [group],
      resources: [full],
      resourceNames: name === '' ? [] : [name],
      verbs: rule.verbs.filter(
        (verb) => !owned.some((one) => allowsResource(one, { ...wanted, verb })),
      ),
    };
  };
  const forPath = (path: string): Rule => ({
    ...none,
    nonResourceURLs: [path],
    verbs: rule.verbs.filter((verb) => !owned.some((one) => allowsPath(one, { verb, path }))),
  });
  return [
    ...rule.apiGroups.flatMap((group) =>
      rule.resources.flatMap((full) => names.map((name) => forResource(group, full, name))),
    ),
    ...rule.nonResourceURLs.map(forPath),
  ].filter(({ verbs }) => verbs.length > 0);
};

const quoted = (values: readonly string[]): string =>
  `[${values.map((value) => JSON.stringify(value)).join(' ')}]`;

/** `{APIGroups:[""], Resources:["secrets"], Verbs:["get" "list"]}` (rbac/v1 CompactString). */
const textOf = (rule: Rule): string => {
  const parts = [
    { name: 'APIGroups', values: rule.apiGroups },
    { name: 'Resources', values: rule.resources },
    { name: 'NonResourceURLs', values: rule.nonResourceURLs },
    { name: 'ResourceNames', values: rule.resourceNames },
    { name: 'Verbs', values: rule.verbs },
  ];
  const texts = parts
    .filter(({ values }) => values.length > 0)
    .map(({ name, values }) => `${name}:${quoted(values)}`);
  return `{${texts.join(', ')}}`;
};

const isUnchanged = ({ object, existing }: RoleWrite, fields: readonly string[]): boolean =>
  existing !== undefined &&
  fields.every((field) => isDeepStrictEqual(fieldOf(object, field), fieldOf(existing, field)));

/** The rules that a write would hand out, or none where the user may hand out any. */
const grantedRules = (authorizer: Authorizer, write: RoleWrite): Rule[] => {
  const { definition, object, user } = write;
  const { name = '', namespace = '' } = object.metadata ?? {};
  const group = 'rbac.authorization.k8s.io';
  if (definition === resources.roles || definition === resources.clusterRoles) {
    const attributes = { verb: 'escalate', group, resource: definition.kind.plural, name };
    const free =
      isUnchanged(write, ['rules']) || authorizer.allows(user, { ...attributes, namespace });
    return free ? [] : rulesOf(object);
  }
  const reference = roleReferenceOf(object);
  const role = reference.kind === 'ClusterRole' ? resources.clusterRoles : resources.roles;
  const free =
    isUnchanged(write, ['subjects', 'roleRef']) ||
    authorizer.allows(user, {
      verb: 'bind',
      group,
      resource: role.kind.plural,
      namespace,
      name: reference.name,
    });
  if (free) {
    return [];
  }
  const rules = authorizer.rulesOfRole(reference, namespace);
  if (rules === undefined) {
    throw notFound(role, reference.name);
  }
  return rules;
};

const guarded: readonly ResourceDefinition[] = [
  resources.roles,
  resources.clusterRoles,
  resources.roleBindings,
  resources.clusterRoleBindings,
];

/**
 * Refuses that a user writes a role or a binding that grants more than the user has
 * (kubernetes pkg/registry/rbac ConfirmNoEscalation).
 *
 * @throws ApiError Forbidden, or NotFound of the role that a binding points to
 */
export const checkEscalation = (authorizer: Authorizer, write: RoleWrite): void => {
  const { definition, object, user } = write;
  if (!guarded.includes(definition)) {
    return;
  }
  const granted = grantedRules(authorizer, write);
  const owned = authorizer.grantsOf(user, object.metadata?.namespace ?? '').rules;
  const missing = granted.flatMap((rule) => missingRules(rule, owned)).map(textOf);
  if (missing.length > 0) {
    throw forbidden(
      definition,
      object.metadata?.name,
      `user "${user.name}" (groups=${quoted(user.groups)}) is attempting to grant RBAC permissions not currently held:\n${missing.sort().join('\n')}`,
    );
  }
};
