import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from './cluster/object';
import { people, type PersonName } from './cluster/rbac/user';
import { isAlive } from './control-plane/process/is-alive';

/** A cluster behind a console host that `npm start` runs, and how to reach it. */
export interface RunningCluster {
  readonly name: 'control-plane' | 'embedded';
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The bearer token of each of the people. */
  readonly tokens: Readonly<Record<PersonName, string>>;
  /** The process that ends with it. */
  readonly pid: number;
}

/** Each console host leaves a file `PORT.json` there: two that run at once are no trouble. */
const stateFolder = join(__dirname, '../.build/running-clusters');

const fileOf = (port: number, folder: string): string => join(folder, `${port}.json`);

const isRunningCluster = (value: unknown): value is RunningCluster => {
  if (!isRecord(value)) return false;
  const { name, url, tokens, pid } = value;
  return (
    (name === 'control-plane' || name === 'embedded') &&
    typeof url === 'string' &&
    typeof pid === 'number' &&
    isRecord(tokens) &&
    Object.keys(people).every((person) => typeof tokens[person] === 'string')
  );
};

/**
 * Leaves word of a cluster that has started.
 * @param port of its console host
 */
export const writeRunningCluster = (
  port: number,
  cluster: RunningCluster,
  folder = stateFolder,
): void => {
  mkdirSync(folder, { recursive: true });
  const text = `${JSON.stringify(cluster, null, 2)}\n`;
  writeFileSync(fileOf(port, folder), text, { mode: 0o600 });
};

/** Takes the word back when the cluster stops. */
export const removeRunningCluster = (port: number, folder = stateFolder): void => {
  rmSync(fileOf(port, folder), { force: true });
};

/** The cluster behind the console host of a port, or undefined. */
export const readRunningCluster = (
  port: number,
  folder = stateFolder,
): RunningCluster | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(port, folder), 'utf8'));
    // One that was killed could not take its word back.
    return isRunningCluster(value) && isAlive(value.pid) ? value : undefined;
  } catch {
    // Neither a missing nor a half-written file is the word of a running cluster.
    return undefined;
  }
};

/** Of the clusters that run, the one that was started last. */
export const latestRunningCluster = (folder = stateFolder): RunningCluster | undefined => {
  mkdirSync(folder, { recursive: true });
  const startOf = (port: number): number =>
    statSync(fileOf(port, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const [latest] = readdirSync(folder)
    .map((file) => Number.parseInt(file, 10))
    .sort((a, b) => startOf(b) - startOf(a))
    .flatMap((port) => readRunningCluster(port, folder) ?? []);
  return latest;
};
