import { fieldsOf } from './fields';
import type { Fields } from './fields';
import { isLabelName, isLabelValue } from './run-metadata';

export const tolerationOperators = ['Equal', 'Exists'] as const;

/** The empty one stands for all of them. */
export const taintEffects = ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const;

/** Lets pods run where a taint keeps others away (kubernetes core/v1 Toleration). */
export interface Toleration {
  /** Empty for every taint, with `Exists`. */
  readonly key: string;
  readonly operator: (typeof tolerationOperators)[number];
  /** Empty with `Exists`. */
  readonly value: string;
  readonly effect: (typeof taintEffects)[number];
  /** How long a pod stays where a taint would drive it away; empty for always, and without `NoExecute`. */
  readonly seconds: string;
}

export const blankToleration: Toleration = {
  key: '',
  operator: 'Equal',
  value: '',
  effect: '',
  seconds: '',
};

/**
 * The field that is wrong (kubernetes pkg/apis/core/validation, ValidateTolerations); `nothing` for a
 * row that nobody has begun to fill.
 */
export const tolerationField = ({
  key,
  operator,
  value,
  effect,
  seconds,
}: Toleration): 'key' | 'value' | 'seconds' | 'nothing' | undefined => {
  const isBlank = [key, value, effect, seconds].every((text) => text === '');
  if (isBlank && operator === 'Equal') return 'nothing';
  if (key === '' ? operator === 'Equal' : !isLabelName(key)) return 'key';
  if (operator === 'Exists' ? value !== '' : !isLabelValue(value)) return 'value';
  const isTime = seconds === '' || (effect === 'NoExecute' && /^(?:0|[1-9]\d{0,9})$/.test(seconds));
  return isTime ? undefined : 'seconds';
};

/** A toleration as a manifest has it. */
export const tolerationManifest = ({
  key,
  operator,
  value,
  effect,
  seconds,
}: Toleration): Fields => ({
  ...(key !== '' && { key }),
  operator,
  ...(value !== '' && { value }),
  ...(effect !== '' && { effect }),
  ...(seconds !== '' && { tolerationSeconds: Number(seconds) }),
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads a toleration of a manifest; undefined where the form would write another one. */
export const readToleration = (found: unknown): Toleration | undefined => {
  const fields = fieldsOf(found);
  const operator = tolerationOperators.find((one) => one === fields.operator);
  const effect = taintEffects.find((one) => one === textOf(fields.effect));
  const { tolerationSeconds: time } = fields;
  if (operator === undefined || effect === undefined) return undefined;
  const toleration: Toleration = {
    key: textOf(fields.key),
    operator,
    value: textOf(fields.value),
    effect,
    seconds: typeof time === 'number' ? String(time) : '',
  };
  const again = tolerationManifest(toleration);
  const isSame =
    Object.keys(fields).every((field) => fields[field] === again[field]) &&
    tolerationField(toleration) === undefined;
  return isSame ? toleration : undefined;
};
