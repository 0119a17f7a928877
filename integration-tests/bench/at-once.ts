const most = 16;

/** Does something for each item, a few at a time. */
export const forEachOf = async <T>(
  items: readonly T[],
  action: (item: T) => Promise<unknown>,
): Promise<void> => {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await action(item);
  };
  await Promise.all(Array.from({ length: most }, work));
};
