/** How many checks of a stage passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

export const addCounts = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
});

const number = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? 0);

/** What a stage prints about its checks. */
export type CountsReader = (output: string, succeeded: boolean) => Counts;

/** A stage that is one check. */
export const asOneCheck: CountsReader = (_, succeeded) =>
  succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** Never lets a stage that failed look as if all had passed, or as if there had been no check. */
const honest = (counts: Counts, succeeded: boolean): Counts => {
  if (!succeeded) return { ...counts, failed: Math.max(1, counts.failed) };
  return counts.passed + counts.failed === 0 ? { passed: 0, failed: 1 } : counts;
};

/** Our own programs: a last line `N passed, N failed`. */
export const fromClosingLine: CountsReader = (output, succeeded) => {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  const [, passed = '0', failed = '0'] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [];
  return honest({ passed: Number(passed), failed: Number(failed) }, succeeded);
};

/** Jest: a line `Tests: 1 failed, 20 passed, 21 total`. */
export const fromJest: CountsReader = (output, succeeded) => {
  const line = /^Tests:.*$/m.exec(output)?.[0] ?? '';
  const counts = { passed: number(line, /(\d+) passed/), failed: number(line, /(\d+) failed/) };
  return honest(counts, succeeded);
};

/** Playwright's list reporter: lines `  20 passed (1m)` and `  1 failed`. */
export const fromPlaywright: CountsReader = (output, succeeded) =>
  honest(
    {
      passed: number(output, /^\s+(\d+) passed/m),
      failed: number(output, /^\s+(\d+) failed/m) + number(output, /^\s+(\d+) flaky/m),
    },
    succeeded,
  );
