/**
 * Computes something of an object once, and forgets it with the object. Only for what is computed of
 * the object alone, and of objects that are never changed: a watched one that changes is a new one.
 */
export const perObject = <Key extends object, Value>(
  compute: (object: Key) => Value,
): ((object: Key) => Value) => {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (object) => {
    const found = known.get(object);
    if (found) return found.value;
    const value = compute(object);
    known.set(object, { value });
    return value;
  };
};
