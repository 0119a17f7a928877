import type { CDPSession, Page } from '@playwright/test';
import { shortDigest } from '../../src/domain/push';
import type { FleetPush } from './fleet-run';
import type { Bench } from './measurement';
import type { Deed, ExpectedView } from './page/fleet-history-probe';
import type { Series } from './report';

const patienceMs = 30_000;

const goal = { most: 100, of: 'p95' } as const;

/** One step of a user; only those with a title are measured. */
interface Step {
  readonly title?: string;
  readonly deed: Deed;
  readonly expected: ExpectedView;
}

const table = { label: 'Pushes and runs' };
const groups = { label: 'Groups of pushes' };

const namesOf = (pushes: readonly FleetPush[]): string[] => pushes.map(({ ref }) => ref.name);

const streamCells = (pushes: readonly FleetPush[], from: number) => ({
  ImageStream: namesOf(pushes.slice(from, from + 5)),
});

/** Each way to change what is shown, and back again. `pushes`: newest first. */
const stepsOf = (pushes: readonly FleetPush[], perPage: number): Step[] => {
  const failed = pushes.filter(({ isGood }) => !isGood);
  const triggers = new Set(pushes.map(({ trigger }) => trigger)).size;
  const [searched] = pushes.slice(-1);
  const digest = shortDigest(searched?.item.image ?? '');
  const all = { ...table, total: pushes.length, cells: streamCells(pushes, 0) };
  const search = 'input[aria-label="Search pushes"]';
  const names = namesOf(pushes).sort();
  return [
    {
      title: 'filter by status',
      deed: { press: 'button', text: 'Failed or cancelled ' },
      expected: { ...table, total: failed.length, cells: streamCells(failed, 0) },
    },
    {
      title: 'clear the filter',
      deed: { press: 'button', text: 'Clear all filters' },
      expected: all,
    },
    {
      title: 'search for a digest',
      deed: { type: digest, into: search },
      expected: { ...table, total: 1 },
    },
    { title: 'clear the search', deed: { type: '', into: search }, expected: all },
    {
      title: 'sort by ImageStream',
      deed: { press: 'th button', text: 'ImageStream' },
      expected: {
        ...table,
        cells: { ImageStream: names.slice(0, 5) },
      },
    },
    {
      title: 'sort by time, oldest first',
      deed: { press: 'th button', text: 'Pushed' },
      expected: { ...table, cells: streamCells([...pushes].reverse(), 0) },
    },
    {
      title: 'sort by time, newest first',
      deed: { press: 'th button', text: 'Pushed' },
      expected: all,
    },
    {
      title: 'next page',
      deed: { press: 'button[aria-label="Go to next page"]' },
      expected: { ...table, cells: streamCells(pushes, perPage) },
    },
    {
      title: 'previous page',
      deed: { press: 'button[aria-label="Go to previous page"]' },
      expected: all,
    },
    { deed: { press: 'button', text: 'Group by' }, expected: all },
    {
      title: 'group by trigger',
      deed: { press: '[role="option"]', text: 'Trigger' },
      expected: { ...groups, total: triggers },
    },
    { deed: { press: 'button', text: 'Group by' }, expected: { ...groups, total: triggers } },
    {
      title: 'ungroup',
      deed: { press: '[role="option"]', text: 'None' },
      expected: all,
    },
  ];
};

/** The time for which the page has had a processor, in milliseconds. */
const processorTime = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? NaN) * 1000;
};

/** What a step took: to its end, and of the processor, which others may have had meanwhile. */
interface Took {
  readonly title: string;
  readonly milliseconds: number;
  readonly ofProcessor: number;
}

const takeSteps = async (page: Page, steps: readonly Step[]): Promise<Took[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const took: Took[] = [];
  for (const { title, deed, expected } of steps) {
    const before = await processorTime(session);
    const milliseconds = await page.evaluate(
      ([todo, view, patience]) => window.fleetHistory.measure(todo, view, patience),
      [deed, expected, patienceMs] as const,
    );
    const ofProcessor = (await processorTime(session)) - before;
    if (title !== undefined) took.push({ title, milliseconds, ofProcessor });
  }
  await session.detach();
  return took;
};

const seriesOf = (took: readonly Took[]): Series[] =>
  [...new Set(took.map(({ title }) => title))].flatMap((title): Series[] => {
    const own = took.filter((one) => one.title === title);
    return [
      { title, values: own.map(({ milliseconds }) => milliseconds), unit: 'ms', goal },
      {
        title: '  of it the page had a processor',
        values: own.map(({ ofProcessor }) => ofProcessor),
        unit: 'ms',
      },
    ];
  });

/**
 * How long it takes until what a user asks for is on the screen, with everything on the page.
 * @param perPage as the URL says it
 */
export const interactionSeries = async (
  { page, runs, warmUps }: Bench,
  pushes: readonly FleetPush[],
  perPage: number,
): Promise<Series[]> => {
  const steps = stepsOf(pushes, perPage);
  const all: Took[] = [];
  for (let run = -warmUps; run < runs; run += 1) {
    const took = await takeSteps(page, steps);
    if (run >= 0) all.push(...took);
  }
  return seriesOf(all);
};
