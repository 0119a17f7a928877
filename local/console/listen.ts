import { stringAt } from './host/json';
import { startConsole, type ConsoleOptions, type RunningConsole } from './server';

/** How many ports after the first one are tried. */
const portsToTry = 50;

const isTaken = (error: unknown): boolean => stringAt(error, 'code') === 'EADDRINUSE';

/**
 * Starts the console on a port that was asked for, else on the first free one from 9000 on.
 *
 * @throws Error if the port that was asked for is taken
 */
export const startOnFreePort = async (
  options: Omit<ConsoleOptions, 'port'>,
  asked: number | undefined,
): Promise<RunningConsole> => {
  const first = asked ?? 9000;
  const last = asked ?? first + portsToTry;
  for (let port = first; port <= last; port += 1) {
    try {
      return await startConsole({ ...options, port });
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(
    asked === undefined
      ? `All ports from ${first} to ${last} are taken.`
      : `Port ${asked} is taken.`,
  );
};
