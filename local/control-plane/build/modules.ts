import { spawnSync } from 'node:child_process';

/** What a Go command prints. @throws Error with its words where it fails */
const go = (args: readonly string[], folder: string): string => {
  const { stdout, stderr, status, error } = spawnSync('go', args, {
    cwd: folder,
    encoding: 'utf8',
  });
  if (error !== undefined || status !== 0)
    throw new Error(`go ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout.trim();
};

/**
 * The folder of a module in Go's module cache, at the version that is pinned. What was never
 * downloaded has no folder there, and `go list` does not download it.
 * @param pinnedIn the folder of the go.mod that pins it
 * @throws Error with Go's words where it cannot be had
 */
export const moduleFolder = (module: string, pinnedIn: string): string => {
  go(['mod', 'download', module], pinnedIn);
  return go(['list', '-m', '-f', '{{.Dir}}', module], pinnedIn);
};
