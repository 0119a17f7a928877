import { useState } from 'react';
import { problemOf } from '../../domain/problem';
import type { Problem } from '../../domain/problem';

/** Something that a dialog tries, as often as the user wants. */
export interface Attempt {
  readonly busy: boolean;
  /** Why the last time did not succeed. */
  readonly problem: Problem | undefined;
  readonly run: () => void;
}

/** Runs `action` when asked to, and `done` after it has succeeded. */
export const useAttempt = (action: () => Promise<unknown>, done: () => void): Attempt => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const attempt = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await action();
      done();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return { busy, problem, run: () => void attempt() };
};
