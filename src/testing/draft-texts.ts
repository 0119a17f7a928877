import fc from 'fast-check';
import { hasOtherPlaceholder, pushFieldKeys } from '../domain/push-fields';

/** Any text that is not empty. */
export const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });

/** What the form takes; with more lines than one it is shown as it is written. */
export const literal = text.filter((value) => !value.includes('$(') && !/^\n|\n\n|\n$/.test(value));

/** A text around a field of the push: by itself, the field is a source of its own. */
export const textWithFields = fc
  .tuple(literal, fc.constantFrom(...pushFieldKeys), literal)
  .map(([before, field, after]) => `${before}$(${field})${after}`)
  .filter((value) => !hasOtherPlaceholder(value) && !/^\n|\n\n|\n$/.test(value));

/** Any text of a field that takes no placeholders, or nothing. */
export const plain = fc.oneof(fc.constant(''), literal);

/** A legal name of a label or an annotation. */
export const markName = fc.stringMatching(
  /^([a-z]{1,3}\.[a-z]{1,3}\/)?[a-zA-Z]([-\w.]{0,8}[a-z0-9])?$/,
);

/** A legal value of a label. */
export const markValue = fc.stringMatching(/^([a-zA-Z0-9]([-\w.]{0,8}[a-z0-9])?)?$/);
