import { parseArgs } from 'node:util';
import type { StartCluster } from './cluster-under-test';
import { sharedControlPlane } from './control-plane';
import { startEmbedded } from './embedded';
import { runScenarios } from './run-scenarios';
import type { ScenarioResult } from './run-scenarios';
import { allScenarios } from './scenarios/all';

/** The clusters that scenarios run on, and how many scenarios at once. */
const clusters = {
  embedded: { start: startEmbedded, atOnce: 3 },
  // They share one, and those that wait for its clock leave the machine to the others.
  'control-plane': { start: sharedControlPlane(), atOnce: 6 },
} as const satisfies Record<string, { start: StartCluster; atOnce: number }>;

type ClusterName = keyof typeof clusters;

const isCluster = (name: string): name is ClusterName => name in clusters;

interface Column {
  readonly cluster: ClusterName;
  readonly results: readonly ScenarioResult[];
}

const cellOf = ({ milliseconds, failure }: ScenarioResult): string =>
  `${failure === undefined ? 'passed' : 'FAILED'} ${String(milliseconds).padStart(6)} ms`;

const tableOf = (columns: readonly Column[]): string[] => {
  const width = Math.max(
    ...columns.map(({ cluster }) => cluster.length),
    'passed 123456 ms'.length,
  );
  const head = columns.map(({ cluster }) => cluster.padEnd(width)).join('  ');
  const rows = (columns[0]?.results ?? []).map(({ title }, index) => {
    const cells = columns.flatMap(({ results }) => results[index] ?? []).map(cellOf);
    return `${cells.map((cell) => cell.padEnd(width)).join('  ')}  ${title}`;
  });
  return [head, ...rows];
};

const failuresOf = ({ cluster, results }: Column): string[] =>
  results.flatMap(({ title, failure }) =>
    failure === undefined ? [] : [`${cluster}: ${title}\n${failure.replace(/^/gm, '    ')}`],
  );

/**
 * Runs the scenarios and prints what came of each as a table, a column a cluster:
 * `tsx integration-tests/scenarios/run.ts [--cluster embedded|control-plane]... [--grep TEXT]
 * [--parallel NUMBER]`.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      cluster: { type: 'string', multiple: true, default: ['embedded'] },
      grep: { type: 'string', default: '' },
      parallel: { type: 'string' },
    },
  });
  const unknown = values.cluster.find((name) => !isCluster(name));
  if (unknown !== undefined) throw new Error(`There is no cluster "${unknown}" to run on.`);
  const chosen = allScenarios.filter(({ title }) => title.includes(values.grep));
  const columns: Column[] = [];
  for (const cluster of values.cluster.filter(isCluster)) {
    const { start, atOnce } = clusters[cluster];
    const results = await runScenarios(chosen, start, Number(values.parallel ?? atOnce));
    columns.push({ cluster, results });
  }
  [...tableOf(columns), ...columns.flatMap(failuresOf)].forEach((row) => console.log(row));
  const results = columns.flatMap((column) => column.results);
  const failed = results.filter(({ failure }) => failure !== undefined).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
