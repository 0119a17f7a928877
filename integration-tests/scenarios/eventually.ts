import { AssertionError } from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

/** Between two looks: soon at first, then at leisure, for a look is many requests. */
const pollMs = { least: 20, most: 1000, factor: 1.3 };

/**
 * Looks again and again until what is asserted holds, and answers what the look answered. Past the
 * deadline it rejects with the last AssertionError; any other error ends it at once.
 */
export const eventually = async <T>(patienceMs: number, look: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + patienceMs;
  for (let pause = pollMs.least; ; pause = Math.min(pause * pollMs.factor, pollMs.most)) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof AssertionError) || Date.now() > deadline) throw error;
    }
    await setTimeout(pause);
  }
};
