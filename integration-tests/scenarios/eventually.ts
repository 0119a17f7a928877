import { AssertionError } from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

const pollMs = 20;

/**
 * Looks again and again until what is asserted holds, and answers what the look answered. Past the
 * deadline it rejects with the last AssertionError; any other error ends it at once.
 */
export const eventually = async <T>(patienceMs: number, look: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof AssertionError) || Date.now() > deadline) throw error;
    }
    await setTimeout(pollMs);
  }
};
