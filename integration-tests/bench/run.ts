import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { buildWhatIsStale } from '../../local/console/build';
import { startConsole } from '../../local/console/server';
import { findBrowser } from '../../local/test/browser';
import { ApiClient } from '../scenarios/api-client';
import type { ClusterUnderTest } from '../scenarios/cluster-under-test';
import { createFleet } from './fleet';
import type { FleetSize } from './fleet';
import type { Measurement } from './measurement';
import { lineOf, machineLine } from './report';
import { startClusterProcess } from './start-cluster';
import { streamsPage } from './streams-page';

const root = join(__dirname, '../..');

const size: FleetSize = { streams: 5000, projects: 50, triggers: 50, runsPerTrigger: 4 };

const measurements: readonly Measurement[] = [streamsPage];

const probeScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'page/probe.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
};

/** Puts the console in front of a cluster, and does something with a page of it. */
const withPage = async (
  cluster: ClusterUnderTest,
  action: (page: Page, browserVersion: string) => Promise<void>,
): Promise<void> => {
  const { pluginFolder, pageFolder } = await buildWhatIsStale(root, { forProduction: true });
  const { token } = cluster.people.admin;
  const running = await startConsole({
    apiServer: {
      url: cluster.url,
      users: [{ name: 'admin', credentials: () => Promise.resolve({ token }) }],
    },
    plugin: { name: 'image-triggers-plugin', folder: pluginFolder },
    pageFolder,
    nodeModules: join(root, 'node_modules'),
    port: 0,
    canPush: false,
    cluster: cluster.name,
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({
      baseURL: running.url,
      viewport: { width: 1440, height: 900 },
    });
    await page.addInitScript(await probeScript());
    await action(page, browser.version());
  } finally {
    await browser.close();
    await running.close();
  }
};

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
    await withPage(cluster, async (page, browserVersion) => {
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
