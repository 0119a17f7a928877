import fc from 'fast-check';
import { propertySeed as seed } from '../../src/testing/property-seed';

/** What is generated in a run, and how many of it are looked at together. */
interface Generation {
  readonly count: number;
  readonly atOnce: number;
}

/**
 * Looks at each of many generated values.
 * @param look rejects with what does not hold of a value
 * @throws Error of the first value for which something does not hold, with the seed
 */
export const forGenerated = async <T>(
  values: fc.Arbitrary<T>,
  { count, atOnce }: Generation,
  look: (value: T) => Promise<void>,
): Promise<void> => {
  const waiting = fc.sample(values, { numRuns: count, seed });
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      try {
        await look(next);
      } catch (cause) {
        waiting.length = 0;
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`SEED=${seed}: ${fc.stringify(next)}\n${message}`, { cause });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
};
