import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A go.mod that only pins, and what is built by it. */
export interface GoModule<Program extends string> {
  /** In the cache; what is built lies in a folder of this name and a hash. */
  readonly name: string;
  /** Of go.mod and go.sum. */
  readonly folder: string;
  /** Files beside go.mod and go.sum that decide what is built. */
  readonly sources?: readonly string[];
  /** Values of variables of Go packages, such as the version that a program says it is. */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Makes the go.mod to build with, where it is not the folder's own.
   * @param folder of the cache, for whatever it takes
   * @returns the path of a go.mod, with its go.sum beside it
   */
  readonly prepare?: (folder: string) => string;
  /** The package of each program. */
  readonly packages: Readonly<Record<Program, string>>;
}

/** Where programs are kept between runs: outside of the repository. */
export const cacheFolder = (): string =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'image-triggers');

const flagsOf = <Program extends string>({ variables = {} }: GoModule<Program>): string[] => {
  const values = Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`);
  return ['-trimpath', '-buildvcs=false', `-ldflags=${['-s -w', ...values].join(' ')}`];
};

/** Where a module's programs are: another folder for everything that decides what is built. */
const folderOf = <Program extends string>(module: GoModule<Program>): string => {
  const hash = createHash('sha256').update(flagsOf(module).join(' '));
  const files = ['go.mod', 'go.sum', ...(module.sources ?? [])];
  files.forEach((file) => hash.update(readFileSync(join(module.folder, file))));
  return join(cacheFolder(), `${module.name}-${hash.digest('hex').slice(0, 16)}`);
};

/** The path of a program, built or not. */
const programPath = <Program extends string>(module: GoModule<Program>, program: Program): string =>
  join(folderOf(module), program);

/** @throws Error where Go is missing */
export const checkGo = (): void => {
  if (spawnSync('go', ['version']).error !== undefined)
    throw new Error('Go is missing: install Go 1.26 or newer (go.dev/dl).');
};

const build = <Program extends string>(
  module: GoModule<Program>,
  program: Program,
  output: string,
): boolean => {
  const modfile = module.prepare && `-modfile=${module.prepare(folderOf(module))}`;
  const options = [...flagsOf(module), ...(modfile === undefined ? [] : [modfile])];
  const command = ['go', 'build', ...options, '-o', output, module.packages[program]];
  const env = { ...process.env, CGO_ENABLED: '0' };
  return spawnSync('nice', command, { cwd: module.folder, env, stdio: 'inherit' }).status === 0;
};

/**
 * Builds a program where it is not built yet, and answers its path.
 * @throws Error where Go is missing, or where it cannot build it
 */
export const builtProgram = <Program extends string>(
  module: GoModule<Program>,
  program: Program,
): string => {
  const path = programPath(module, program);
  if (existsSync(path)) return path;
  checkGo();
  console.log(`Building ${program}; the first time this takes some minutes.`);
  const startedAt = performance.now();
  mkdirSync(folderOf(module), { recursive: true });
  const unfinished = mkdtempSync(join(folderOf(module), 'building-'));
  try {
    const output = join(unfinished, program);
    if (!build(module, program, output)) throw new Error(`Go could not build ${program}.`);
    // Another run may have been faster; its program is the same.
    renameSync(output, path);
  } finally {
    rmSync(unfinished, { recursive: true });
  }
  console.log(`Built ${program} in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  return path;
};
