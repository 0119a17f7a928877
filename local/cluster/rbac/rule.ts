import type { K8sObject } from '../../../src/k8s/resource';
import { fieldOf, isRecord } from '../object';

/** rbac.authorization.k8s.io PolicyRule, with every list present. */
export interface Rule {
  readonly verbs: readonly string[];
  readonly apiGroups: readonly string[];
  /** With their subresources, such as `pods/log`. */
  readonly resources: readonly string[];
  /** Empty for any name. */
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
}

/** A request for a resource, as the authorizer sees it (authorization.k8s.io ResourceAttributes). */
export interface ResourceAttributes {
  readonly verb: string;
  readonly group: string;
  readonly resource: string;
  readonly subresource?: string;
  /** Empty or absent at the cluster scope. */
  readonly namespace?: string;
  readonly name?: string;
}

/** A request for a path that is no resource, such as `/version`. */
export interface PathAttributes {
  readonly verb: string;
  readonly path: string;
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const ruleOf = (value: unknown): Rule => {
  const fields = isRecord(value) ? value : {};
  return {
    verbs: textsIn(fields.verbs),
    apiGroups: textsIn(fields.apiGroups),
    resources: textsIn(fields.resources),
    resourceNames: textsIn(fields.resourceNames),
    nonResourceURLs: textsIn(fields.nonResourceURLs),
  };
};

/** The rules of a Role or a ClusterRole. */
export const rulesOf = (role: K8sObject): Rule[] => {
  const rules = fieldOf(role, 'rules');
  return Array.isArray(rules) ? rules.map(ruleOf) : [];
};

/** What system:masters may do: everything. */
export const everything: readonly Rule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'], resourceNames: [], nonResourceURLs: [] },
  { verbs: ['*'], apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: ['*'] },
];

const has = (list: readonly string[], wanted: string): boolean =>
  list.includes('*') || list.includes(wanted);

const hasResource = (
  { resources }: Rule,
  { resource, subresource }: ResourceAttributes,
): boolean =>
  subresource === undefined
    ? has(resources, resource)
    : has(resources, `${resource}/${subresource}`) || resources.includes(`*/${subresource}`);

/** Whether a rule allows a request (component-helpers rbac/v1 RuleAllows). */
export const allowsResource = (rule: Rule, attributes: ResourceAttributes): boolean =>
  has(rule.verbs, attributes.verb) &&
  has(rule.apiGroups, attributes.group) &&
  hasResource(rule, attributes) &&
  (rule.resourceNames.length === 0 || rule.resourceNames.includes(attributes.name ?? ''));

export const allowsPath = (
  { verbs, nonResourceURLs }: Rule,
  { verb, path }: PathAttributes,
): boolean =>
  has(verbs, verb) &&
  nonResourceURLs.some(
    (url) => url === path || (url.endsWith('*') && path.startsWith(url.slice(0, -1))),
  );
