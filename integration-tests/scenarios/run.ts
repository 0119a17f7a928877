import { parseArgs } from 'node:util';
import { startEmbedded } from './embedded';
import { runScenarios } from './run-scenarios';
import type { ScenarioResult } from './run-scenarios';
import { allScenarios } from './scenarios/all';

const rowOf = ({ title, milliseconds, failure }: ScenarioResult): string => {
  const result = failure === undefined ? 'passed' : 'FAILED';
  const row = `${result}  ${String(milliseconds).padStart(6)} ms  ${title}`;
  return failure === undefined ? row : `${row}\n${failure.replace(/^/gm, '    ')}`;
};

/**
 * Runs the scenarios on the embedded cluster and prints what came of each:
 * `tsx integration-tests/scenarios/run.ts [--grep TEXT] [--parallel NUMBER]`.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { grep: { type: 'string', default: '' }, parallel: { type: 'string', default: '3' } },
  });
  const chosen = allScenarios.filter(({ title }) => title.includes(values.grep));
  const results = await runScenarios(chosen, startEmbedded, Number(values.parallel));
  results.map(rowOf).forEach((row) => console.log(row));
  const failed = results.filter(({ failure }) => failure !== undefined).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
