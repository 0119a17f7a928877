import type { Page } from '@playwright/test';
import { shortDigest } from '../../src/domain/push';
import { openStartPage } from './console-page';
import { createFleet, growFleet, pushesOfFleet } from './fleet';
import type { Fleet } from './fleet';
import type { FleetPush } from './fleet-run';
import { usedHeap } from './heap';
import { interactionSeries } from './history-interactions';
import { pushLive } from './live-pushes';
import type { SentPush } from './live-pushes';
import type { Bench, Measurement } from './measurement';
import type { ExpectedHistory } from './page/fleet-history-probe';
import type { FrameRecord } from './page/frames';
import type { RawFetch } from './page/raw-fetch';
import type { Visit } from './page/visit';
import type { Series } from './report';
import { requestSeries } from './request-series';
import { quantile } from './statistics';

/** How the address of the page's link in the navigation ends. */
const linkEnd = '/image-triggers-history';

const historyPath = `/k8s/all-namespaces${linkEnd}`;

const patienceMs = 120_000;

const goals = {
  timesRaw: { most: 2, of: 'median' },
  frame: { most: 200, of: 'most' },
  heap: { most: 300, of: 'median' },
  growth: { most: 1, of: 'median' },
} as const;

const pushesPerSecond = 50;

/** What the history shows of pushes whose runs have ended. `pushes`: newest first. */
const expectedOf = (pushes: readonly FleetPush[]): ExpectedHistory => {
  const good = pushes.filter(({ isGood }) => isGood).length;
  return {
    total: pushes.length,
    counts: { Succeeded: good, 'Failed or cancelled': pushes.length - good },
    digests: pushes.slice(0, 50).map(({ item }) => shortDigest(item.image)),
  };
};

interface Run {
  readonly raw: RawFetch;
  readonly visit: Visit;
  /** Bytes. */
  readonly heap: number;
}

/** One run: a fresh page, which is visited, and then fetches once more what the visit has fetched. */
const runOnce = async (page: Page, expected: ExpectedHistory): Promise<Run> => {
  await openStartPage(page, linkEnd);
  const visit = await page.evaluate(
    ([link, rows, patience]) => window.fleetHistory.visit(link, rows, patience),
    [linkEnd, expected, patienceMs] as const,
  );
  const heap = await usedHeap(page);
  await openStartPage(page, linkEnd);
  const raw = await page.evaluate((paths) => window.fleetHistory.rawFetch(paths), visit.lists);
  return { raw, visit, heap };
};

const megabytes = (bytes: number): number => bytes / 1e6;

const loadSeries = (runs: readonly Run[]): Series[] => {
  const visits = runs.map(({ visit }) => visit);
  return [
    {
      title: 'size of the lists',
      values: runs.map(({ raw }) => megabytes(raw.bytes)),
      unit: 'MB',
    },
    {
      title: 'raw fetch and JSON.parse',
      values: runs.map(({ raw }) => raw.milliseconds),
      unit: 'ms',
    },
    {
      title: 'from the click to complete rows',
      values: visits.map(({ milliseconds }) => milliseconds),
      unit: 'ms',
    },
    {
      title: 'ratio',
      values: runs.map(({ raw, visit }) => visit.milliseconds / raw.milliseconds),
      unit: 'times',
      goal: goals.timesRaw,
    },
    ...requestSeries(visits, ['imagestreams', 'pipelineruns', 'other requests']),
    {
      title: 'heap in use after it',
      values: runs.map(({ heap }) => megabytes(heap)),
      unit: 'MB',
      goal: goals.heap,
    },
  ];
};

const measureLoads = async (bench: Bench, fleet: Fleet): Promise<Run[]> => {
  const expected = expectedOf(pushesOfFleet(fleet));
  const measured: Run[] = [];
  for (let run = -bench.warmUps; run < bench.runs; run += 1) {
    const result = await runOnce(bench.page, expected);
    if (run >= 0) measured.push(result);
  }
  return measured;
};

/** By which power of the number of rows the time grows: 1 is linear. */
const growthOf = (from: readonly [number, number], to: readonly [number, number]): number =>
  Math.log(to[1] / from[1]) / Math.log(to[0] / from[0]);

/** When the n-th new row was seen at the latest, in milliseconds after its push was sent. */
const lagsOf = (
  sent: readonly SentPush[],
  { seen }: FrameRecord,
  totalBefore: number,
): number[] => {
  const inOrder = sent.map(({ sentAt }) => sentAt).sort((a, b) => a - b);
  const first = inOrder.map((at, index) => ({
    at,
    seenAt: seen.find(([total]) => total > totalBefore + index)?.[1],
  }));
  return first.flatMap(({ at, seenAt }) => (seenAt === undefined ? [] : [seenAt - at]));
};

