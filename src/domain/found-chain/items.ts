import type { LabelSelector } from '../../k8s/label-selector';

/*
 * Readers of objects that were made by hand. Tekton's kinds have no schema that keeps nulls and
 * values of other types out of them, whatever their types here say.
 */

/** The objects of a list. */
export const itemsOf = <T extends object>(
  items: readonly (T | null | undefined)[] | null | undefined,
): T[] =>
  Array.isArray(items)
    ? items.filter((item): item is T => typeof item === 'object' && item !== null)
    : [];

/** The texts of a list. */
export const textsOf = (items: readonly unknown[] | null | undefined): string[] =>
  Array.isArray(items) ? items.filter((item): item is string => typeof item === 'string') : [];

/** A text; empty for whatever is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A selector with what of it makes sense. */
export const selectorOf = (selector: LabelSelector): Required<LabelSelector> => ({
  matchLabels: { ...selector.matchLabels },
  matchExpressions: itemsOf(selector.matchExpressions).map(({ key, operator, values }) => ({
    key,
    operator,
    values: textsOf(values),
  })),
});
