import type { CelValue } from '@bufbuild/cel';
import { celEnv, isCelError } from '@bufbuild/cel';

const standard = celEnv().funcs;

const holds = (operator: '_==_' | '_<_', left: CelValue, right: CelValue): boolean => {
  const result = standard.find(operator)?.call(0, undefined, [left, right]);
  if (isCelError(result)) {
    throw result;
  }
  if (typeof result !== 'boolean') {
    throw new Error('list elements must be comparable');
  }
  return result;
};

export const equalValues = (left: CelValue, right: CelValue): boolean => holds('_==_', left, right);

/** CEL's order of two values of one type; throws for values that have none. */
export const compareValues = (left: CelValue, right: CelValue): number => {
  if (holds('_<_', left, right)) {
    return -1;
  }
  return holds('_<_', right, left) ? 1 : 0;
};
