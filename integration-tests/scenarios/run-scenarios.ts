import type { StartCluster } from './cluster-under-test';
import type { Scenario } from './scenario';
import { ScenarioContext } from './scenario-context';

/** What came of a scenario. */
export interface ScenarioResult {
  readonly title: string;
  readonly milliseconds: number;
  /** Absent where all held. */
  readonly failure?: string;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/**
 * Runs scenarios, some at once, and answers their results in the order of the scenarios. Those that
 * run at once never share a cluster that they start, because a scenario may move its clock.
 * @param atOnce how many clusters are started
 */
export const runScenarios = async (
  scenarios: readonly Scenario[],
  start: StartCluster,
  atOnce: number,
): Promise<ScenarioResult[]> => {
  const results = new Map<Scenario, ScenarioResult>();
  const waiting = [...scenarios];
  const work = async (): Promise<void> => {
    const cluster = await start();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { title } = next;
        const startedAt = performance.now();
        const failure = await ScenarioContext.use(cluster, next.run).then(
          () => undefined,
          messageOf,
        );
        const milliseconds = Math.round(performance.now() - startedAt);
        results.set(next, { title, milliseconds, ...(failure !== undefined && { failure }) });
      }
    } finally {
      await cluster.close();
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, scenarios.length) }, work));
  return scenarios.flatMap((scenario) => results.get(scenario) ?? []);
};
