import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When something below a path was last changed, in milliseconds; undefined where there is nothing. */
const lastChange = (path: string): number | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return found?.mtimeMs;
  const inside = readdirSync(path).map((name) => lastChange(join(path, name)) ?? 0);
  return Math.max(0, ...inside);
};

/** Whether an output is missing, or older than one of its sources (files or folders). */
export const isStale = (output: string, sources: readonly string[]): boolean => {
  const built = lastChange(output);
  return built === undefined || sources.some((source) => (lastChange(source) ?? 0) > built);
};
