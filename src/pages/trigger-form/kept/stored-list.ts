/** The entries of a list that was stored; undefined where one of them cannot be read. */
export const parseList = <T>(
  value: unknown,
  parse: (entry: unknown) => T | undefined,
): T[] | undefined => {
  if (!Array.isArray(value)) return undefined;
  const found = value.map(parse).filter((entry) => entry !== undefined);
  return found.length === value.length ? found : undefined;
};
