import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord } from './cluster/object';

/** How to reach the cluster that `npm start` runs. */
export interface RunningCluster {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** A bearer token of the admin. */
  token: string;
}

/** The start script writes it, other scripts read it: `{"url": ..., "token": ...}`. */
const stateFile = join(__dirname, '../.build/local-cluster.json');

const isRunningCluster = (value: unknown): value is RunningCluster & Record<string, unknown> =>
  isRecord(value) && typeof value.url === 'string' && typeof value.token === 'string';

/** Leaves word of a cluster that has started. */
export const writeRunningCluster = ({ url, token }: RunningCluster, file = stateFile): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ url, token }, null, 2)}\n`, { mode: 0o600 });
};

/** Takes the word back when the cluster stops. */
export const removeRunningCluster = (file = stateFile): void => {
  rmSync(file, { force: true });
};

/** The cluster that has left word last, or undefined. It may have ended without taking it back. */
export const readRunningCluster = (file = stateFile): RunningCluster | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isRunningCluster(value) ? { url: value.url, token: value.token } : undefined;
  } catch {
    // Neither a missing nor a half-written file is the word of a running cluster.
    return undefined;
  }
};
