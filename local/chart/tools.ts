import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The programs that go.mod pins, by the name of what is built, and their packages. */
const packages = {
  helm: 'helm.sh/helm/v4/cmd/helm',
  kubectl: './kubectl',
} as const;

export type Tool = keyof typeof packages;

/** What decides what is built. */
const inputs = ['go.mod', 'go.sum', 'kubectl/main.go'];

/** Where tools are kept between runs: outside of the repository. */
export const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'image-triggers');

const toolFolder = (): string => {
  const hash = createHash('sha256');
  inputs.forEach((file) => hash.update(readFileSync(join(__dirname, file))));
  return join(cacheFolder(), `chart-${hash.digest('hex').slice(0, 16)}`);
};

/** @throws Error where Go is missing, or where it cannot build them */
const build = (folder: string): void => {
  if (spawnSync('go', ['version']).error !== undefined)
    throw new Error('Go is missing: install Go 1.26 or newer, which builds Helm (go.dev/dl).');
  console.log('Building Helm for the first time takes some minutes.');
  mkdirSync(cacheFolder(), { recursive: true });
  const unfinished = mkdtempSync(join(cacheFolder(), 'building-'));
  const flags = ['-trimpath', '-ldflags=-s -w', '-o', `${unfinished}/`];
  const { status } = spawnSync('nice', ['go', 'build', ...flags, ...Object.values(packages)], {
    cwd: __dirname,
    env: { ...process.env, CGO_ENABLED: '0' },
    stdio: 'inherit',
  });
  // Another run may have been faster; its tools are the same.
  if (status === 0 && !existsSync(folder)) renameSync(unfinished, folder);
  else rmSync(unfinished, { recursive: true });
  if (status !== 0) throw new Error(`Go could not build ${Object.keys(packages).join(' and ')}.`);
};

/**
 * The path of a tool, which is built where it is not yet.
 * @throws Error where Go is missing, or where it cannot build it
 */
export const pathOf = (tool: Tool): string => {
  const folder = toolFolder();
  if (!existsSync(folder)) build(folder);
  return join(folder, tool);
};
