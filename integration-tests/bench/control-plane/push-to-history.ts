import type { Page } from '@playwright/test';
import { historyPath } from '../../../src/components/paths';
import { shortDigest } from '../../../src/domain/push';
import type { Series } from '../report';
import type {} from '../page/history-probe';
import { Receipts } from './receipts';
import { RunWatch } from './run-watch';
import type { Site } from './site';

const stream = 'web';
const patienceMs = 30_000;

/** Milliseconds since the push was sent. */
interface Times {
  readonly answer: number;
  readonly event: number;
  readonly run: number;
  readonly row: number;
  readonly rowWithRun: number;
}

interface Place {
  readonly site: Site;
  readonly page: Page;
  readonly receipts: Receipts;
  readonly runs: RunWatch;
}

/** @throws Error where the event or the run did not come */
const cameAt = (time: number | undefined, what: string): number => {
  if (time === undefined) throw new Error(`There is no ${what} after ${patienceMs} ms.`);
  return time;
};

const pushOnce = async ({ site, page, receipts, runs }: Place, label: string): Promise<Times> => {
  const { digest } = site.images.named(label);
  const seen = page.evaluate(
    ([short, patience]) => window.historyProbe.untilSeen(short, patience),
    [shortDigest(digest), patienceMs] as const,
  );
  const sent = Date.now();
  await site.push(stream, label);
  const answer = Date.now();
  const [event, run, { row, run: rowWithRun }] = await Promise.all([
    receipts.until(stream, { since: sent, patienceMs }),
    runs.until(digest, patienceMs),
    seen,
  ]);
  return {
    answer: answer - sent,
    event: cameAt(event, 'event') - sent,
    run: cameAt(run, 'run') - sent,
    row: row - sent,
    rowWithRun: rowWithRun - sent,
  };
};

const seriesOf = (times: readonly Times[]): Series[] => {
  const of = (key: keyof Times): number[] => times.map((one) => one[key]);
  return [
    { title: 'answer of the API server', values: of('answer'), unit: 'ms' },
    { title: 'event at the listener', values: of('event'), unit: 'ms' },
    { title: 'PipelineRun created', values: of('run'), unit: 'ms' },
    { title: 'push seen in the history page', values: of('row'), unit: 'ms' },
    { title: 'its PipelineRun seen in the history page', values: of('rowWithRun'), unit: 'ms' },
  ];
};

/**
 * From the moment in which a push is sent to the image API: each waits for the run of the one
 * before to be seen, and goes to one stream with one image trigger.
 */
export const measurePushes = async (
  site: Site,
  page: Page,
  { runs: count, warmUps }: { runs: number; warmUps: number },
): Promise<Series[]> => {
  await site.registry.createStream(site.streamOf(stream));
  await site.bind(stream);
  const receipts = new Receipts();
  const cloudEventURI = await receipts.listen(new URL(site.controlPlane.api.url).hostname);
  await site.patchListener({ spec: { cloudEventURI } });
  try {
    const runs = new RunWatch();
    await site.watchRuns(runs);
    await page.goto(historyPath(site.namespace), { waitUntil: 'networkidle' });
    const times: Times[] = [];
    for (let push = -warmUps; push < count; push += 1) {
      const one = await pushOnce({ site, page, receipts, runs }, `push ${push}`);
      if (push >= 0) times.push(one);
    }
    return seriesOf(times);
  } finally {
    receipts.close();
  }
};
