import type { ClusterUnderTest, StartCluster } from './cluster-under-test';
import type { Scenario } from './scenario';
import { ScenarioContext } from './scenario-context';
import type { Turns } from './turns';

/** What came of a scenario. */
export interface ScenarioResult {
  readonly title: string;
  readonly milliseconds: number;
  /** Absent where all held. */
  readonly failure?: string;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const resultOf = async (
  { title, run }: Scenario,
  cluster: ClusterUnderTest,
): Promise<ScenarioResult> => {
  const startedAt = performance.now();
  const failure = await ScenarioContext.use(cluster, run).then(() => undefined, messageOf);
  const milliseconds = Math.round(performance.now() - startedAt);
  return { title, milliseconds, ...(failure !== undefined && { failure }) };
};

/** What scenarios run on, and how many of them at once. */
export interface ScenarioRunners {
  /** Those that run at once never share a cluster that they start: a scenario may move its clock. */
  readonly start: StartCluster;
  /** How often a cluster is started: how many scenarios are under way at most. */
  readonly clusters: number;
  /** How many of these do something, and do not wait for a clock. */
  readonly turns: Turns;
}

/**
 * Runs scenarios, some at once and then the exclusive ones one by one, and answers their results in
 * the order of the scenarios.
 */
export const runScenarios = async (
  scenarios: readonly Scenario[],
  { start, clusters, turns }: ScenarioRunners,
): Promise<ScenarioResult[]> => {
  const results = new Map<Scenario, ScenarioResult>();
  const waiting = scenarios.filter(({ exclusive }) => !exclusive);
  const workOn = async (cluster: ClusterUnderTest, queue: Scenario[]): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift())
      results.set(next, await turns.take(() => resultOf(next, cluster)));
  };
  const help = async (): Promise<void> => {
    const cluster = await start();
    try {
      await workOn(cluster, waiting);
    } finally {
      await cluster.close();
    }
  };
  const first = await start();
  try {
    const helpers = Array.from({ length: Math.min(clusters, waiting.length) - 1 }, help);
    await Promise.all([workOn(first, waiting), ...helpers]);
    const exclusive = scenarios.filter((scenario) => scenario.exclusive);
    await workOn(first, exclusive);
  } finally {
    await first.close();
  }
  return scenarios.flatMap((scenario) => results.get(scenario) ?? []);
};
