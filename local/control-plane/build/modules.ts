import { spawnSync } from 'node:child_process';

/**
 * The folder of a module in Go's module cache, at the version that is pinned.
 * @param pinnedIn the folder of the go.mod that pins it
 * @throws Error with Go's words where it cannot be had
 */
export const moduleFolder = (module: string, pinnedIn: string): string => {
  const { stdout, stderr, status, error } = spawnSync(
    'go',
    ['list', '-m', '-f', '{{.Dir}}', module],
    { cwd: pinnedIn, encoding: 'utf8' },
  );
  const folder = stdout.trim();
  if (error !== undefined || status !== 0 || folder === '')
    throw new Error(`Go has no module ${module}: ${error?.message ?? stderr}`);
  return folder;
};
