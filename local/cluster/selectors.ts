import { allOf, labelRequirements, type LabelMatcher } from '../../src/k8s/label-selector';
import { badRequest } from './api-error';

const { In, NotIn, Exists, DoesNotExist } = labelRequirements;

const requirement = (text: string): LabelMatcher => {
  const set = /^(\S+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    const [, key = '', operator, list = ''] = set;
    const values = list.split(',').map((value) => value.trim());
    return operator === 'in' ? In(key, values) : NotIn(key, values);
  }
  const equality = /^([^\s!=]+)\s*(==|=|!=)\s*([^\s!=]*)$/.exec(text);
  if (equality) {
    const [, key = '', operator, value = ''] = equality;
    return operator === '!=' ? NotIn(key, [value]) : In(key, [value]);
  }
  const presence = /^(!?)\s*([^\s!=(),]+)$/.exec(text);
  if (presence) {
    const [, negation, key = ''] = presence;
    return negation === '!' ? DoesNotExist(key, []) : Exists(key, []);
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
