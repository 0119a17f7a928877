import { fieldsOf } from './fields';

/** Whether a text, such as a name, speaks of a secret: a value of such a name is never stored. */
export const speaksOfSecrets = (text: string): boolean =>
  /pass|secret|token|key|credential|auth/i.test(text);

/** The same of what may be no name at all. */
export const isSecretName = (name: unknown): boolean =>
  typeof name === 'string' && speaksOfSecrets(name);

/** A part of what a run keeps without the values whose names speak of secrets. */
export const withoutSecrets = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  const fields = fieldsOf(value);
  return Object.fromEntries(
    Object.entries(fields).map(([key, inside]) => [
      key,
      key === 'value' && isSecretName(fields.name) ? '' : withoutSecrets(inside),
    ]),
  );
};
