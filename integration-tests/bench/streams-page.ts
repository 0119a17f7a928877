import type { Page } from '@playwright/test';
import { openStartPage } from './console-page';
import { boundOneOf, createFleet } from './fleet';
import type { FleetSize } from './fleet';
import type { Measurement } from './measurement';
import type { ExpectedTable } from './page/probe';
import type { RawFetch } from './page/raw-fetch';
import type { Visit } from './page/visit';
import type { Series } from './report';
import { requestSeries } from './request-series';

const listPath = '/api/kubernetes/apis/image.openshift.io/v1/imagestreams?resourceVersion=0';

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
  boundOneOf,
});

/** One run: a fresh page, on which both ways are taken; which comes first changes each time. */
const runOnce = async (page: Page, size: FleetSize, rawFirst: boolean): Promise<Run> => {
  await openStartPage(page, linkEnd);
  const fetchRaw = (): Promise<RawFetch> =>
    page.evaluate((path) => window.probe.rawFetch([path]), listPath);
  const early = rawFirst ? await fetchRaw() : undefined;
  const visit = await page.evaluate(
    ([expected, patience]) => window.probe.visit(expected, patience),
    [expectedTable(size), patienceMs] as const,
  );
  return { raw: early ?? (await fetchRaw()), visit };
};

const seriesOf = (runs: readonly Run[]): Series[] => {
  const visits = runs.map(({ visit }) => visit);
  const raw = runs.map((run) => run.raw.milliseconds);
  const ratios = runs.map((run) => run.visit.milliseconds / run.raw.milliseconds);
  return [
    { title: 'size of the list', values: runs.map((run) => run.raw.bytes / 1000), unit: 'kB' },
    { title: 'raw fetch and JSON.parse', values: raw, unit: 'ms' },
    {
      title: 'from the click to the complete table',
      values: visits.map(({ milliseconds }) => milliseconds),
      unit: 'ms',
    },
    { title: 'ratio', values: ratios, unit: 'times', goal: { most: goal, of: 'median' } },
    ...requestSeries(visits, ['code', 'access reviews', 'imagestreams', 'other requests']),
  ];
};

/** The list of the ImageStreams of all projects, beside the shortest way to the same list. */
export const streamsPage: Measurement = {
  title: 'ImageStreams page: from the click in the navigation, on a fresh page of the console',
  probe: 'probe.ts',
  size: { streams: 5000, projects: 50, triggers: 50, runsPerTrigger: 4, runBytes: 0 },
  measure: async ({ page, client, size, runs, warmUps, print }) => {
    await createFleet(client, size);
    const measured: Run[] = [];
    for (let run = -warmUps; run < runs; run += 1) {
      const result = await runOnce(page, size, run % 2 === 0);
      if (run >= 0) measured.push(result);
    }
    print(seriesOf(measured));
  },
};
