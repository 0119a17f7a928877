import type { LabelSelector } from '../../src/k8s/network-policy';
import { badRequest } from './api-error';

type Labels = Readonly<Record<string, string>>;

/** Whether an object with these labels is selected. */
export type LabelMatcher = (labels: Labels) => boolean;

const isIn =
  (key: string, values: readonly string[]): LabelMatcher =>
  (labels) =>
    labels[key] !== undefined && values.includes(labels[key]);

const isNotIn =
  (key: string, values: readonly string[]): LabelMatcher =>
  (labels) =>
    labels[key] === undefined || !values.includes(labels[key]);

const exists =
  (key: string): LabelMatcher =>
  (labels) =>
    labels[key] !== undefined;

const allOf =
  (matchers: readonly LabelMatcher[]): LabelMatcher =>
  (labels) =>
    matchers.every((matches) => matches(labels));

const requirement = (text: string): LabelMatcher => {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return operator === 'in' ? isIn(key, values) : isNotIn(key, values);
  }
  const equality = /^([^\s!=]+)\s*(==|=|!=)\s*([^\s!=]*)$/.exec(text);
  if (equality) {
    const [, key = '', operator, value = ''] = equality;
    return operator === '!=' ? isNotIn(key, [value]) : isIn(key, [value]);
  }
  const presence = /^(!?)\s*([^\s!=(),]+)$/.exec(text);
  if (presence) {
    const [, negation, key = ''] = presence;
    return negation === '!' ? (labels) => labels[key] === undefined : exists(key);
  }
  throw badRequest(`unable to parse requirement: found '${text}', expected: a label selector`);
};

/**
 * Reads the `labelSelector` of a request: `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
 *
 * @throws ApiError BadRequest for what is none
 */
export const parseLabelSelector = (text: string): LabelMatcher =>
  text.trim() === ''
    ? () => true
    : allOf(text.split(/,(?![^(]*\))/).map((part) => requirement(part.trim())));

/** Reads a metav1.LabelSelector, the form that selectors have inside objects. */
export const matcherOf = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): LabelMatcher =>
  allOf([
    ...Object.entries(matchLabels).map(([key, value]) => isIn(key, [value])),
    ...matchExpressions.map(({ key, operator, values = [] }): LabelMatcher => {
      switch (operator) {
        case 'In':
          return isIn(key, values);
        case 'NotIn':
          return isNotIn(key, values);
        case 'Exists':
          return exists(key);
        case 'DoesNotExist':
          return (labels) => labels[key] === undefined;
      }
    }),
  ]);

/**
 * Reads the `fieldSelector` of a request, as far as every kind supports it.
 *
 * @throws ApiError BadRequest for any other field or for an inequality
 */
export const parseFieldSelector = (text: string): { name?: string; namespace?: string } => {
  const fields: { name?: string; namespace?: string } = {};
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [, field = part, value = ''] =
      /^(metadata\.(?:name|namespace))==?([^!=]+)$/.exec(part) ?? [];
    if (field === 'metadata.name') {
      fields.name = value;
    } else if (field === 'metadata.namespace') {
      fields.namespace = value;
    } else {
      throw badRequest(`field label not supported: ${part.replace(/[!=].*$/, '')}`);
    }
  }
  return fields;
};
