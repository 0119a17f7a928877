import { allOf, labelRequirements } from '../k8s/label-selector';
import type { LabelMatcher } from '../k8s/label-selector';
import { isLabelName, isLabelValue } from './run-metadata';

/** What a text asks of labels, or the part of it that asks for nothing that can be. */
export type LabelQuery = { readonly matches: LabelMatcher } | { readonly illegal: string };

/** `key`, `!key`, `key=value`, `key==value` or `key!=value`; a value may be empty. */
const form = /^(!?)([^\s=!]+)(?:\s*(!=|==?)\s*(\S*))?$/;

const requirementOf = (part: string): LabelMatcher | undefined => {
  const [whole, not, name = '', operator, value = ''] = form.exec(part) ?? [];
  if (whole === undefined || !isLabelName(name) || !isLabelValue(value)) return undefined;
  if (operator === undefined)
    return labelRequirements[not === '' ? 'Exists' : 'DoesNotExist'](name, []);
  if (not !== '') return undefined;
  return labelRequirements[operator === '!=' ? 'NotIn' : 'In'](name, [value]);
};

/**
 * Reads what one asks of labels, as `kubectl get -l` takes it without its sets: parts with commas
 * between, which must all hold. An empty part asks for nothing, as while the next one is typed.
 */
export const parseLabelQuery = (text: string): LabelQuery => {
  const matchers: LabelMatcher[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const requirement = requirementOf(part);
    if (!requirement) return { illegal: part };
    matchers.push(requirement);
  }
  return { matches: allOf(matchers) };
};
