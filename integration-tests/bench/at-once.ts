const most = 16;

/** Does something for each item, a few at a time. */
export const forEachOf = async <T>(
  items: Iterable<T>,
  action: (item: T) => Promise<unknown>,
): Promise<void> => {
  const queue = items[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await action(next.value);
  };
  await Promise.all(Array.from({ length: most }, work));
};
