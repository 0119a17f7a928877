import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const folders = {
  kubernetes: join(__dirname, '..'),
  openshift: join(__dirname, '../openshift'),
} as const;

/**
 * The folder of a module in Go's module cache, at the version that is pinned.
 * @param pinnedBy which of our go.mod files pins it
 * @throws Error with Go's words where it cannot be had
 */
export const moduleFolder = (module: string, pinnedBy: keyof typeof folders): string => {
  const cwd = folders[pinnedBy];
  const { stdout, stderr, status, error } = spawnSync(
    'go',
    ['list', '-m', '-f', '{{.Dir}}', module],
    { cwd, encoding: 'utf8' },
  );
  const folder = stdout.trim();
  if (error !== undefined || status !== 0 || folder === '')
    throw new Error(`Go has no module ${module}: ${error?.message ?? stderr}`);
  return folder;
};
