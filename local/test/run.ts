import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMachine } from '../control-plane/process/machine';
import { findBrowser } from './browser';
import { addCounts } from './counts';
import type { Counts } from './counts';
import { stageGroups } from './stages';
import type { Stage } from './stages';

const root = join(__dirname, '../..');

interface Outcome {
  readonly counts: Counts;
  readonly output: string;
  readonly seconds: number;
}

const runStage = ({ command, counts, env }: Stage): Promise<Outcome> => {
  const started = Date.now();
  const [program, ...args] = command;
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const finish = (succeeded: boolean, problem = ''): void => {
      const output = `${Buffer.concat(chunks).toString()}${problem}`;
      const seconds = (Date.now() - started) / 1000;
      resolve({ output, seconds, counts: counts(output, succeeded) });
    };
    child.on('error', (error) => finish(false, error.message));
    child.on('close', (code) => finish(code === 0));
  });
};

const report = ({ name, isShown = false }: Stage, { counts, output, seconds }: Outcome): void => {
  const figures = `${counts.passed} passed, ${counts.failed} failed`;
  console.log(`${name.padEnd(24)} ${figures.padEnd(24)} ${seconds.toFixed(1)} s`);
  if (isShown || counts.failed > 0) console.log(output.trimEnd());
};

/**
 * Runs stages and adds up what they count: `tsx local/test/run.ts [--packaging] [--control-plane]
 * [--only]`; with `--only`, nothing but what the other flags name.
 */
const main = async (): Promise<void> => {
  let total: Counts = { passed: 0, failed: 0 };
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    options: { packaging: flag, 'control-plane': flag, only: flag },
  });
  // Said now, not after the stages before.
  if (values['control-plane']) checkMachine();
  const stages = stageGroups({
    browser: findBrowser(),
    withBasics: !values.only,
    withPackaging: values.packaging,
    withControlPlane: values['control-plane'],
  });
  for (const group of stages) {
    const outcomes = await Promise.all(
      group.map(async (stage) => {
        const outcome = await runStage(stage);
        report(stage, outcome);
        return outcome.counts;
      }),
    );
    total = outcomes.reduce(addCounts, total);
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
