import { randomInt } from 'node:crypto';
import type { K8sObject, ObjectMeta } from '../../src/k8s/resource';
import { invalidValue, requiredValue, type FieldError } from './api-error';
import { fieldOf } from './object';
import type { ResourceDefinition } from './resource-definition';

/** What the writer of an object decides of its metadata; all else is the API server's. */
export type WrittenMeta = Pick<ObjectMeta, 'labels' | 'annotations' | 'ownerReferences'> & {
  finalizers?: string[];
};

const finalizersIn = (meta: ObjectMeta): string[] => {
  const finalizers = fieldOf(meta, 'finalizers');
  return Array.isArray(finalizers) ? finalizers.filter((one) => typeof one === 'string') : [];
};

/** The writer's part of the metadata, without empty fields, as the real server encodes it. */
export const writtenMetaOf = ({ metadata = {} }: K8sObject): WrittenMeta => {
  const { labels, annotations, ownerReferences } = metadata;
  const finalizers = finalizersIn(metadata);
  return {
    ...(Object.keys(labels ?? {}).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations ?? {}).length === 0 ? {} : { annotations }),
    ...((ownerReferences ?? []).length === 0 ? {} : { ownerReferences }),
    ...(finalizers.length === 0 ? {} : { finalizers }),
  };
};

const suffixCharacters = 'bcdfghjklmnpqrstvwxz2456789';
const longestBase = 58;

/** A name that starts as asked and ends at random (apiserver pkg/storage/names generate.go). */
export const generatedName = (base: string): string => {
  const suffix = Array.from({ length: 5 }, () =>
    suffixCharacters.charAt(randomInt(suffixCharacters.length)),
  );
  return base.slice(0, longestBase) + suffix.join('');
};

const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomainRule =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const labelRule =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

const matchesWhole = (pattern: string, text: string): boolean =>
  new RegExp(`^(?:${pattern})$`).test(text);

/** Kinds whose names are only kept out of trouble in URLs (ValidatePathSegmentName). */
const pathSegmentGroups = ['rbac.authorization.k8s.io', 'image.openshift.io', 'user.openshift.io'];

const nameProblem = ({ kind }: ResourceDefinition, name: string): string | undefined => {
  if (pathSegmentGroups.includes(kind.apiGroup ?? '')) {
    return /[/%]|^\.\.?$/.test(name) ? "may not contain '/' or '%', or be '.' or '..'" : undefined;
  }
  if (kind.kind === 'Namespace' || kind.kind === 'Service') {
    if (name.length > 63) {
      return 'must be no more than 63 bytes';
    }
    return matchesWhole(dnsLabel, name) ? undefined : labelRule;
  }
  if (name.length > 253) {
    return 'must be no more than 253 bytes';
  }
  return matchesWhole(`${dnsLabel}(\\.${dnsLabel})*`, name) ? undefined : subdomainRule;
};

const qualifiedNameRule =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const labelValueRule =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const word = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';

const keyErrors = (field: string, keys: readonly string[]): FieldError[] =>
  keys
    .filter((key) => {
      const [name = '', prefix] = key.split('/').reverse();
      const prefixed = prefix === undefined || matchesWhole(`${dnsLabel}(\\.${dnsLabel})*`, prefix);
      return !prefixed || name.length > 63 || !matchesWhole(word, name);
    })
    .map((key) => invalidValue(field, key, qualifiedNameRule));

const labelErrors = (labels: Readonly<Record<string, string>>): FieldError[] => [
  ...keyErrors('metadata.labels', Object.keys(labels)),
  ...Object.values(labels).flatMap((value) => [
    ...(value.length > 63
      ? [invalidValue('metadata.labels', value, 'must be no more than 63 bytes')]
      : []),
    ...(matchesWhole(`(${word})?`, value)
      ? []
      : [invalidValue('metadata.labels', value, labelValueRule)]),
  ]),
];

/**
 * What is wrong with the metadata of an object that is about to be written
 * (apimachinery pkg/api/validation objectmeta.go).
 */
export const metadataErrors = (
  definition: ResourceDefinition,
  { metadata = {} }: K8sObject,
): FieldError[] => {
  const { name = '', labels, annotations } = metadata;
  if (name === '') {
    return [requiredValue('metadata.name', 'name or generateName is required')];
  }
  const problem = nameProblem(definition, name);
  return [
    ...(problem === undefined ? [] : [invalidValue('metadata.name', name, problem)]),
    ...labelErrors(labels ?? {}),
    ...keyErrors('metadata.annotations', Object.keys(annotations ?? {})),
  ];
};
