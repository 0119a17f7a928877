import fc from 'fast-check';
import type { DeclaredKey, DraftParam, ObjectKey, TextSource } from '../domain/draft';
import { pushFieldKeys } from '../domain/push-fields';
import type { ParamSpec } from '../k8s/pipeline';
import { literal, text, textWithFields } from './draft-texts';

const texts: fc.Arbitrary<TextSource> = fc.oneof(
  fc.constantFrom(...pushFieldKeys).map((field) => ({ from: 'push' as const, field })),
  fc.oneof(literal, textWithFields).map((value) => ({ from: 'literal' as const, value })),
);

const textParams: fc.Arbitrary<DraftParam> = fc
  .record({
    name: text,
    type: fc.constantFrom('string' as const, 'array' as const),
    hasDefault: fc.boolean(),
    source: fc.oneof(texts, fc.constant({ from: 'default' as const })),
    choices: fc.array(text, { maxLength: 2 }),
  })
  .map(({ choices, ...param }) =>
    param.type === 'string' && choices.length > 0 ? { ...param, choices } : param,
  );

/** As Tekton takes them (tektoncd/pipeline pkg/apis/pipeline/v1/task_validation.go, ValidateNameFormat). */
const keyNames = fc.stringMatching(/^[_a-zA-Z][-\w]{0,6}$/);

const keys: fc.Arbitrary<ObjectKey[]> = fc.uniqueArray(
  fc.record({
    name: keyNames,
    source: fc.oneof(texts, fc.constant<TextSource>({ from: 'literal', value: '' })),
  }),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
);

/** Objects with keys that the Pipeline declares and others, and with some that nobody has filled. */
const objectParams: fc.Arbitrary<DraftParam> = fc
  .record({
    name: text,
    hasDefault: fc.boolean(),
    keys,
    declared: fc.uniqueArray(fc.record({ name: keyNames, hasDefault: fc.boolean() }), {
      maxLength: 2,
      selector: ({ name }) => name,
    }),
    isDefault: fc.boolean(),
  })
  .map(({ name, hasDefault, keys, declared, isDefault }) => {
    const filled = keys.slice(1).map((key) => ({ name: key.name, hasDefault: true }));
    const others = declared.filter((one) => keys.every((key) => key.name !== one.name));
    const properties: DeclaredKey[] = [...filled, ...others].map((one) => ({
      name: one.name,
      hasDefault: hasDefault && one.hasDefault,
    }));
    const source = isDefault ? { from: 'default' as const } : { from: 'object' as const, keys };
    return { name, type: 'object' as const, hasDefault, properties, source };
  });

/** Rows of parameters that the form can hold, whether or not the Pipeline can run with them. */
export const params: fc.Arbitrary<DraftParam[]> = fc.uniqueArray(
  fc.oneof({ arbitrary: textParams, weight: 2 }, objectParams),
  { maxLength: 3, selector: ({ name }) => name },
);

/** The declaration of the parameter of a row. */
export const specOf = ({ name, type, hasDefault, properties, choices }: DraftParam): ParamSpec => {
  const given = properties?.filter((key) => key.hasDefault).map((key) => [key.name, ''] as const);
  return {
    name,
    type,
    ...(hasDefault && { default: given ? Object.fromEntries(given) : '' }),
    ...(properties && {
      properties: Object.fromEntries(
        properties.map((key) => [key.name, { type: 'string' }] as const),
      ),
    }),
    ...(choices && { enum: [...choices] }),
  };
};