/** Newest first; those of one second in the order of their triggers. */
const inOrderOfRows = (a: FleetPush, b: FleetPush): number =>
  b.item.created.localeCompare(a.item.created) || a.trigger.localeCompare(b.trigger);

const liveSeries = async (
  { page, client, liveSeconds }: Bench,
  fleet: Fleet,
): Promise<Series[]> => {
  const before = pushesOfFleet(fleet);
  await page.evaluate(() => window.fleetHistory.record());
  const rate = { perSecond: pushesPerSecond, seconds: liveSeconds };
  const started = Date.now();
  const sent = await pushLive(client, fleet, rate);
  const tookMs = Date.now() - started;
  const rest = await page.evaluate(
    ([rows, patience]) => window.fleetHistory.untilComplete(rows, patience),
    [expectedOf([...sent.sort(inOrderOfRows), ...before]), patienceMs] as const,
  );
  const record = await page.evaluate(() => window.fleetHistory.recorded());
  if (!record) return [];
  const lags = lagsOf(sent, record, before.length);
  return [
    { title: 'pushes that arrived live, all shown', values: [sent.length], unit: '' },
    { title: '  pushes a second', values: [(sent.length * 1000) / tookMs], unit: '' },
    { title: '  complete after the last push', values: [rest], unit: 'ms' },
    { title: '  from a push to its row', values: lags, unit: 'ms' },
    { title: '  frame', values: record.frames, unit: 'ms' },
    { title: '  frame, p99', values: [quantile(record.frames, 0.99)], unit: 'ms' },
    { title: '  longest frame', values: record.frames, unit: 'ms', goal: goals.frame },
    {
      title: '  tasks of 50 ms and more',
      values: record.longTasks.length > 0 ? record.longTasks : [0],
      unit: 'ms',
    },
    {
      title: 'heap in use after it',
      values: [megabytes(await usedHeap(page))],
      unit: 'MB',
      goal: goals.heap,
    },
  ];
};

/** A twentieth of the runs, a quarter, all of them. */
const stepsOf = (runsPerTrigger: number): number[] => [
  ...new Set([20, 4, 1].map((part) => Math.max(1, Math.round(runsPerTrigger / part)))),
];

const measure = async (bench: Bench): Promise<void> => {
  const { page, client, size, print } = bench;
  const [first = 1, ...more] = stepsOf(size.runsPerTrigger);
  let fleet = await createFleet(client, { ...size, runsPerTrigger: first });
  const points: (readonly [rows: number, milliseconds: number])[] = [];
  for (const runsPerTrigger of [first, ...more]) {
    if (runsPerTrigger !== first) fleet = await growFleet(client, fleet, runsPerTrigger);
    const rows = size.triggers * runsPerTrigger;
    console.log(`\nwith ${rows} PipelineRuns`);
    const loads = await measureLoads(bench, fleet);
    print(loadSeries(loads));
    const times = loads.map(({ visit }) => visit.milliseconds);
    points.push([rows, quantile(times, 0.5)]);
  }
  const [least, most] = [points[0], points.at(-1)];
  if (least && most && least !== most)
    print([
      {
        title: `growth from ${least[0]} to ${most[0]}: power`,
        values: [growthOf(least, most)],
        unit: 'times',
        goal: goals.growth,
      },
    ]);
  for (const perPage of [100, 50]) {
    console.log(`\nwith all of them on the page, ${perPage} rows of them drawn`);
    await page.goto(`${historyPath}?perPage=${perPage}`);
    const expected = expectedOf(pushesOfFleet(fleet));
    await page.evaluate(([rows, patience]) => window.fleetHistory.untilComplete(rows, patience), [
      expected,
      patienceMs,
    ] as const);
    print(await interactionSeries(bench, pushesOfFleet(fleet), perPage));
  }
  print(await liveSeries(bench, fleet));
};

/** The history of all projects, on a fleet that grows, and while pushes arrive. */
export const historyPage: Measurement = {
  title: 'History page: from the click in the navigation, on a fresh page of the console',
  probe: 'fleet-history-probe.ts',
  size: { streams: 10_000, projects: 50, triggers: 1000, runsPerTrigger: 20, runBytes: 8000 },
  measure,
};
