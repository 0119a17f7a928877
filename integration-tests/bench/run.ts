import { parseArgs } from 'node:util';
import { ApiClient } from '../scenarios/api-client';
import { startReadyControlPlane } from '../scenarios/control-plane';
import { withConsolePage } from './console-page';
import type { ConsoleOptions } from './console-page';
import { createFleet } from './fleet';
import type { FleetSize } from './fleet';
import type { Measurement } from './measurement';
import { lineOf, machineLine } from './report';
import { startClusterProcess } from './start-cluster';
import { streamsPage } from './streams-page';

const size: FleetSize = { streams: 5000, projects: 50, triggers: 50, runsPerTrigger: 4 };

const measurements: readonly Measurement[] = [streamsPage];

/** Where the fleet is, and how the console reaches it. */
interface BenchCluster {
  readonly name: string;
  readonly apiServer: ConsoleOptions['apiServer'];
  /** Of the API server without TLS, for what fills the cluster. */
  readonly plainUrl: string;
  readonly token: string;
  readonly close: () => Promise<void>;
}

const clusters = {
  embedded: async (): Promise<BenchCluster> => {
    const cluster = await startClusterProcess();
    const { name, url, people } = cluster;
    const close = (): Promise<void> => cluster.close();
    return { name, apiServer: { url }, plainUrl: url, token: people.admin.token, close };
  },
  'control-plane': async (): Promise<BenchCluster> => {
    const controlPlane = await startReadyControlPlane();
    const { api, plainUrl, tokens } = controlPlane;
    const close = (): Promise<void> => controlPlane.close();
    return { name: 'control plane', apiServer: api, plainUrl, token: tokens.admin, close };
  },
};

const isCluster = (name: string): name is keyof typeof clusters => name in clusters;

/**
 * Measures the plugin on many objects and prints the figures:
 * `npm run bench [-- --runs NUMBER --cluster NAME]`. No figure is a reason to fail.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '15' },
      'warm-ups': { type: 'string', default: '3' },
      cluster: { type: 'string', default: 'embedded' },
    },
  });
  if (!isCluster(values.cluster))
    throw new Error(`There is no cluster "${values.cluster}" to measure on.`);
  const cluster = await clusters[values.cluster]();
  try {
    const { apiServer, token, name } = cluster;
    await createFleet(new ApiClient(cluster.plainUrl, token), size);
    const options = { apiServer, token, cluster: name, probe: 'probe.ts' };
    await withConsolePage(options, async (page, browserVersion) => {
      const runs = Number(values.runs);
      const warmUps = Number(values['warm-ups']);
      console.log(machineLine(browserVersion));
      console.log(
        `${size.streams} ImageStreams of one tag in ${size.projects} projects, ${size.triggers} image triggers, ${size.triggers * size.runsPerTrigger} PipelineRuns; ${name}`,
      );
      for (const { title, measure } of measurements) {
        console.log(`\n${title}\n${runs} runs after ${warmUps} warm-ups: median (p10 to p90)`);
        const series = await measure({ page, size, runs, warmUps });
        series.map(lineOf).forEach((line) => console.log(line));
      }
    });
  } finally {
    await cluster.close();
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
