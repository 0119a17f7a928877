/** A violated rule and the field that violates it (knative.dev/pkg apis/field_error.go FieldError). */
export interface WebhookFieldError {
  message: string;
  path: string;
  details?: string;
}

export const missingField = (path: string): WebhookFieldError => ({
  message: 'missing field(s)',
  path,
});

export const missingOneOf = (...paths: string[]): WebhookFieldError => ({
  message: 'expected exactly one, got neither',
  path: paths.join(', '),
});

export const multipleOneOf = (...paths: string[]): WebhookFieldError => ({
  message: 'expected exactly one, got both',
  path: paths.join(', '),
});

export const invalidField = (value: string, path: string, details?: string): WebhookFieldError => ({
  message: `invalid value: ${value}`,
  path,
  ...(details === undefined ? {} : { details }),
});

/** All errors as the one message that the webhook answers: one line for each rule, with its fields. */
export const messageOfErrors = (errors: readonly WebhookFieldError[]): string => {
  const byRule = new Map<string, { message: string; details?: string; paths: Set<string> }>();
  for (const { message, path, details } of errors) {
    const key = `${message}\n${details ?? ''}`;
    const rule = byRule.get(key) ?? { message, details, paths: new Set<string>() };
    path.split(', ').forEach((one) => rule.paths.add(one));
    byRule.set(key, rule);
  }
  return [...byRule.keys()]
    .sort()
    .flatMap((key) => {
      const rule = byRule.get(key);
      return rule === undefined ? [] : [rule];
    })
    .map(({ message, details, paths }) => {
      const line = `${message}: ${[...paths].sort().join(', ')}`;
      return details === undefined ? line : `${line}\n${details}`;
    })
    .join('\n');
};
