/** One of many that are worked through. Its promises never reject. */
export interface Turn {
  /** Resolves when the next one may begin; at once where it is absent. */
  readonly begun?: Promise<unknown>;
  /** Resolves when it is over, and its place is free. */
  readonly over: Promise<unknown>;
}

export interface Turns {
  /** How many may be under way at once; at least 1. */
  readonly atOnce: number;
  /** Whether the user has left: then no further one begins. */
  readonly isLeft: () => boolean;
}

/**
 * Works through many in the order in which they are given, some at once. It resolves when all are
 * over that have begun.
 */
export const someAtOnce = async <T>(
  items: readonly T[],
  { atOnce, isLeft }: Turns,
  begin: (item: T, index: number) => Turn,
): Promise<void> => {
  const unfinished = new Set<Promise<void>>();
  for (const [index, item] of items.entries()) {
    while (unfinished.size >= atOnce && !isLeft()) await Promise.race(unfinished);
    if (isLeft()) break;
    const { begun, over } = begin(item, index);
    const ended: Promise<void> = over.then(() => {
      unfinished.delete(ended);
    });
    unfinished.add(ended);
    await begun;
  }
  await Promise.all(unfinished);
};
