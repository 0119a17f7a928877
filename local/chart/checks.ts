/** Something that must hold; it fails by throwing. */
export interface Check {
  readonly name: string;
  readonly run: () => void | Promise<void>;
}

/**
 * Runs checks one after the other, prints a line for each and, last, `N passed, N failed`, and sets
 * the exit code.
 */
export const runChecks = async (checks: readonly Check[]): Promise<void> => {
  let failed = 0;
  for (const { name, run } of checks) {
    try {
      await run();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
};

/** Ends a program that could not run its checks at all, in the same words. */
export const reportNoChecks = (error: unknown): void => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
};
