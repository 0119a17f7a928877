/** What is computed when it is asked for, and then once. */
export const once = <T>(compute: () => T): (() => T) => {
  let known: { readonly value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
};
