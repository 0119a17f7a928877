const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * Whether `found` holds everything that `wanted` says. Fields that only `found` has do not count:
 * API servers and webhooks add defaults. Lists must have the same length and order.
 */
export const covers = (found: unknown, wanted: unknown): boolean => {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((item, index) => covers(found[index], item))
    );
  }
  if (!isObject(wanted)) return found === wanted;
  if (!isObject(found) || Array.isArray(found)) return false;
  const fields = new Map<string, unknown>(Object.entries(found));
  return Object.entries(wanted).every(([key, value]) => covers(fields.get(key), value));
};
