/** Things by something that they have in common, each group in their order; those without it are left out. */
export const groupBy = <Thing, Key>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key | undefined,
): Map<Key, Thing[]> => {
  const groups = new Map<Key, Thing[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
};
