import { parseArgs } from 'node:util';
import { ApiClient } from '../scenarios/api-client';
import { withConsolePage } from './console-page';
import { createFleet } from './fleet';
import type { FleetSize } from './fleet';
import type { Measurement } from './measurement';
import { lineOf, machineLine } from './report';
import { startClusterProcess } from './start-cluster';
import { streamsPage } from './streams-page';

const size: FleetSize = { streams: 5000, projects: 50, triggers: 50, runsPerTrigger: 4 };

const measurements: readonly Measurement[] = [streamsPage];

/**
 * Measures the plugin on many objects and prints the figures: `npm run bench [-- --runs NUMBER]`.
 * No figure is a reason to fail.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '15' },
      'warm-ups': { type: 'string', default: '3' },
    },
  });
  const cluster = await startClusterProcess();
  try {
    await createFleet(new ApiClient(cluster.url, cluster.people.admin.token), size);
    const { token } = cluster.people.admin;
    const options = { apiServer: cluster, token, cluster: cluster.name, probe: 'probe.ts' };
    await withConsolePage(options, async (page, browserVersion) => {
      const runs = Number(values.runs);
      const warmUps = Number(values['warm-ups']);
      console.log(machineLine(browserVersion));
      console.log(
        `${size.streams} ImageStreams of one tag in ${size.projects} projects, ${size.triggers} image triggers, ${size.triggers * size.runsPerTrigger} PipelineRuns; ${cluster.name}`,
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
