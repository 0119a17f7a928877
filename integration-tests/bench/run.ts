import { parseArgs } from 'node:util';
import { ApiClient } from '../scenarios/api-client';
import { startReadyControlPlane } from '../scenarios/control-plane';
import { withConsolePage } from './console-page';
import type { ConsoleOptions } from './console-page';
import type { FleetSize } from './fleet';
import { historyPage } from './history-page';
import type { Measurement } from './measurement';
import { lineOf, machineLine } from './report';
import { startClusterProcess } from './start-cluster';
import { streamsPage } from './streams-page';

const measurements = { streams: streamsPage, history: historyPage } as const;

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

const isIn = <Key extends string>(table: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  key in table;

interface Asked {
  readonly cluster: keyof typeof clusters;
  readonly runs: number;
  readonly warmUps: number;
  readonly liveSeconds: number;
  /** In place of what a measurement has of its own. */
  readonly size: Partial<FleetSize>;
}

const sizeText = (size: FleetSize): string =>
  `${size.streams} ImageStreams of one tag in ${size.projects} projects, ${size.triggers} image triggers, ${size.triggers * size.runsPerTrigger} PipelineRuns`;

/** Takes one measurement, on a cluster of its own. */
const take = async ({ title, probe, size, measure }: Measurement, asked: Asked): Promise<void> => {
  const { runs, warmUps, liveSeconds } = asked;
  const whole = { ...size, ...asked.size };
  const { apiServer, plainUrl, token, name, close } = await clusters[asked.cluster]();
  try {
    await withConsolePage({ apiServer, token, cluster: name, probe }, (page, browserVersion) => {
      console.log(`${title}\n${machineLine(browserVersion)}\n${sizeText(whole)}; ${name}`);
      console.log(`${runs} runs after ${warmUps} warm-ups: median (p10 to p90)`);
      return measure({
        page,
        client: new ApiClient(plainUrl, token),
        size: whole,
        runs,
        warmUps,
        liveSeconds,
        print: (series) => series.map(lineOf).forEach((line) => console.log(line)),
      });
    });
  } finally {
    await close();
  }
};

const numberOf = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} ${text} is no number.`);
  return number;
};

/** Whole numbers of options that may be absent. */
const numbersIn = (options: Readonly<Record<string, string | undefined>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(options).flatMap(([name, text]) =>
      text === undefined ? [] : [[name, numberOf(name, text)]],
    ),
  );

/**
 * Measures the plugin on many objects and prints the figures:
 * `npm run bench [-- --page NAME --runs NUMBER --cluster NAME]`, with `--streams`, `--triggers`,
 * `--runs-per-trigger` and `--live-seconds` for a smaller one. No figure is a reason to fail.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      page: { type: 'string' },
      runs: { type: 'string', default: '15' },
      'warm-ups': { type: 'string', default: '3' },
      cluster: { type: 'string', default: 'embedded' },
      streams: { type: 'string' },
      triggers: { type: 'string' },
      'runs-per-trigger': { type: 'string' },
      'live-seconds': { type: 'string', default: '60' },
    },
  });
  const { cluster, page, streams, triggers, 'runs-per-trigger': runsPerTrigger } = values;
  if (!isIn(clusters, cluster)) throw new Error(`There is no cluster "${cluster}" to measure on.`);
  if (page !== undefined && !isIn(measurements, page))
    throw new Error(`There is no page "${page}" to measure.`);
  const asked: Asked = {
    cluster,
    runs: numberOf('runs', values.runs),
    warmUps: numberOf('warm-ups', values['warm-ups']),
    liveSeconds: numberOf('live-seconds', values['live-seconds']),
    size: numbersIn({ streams, triggers, runsPerTrigger }),
  };
  for (const measurement of page ? [measurements[page]] : Object.values(measurements))
    await take(measurement, asked);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
