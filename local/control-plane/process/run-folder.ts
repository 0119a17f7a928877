import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../go/programs';
import { isAlive } from './is-alive';

const runs = (): string => join(cacheFolder(), 'control-plane-runs');

/**
 * Makes the folder of this run, for data, certificates and logs, and removes those of the runs that
 * have ended. So the logs of a run stay until the next one starts.
 */
export const makeRunFolder = (): string => {
  const folder = join(runs(), String(process.pid));
  mkdirSync(runs(), { recursive: true });
  for (const name of readdirSync(runs())) {
    if (!isAlive(Number(name)) || Number(name) === process.pid)
      rmSync(join(runs(), name), { recursive: true, force: true });
  }
  mkdirSync(folder, { mode: 0o700 });
  return folder;
};

/** Whether a process that names something of this kind with its id still runs. */
export const belongsToNobody = (name: string, prefix: string): boolean => {
  const [, pid] = new RegExp(`^${prefix}(\\d+)(?:-|$)`).exec(name) ?? [];
  return pid !== undefined && !isAlive(Number(pid));
};
