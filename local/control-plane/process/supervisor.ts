import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** What to start, and where its output goes. */
export interface ProcessOptions {
  /** Of the program; each is an absolute path where the environment has no PATH. */
  readonly command: readonly [string, ...string[]];
  /** All of it; absent of what is no pod. */
  readonly env?: Readonly<Record<string, string>>;
  /** Is written on, not over. */
  readonly logFile: string;
}

/** Why a process ended: its exit code, or the signal that ended it. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that runs, or has ended. */
export interface Running {
  /** Undefined where it could not be started. */
  readonly pid: number | undefined;
  /** Settles when it has ended. */
  readonly ended: Promise<Ending>;
  readonly hasEnded: () => boolean;
  /** Ends it, gently at first. @param patienceMs how long to wait before the kill */
  stop(patienceMs: number): Promise<void>;
}

/** The kernel kills the process with this one: nothing outlives a crash. */
const endsWithUs = ['/usr/bin/setpriv', '--pdeathsig', 'KILL', '--'] as const;

/**
 * What runs beside pods, whose memory is measured, gets more of it: with Go's default of 100, a
 * seventh of the API server's processor time was the collection of garbage.
 */
const ourEnvironment = { ...process.env, GOGC: '400' };

/** Starts a process that ends, at the latest, when this one does. */
export const startProcess = ({ command, env, logFile }: ProcessOptions): Running => {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const [setpriv, ...flags] = endsWithUs;
  // In a group of its own, so that Ctrl-C reaches us alone and things end in their order.
  const child = spawn(setpriv, [...flags, ...command], {
    env: env ?? ourEnvironment,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  let hasEnded = false;
  const ended = new Promise<Ending>((resolve) => {
    const end = (ending: Ending): void => {
      hasEnded = true;
      resolve(ending);
    };
    child.on('error', () => end({ code: null, signal: null }));
    child.on('exit', (code, signal) => end({ code, signal }));
  });
  return {
    pid: child.pid,
    ended,
    hasEnded: () => hasEnded,
    stop: async (patienceMs) => {
      if (hasEnded) return;
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(timer);
    },
  };
};

/** A process that can be ended and started again. */
export interface Restartable {
  /** Kills it, as a crash does, and starts it again. */
  restart(): Promise<void>;
  stop(patienceMs: number): Promise<void>;
}

export const startRestartable = (options: ProcessOptions): Restartable => {
  let running = startProcess(options);
  return {
    restart: async () => {
      await running.stop(0);
      running = startProcess(options);
    },
    stop: (patienceMs) => running.stop(patienceMs),
  };
};
