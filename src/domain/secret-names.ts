/** Whether a name says that what it names is a secret: such a value is never stored. */
export const speaksOfSecrets = (name: string): boolean =>
  /pass|secret|token|key|credential|auth/i.test(name);
