import { execFile } from 'node:child_process';

/**
 * Runs a command to its end and answers what it prints.
 * @param input what it reads from standard input
 * @throws Error with the command and its own words where it fails
 */
export const run = (command: readonly [string, ...string[]], input = ''): Promise<string> => {
  const [program, ...args] = command;
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`${command.join(' ')}: ${stderr.trim() || error.message}`));
    });
    // A command that ends before it has read its input says by its exit code what that means.
    child.stdin?.on('error', () => undefined).end(input);
  });
};
