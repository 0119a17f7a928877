import type { K8sObject } from '../../../src/k8s/resource';
import { forbidden } from '../api-error';
import { fieldOf, isRecord } from '../object';
import { resources } from '../resources';
import type { ResourceDefinition } from '../resource-definition';
import type { Store } from '../store';
import {
  allowsPath,
  allowsResource,
  everything,
  rulesOf,
  type PathAttributes,
  type ResourceAttributes,
  type Rule,
} from './rule';
import { serviceAccountUser, type User } from './user';

/** What a binding points to. */
export interface RoleReference {
  readonly kind: string;
  readonly name: string;
}

/** The rules that apply to a user, and the bound roles that do not exist. */
export interface Grants {
  readonly rules: readonly Rule[];
  readonly missing: readonly string[];
}

/** A request for objects of a kind. */
export interface KindRequest {
  readonly definition: ResourceDefinition;
  readonly verb: string;
  readonly subresource?: string;
  readonly namespace?: string;
  readonly name?: string;
}

const isSubject = (subject: unknown, user: User, bindingNamespace: string): boolean => {
  if (!isRecord(subject) || typeof subject.name !== 'string') {
    return false;
  }
  switch (subject.kind) {
    case 'User':
      return subject.name === user.name;
    case 'Group':
      return user.groups.includes(subject.name);
    case 'ServiceAccount': {
      const { namespace } = subject;
      const home = typeof namespace === 'string' ? namespace : bindingNamespace;
      return serviceAccountUser(home, subject.name).name === user.name;
    }
    default:
      return false;
  }
};

const binds = (binding: K8sObject, user: User): boolean => {
  const subjects = fieldOf(binding, 'subjects');
  const namespace = binding.metadata?.namespace ?? '';
  return Array.isArray(subjects) && subjects.some((subject) => isSubject(subject, user, namespace));
};

/** The `roleRef` of a binding. */
export const roleReferenceOf = (binding: K8sObject): RoleReference => {
  const reference = fieldOf(binding, 'roleRef');
  const { kind, name } = isRecord(reference) ? reference : {};
  return {
    kind: typeof kind === 'string' ? kind : '',
    name: typeof name === 'string' ? name : '',
  };
};

/** `namespaces` and `projects` are authorized inside the namespace that they are. */
const scopeOf = ({ definition: { kind }, namespace = '', name = '' }: KindRequest): string =>
  kind.plural === 'namespaces' || kind.plural === 'projects' ? name : namespace;

/** The attributes of a request for objects of a kind. */
export const attributesOf = (request: KindRequest): ResourceAttributes => ({
  verb: request.verb,
  group: request.definition.kind.apiGroup ?? '',
  resource: request.definition.kind.plural,
  ...(request.subresource === undefined ? {} : { subresource: request.subresource }),
  namespace: scopeOf(request),
  ...(request.name === undefined ? {} : { name: request.name }),
});

/** Answers who may do what, from the Roles and bindings that are in the store. */
export class Authorizer {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The rules of a role, or undefined where it does not exist. */
  rulesOfRole({ kind, name }: RoleReference, namespace: string): Rule[] | undefined {
    const role =
      kind === 'ClusterRole'
        ? this.#store.find(resources.clusterRoles, { name })
        : this.#store.find(resources.roles, { name, namespace });
    return role && rulesOf(role);
  }

  /** What a user may do in a namespace, or at the cluster scope where it is empty. */
  grantsOf(user: User, namespace: string): Grants {
    if (user.groups.includes('system:masters')) {
      return { rules: everything, missing: [] };
    }
    const references = [
      ...this.#store.list(resources.clusterRoleBindings),
      ...(namespace === '' ? [] : this.#store.list(resources.roleBindings, { namespace })),
    ]
      .filter((binding) => binds(binding, user))
      .map(roleReferenceOf);
    return {
      rules: references.flatMap((reference) => this.rulesOfRole(reference, namespace) ?? []),
      missing: references
        .filter((reference) => this.rulesOfRole(reference, namespace) === undefined)
        .map(
          ({ kind, name }) =>
            `${kind.toLowerCase()}.rbac.authorization.k8s.io ${JSON.stringify(name)} not found`,
        ),
    };
  }

  allows(user: User, attributes: ResourceAttributes): boolean {
    return this.grantsOf(user, attributes.namespace ?? '').rules.some((rule) =>
      allowsResource(rule, attributes),
    );
  }

  allowsPath(user: User, attributes: PathAttributes): boolean {
    return this.grantsOf(user, '').rules.some((rule) => allowsPath(rule, attributes));
  }

  /** @throws ApiError Forbidden, in the words of kube-apiserver */
  require(user: User, request: KindRequest): void {
    const attributes = attributesOf(request);
    if (this.allows(user, attributes)) {
      return;
    }
    const { verb, group, resource, subresource, namespace = '' } = attributes;
    const full = subresource === undefined ? resource : `${resource}/${subresource}`;
    const scope = namespace === '' ? 'at the cluster scope' : `in the namespace "${namespace}"`;
    const { missing } = this.grantsOf(user, namespace);
    const listed = missing.length > 1 ? `[${missing.join(', ')}]` : missing.join('');
    const problems = listed === '' ? '' : `: RBAC: ${listed}`;
    throw forbidden(
      request.definition,
      request.name,
      `User "${user.name}" cannot ${verb} resource "${full}" in API group "${group}" ${scope}${problems}`,
    );
  }
}
