import type { Page } from '@playwright/test';
import type { FleetSize } from './fleet';
import type { Measurement } from './measurement';
import type { ExpectedTable, RawFetch, RequestSort, Visit } from './page/probe';
import type { Series } from './report';

const listPath = '/api/kubernetes/apis/image.openshift.io/v1/imagestreams?resourceVersion=0';

/** A page of the console's own, so that neither the plugin's code nor any list of it is there yet. */
const startPath = '/k8s/all-namespaces/tekton.dev~v1~Pipeline';

/** How the address of the page's link in the navigation ends. */
const linkEnd = '/image-triggers-streams';

const patienceMs = 60_000;

/** At most so many times the raw fetch. */
const goal = 2;

interface Run {
  readonly raw: RawFetch;
  readonly visit: Visit;
}

const expectedTable = ({ streams }: FleetSize): ExpectedTable => ({
  link: linkEnd,
  label: 'ImageStreams',
  total: streams,
  boundOneOf: 5,
});

/** One run: a fresh page, on which both ways are taken; which comes first changes each time. */
const runOnce = async (page: Page, size: FleetSize, rawFirst: boolean): Promise<Run> => {
  await page.goto(startPath, { waitUntil: 'networkidle' });
  await page.getByRole('grid', { name: 'Pipelines' }).waitFor();
  await page.locator(`nav a[href$="${linkEnd}"]`).waitFor({ state: 'attached' });
  const fetchRaw = (): Promise<RawFetch> =>
    page.evaluate((path) => window.probe.rawFetch(path), listPath);
  const early = rawFirst ? await fetchRaw() : undefined;
  const visit = await page.evaluate(
    ([expected, patience]) => window.probe.visit(expected, patience),
    [expectedTable(size), patienceMs] as const,
  );
  return { raw: early ?? (await fetchRaw()), visit };
};

const requestSeries = (runs: readonly Run[], sort: RequestSort): Series[] => {
  const own = runs.map(({ visit }) => visit.requests[sort]);
  return [
    { title: `  ${sort}: requests`, values: own.map(({ count }) => count), unit: '' },
    { title: `  ${sort}: size`, values: own.map(({ bytes }) => bytes / 1000), unit: 'kB' },
    { title: `  ${sort}: first sent`, values: own.map(({ firstStart }) => firstStart), unit: 'ms' },
    { title: `  ${sort}: last answered`, values: own.map(({ lastEnd }) => lastEnd), unit: 'ms' },
  ];
};

const seriesOf = (runs: readonly Run[]): Series[] => {
  const raw = runs.map((run) => run.raw.milliseconds);
  const page = runs.map(({ visit }) => visit.milliseconds);
  const ratios = runs.map((run) => run.visit.milliseconds / run.raw.milliseconds);
  const afterLastAnswer = runs.map(({ visit }) => {
    const ends = Object.values(visit.requests).map(({ lastEnd }) => lastEnd);
    return visit.milliseconds - Math.max(...ends);
  });
  return [
    { title: 'size of the list', values: runs.map((run) => run.raw.bytes / 1000), unit: 'kB' },
    { title: 'raw fetch and JSON.parse', values: raw, unit: 'ms' },
    { title: 'from the click to the complete table', values: page, unit: 'ms' },
    { title: `ratio (goal: at most ${goal})`, values: ratios, unit: 'times' },
    ...requestSeries(runs, 'code'),
    ...requestSeries(runs, 'access reviews'),
    ...requestSeries(runs, 'imagestreams'),
    ...requestSeries(runs, 'other requests'),
    { title: '  after the last answer', values: afterLastAnswer, unit: 'ms' },
    {
      title: '  tasks of 50 ms and more',
      values: runs.map(({ visit }) => visit.longTasks),
      unit: 'ms',
    },
  ];
};

/** The list of the ImageStreams of all projects, beside the shortest way to the same list. */
export const streamsPage: Measurement = {
  title: 'ImageStreams page: from the click in the navigation, on a fresh page of the console',
  measure: async ({ page, size, runs, warmUps }) => {
    const measured: Run[] = [];
    for (let run = -warmUps; run < runs; run += 1) {
      const result = await runOnce(page, size, run % 2 === 0);
      if (run >= 0) measured.push(result);
    }
    return seriesOf(measured);
  },
};
