import { parseArgs } from 'node:util';
import { sharedControlPlane } from './control-plane';
import { startEmbedded } from './embedded';
import { runScenarios } from './run-scenarios';
import type { ScenarioResult, ScenarioRunners } from './run-scenarios';
import { allScenarios } from './scenarios/all';
import { Turns } from './turns';

/** The clusters that scenarios run on, and how many scenarios do something at once. */
const clusters = {
  embedded: (atOnce = 3) => ({
    start: startEmbedded,
    clusters: atOnce,
    turns: new Turns(atOnce),
  }),
  // They share one, and a dozen of them wait for its clock for minutes.
  'control-plane': (atOnce = 6) => {
    const turns = new Turns(atOnce);
    return { start: sharedControlPlane(turns), clusters: atOnce + 16, turns };
  },
} satisfies Record<string, (atOnce?: number) => ScenarioRunners>;

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
    const runners = clusters[cluster](values.parallel ? Number(values.parallel) : undefined);
    const results = await runScenarios(chosen, runners);
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
