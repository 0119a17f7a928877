import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { startReadyControlPlane } from '../../scenarios/control-plane';
import { withConsolePage } from '../console-page';
import { lineOf, machineLine } from '../report';
import { Capacity } from './capacity';
import { headRows, rowOf } from './capacity-table';
import { layouts } from './layouts';
import type { LayoutName } from './layouts';
import { leaveToListeners } from './leave-to-listeners';
import { measurePushes } from './push-to-history';
import { Site } from './site';
import type { ControlPlane } from '../../../local/control-plane/control-plane';

const bursts = [1, 5];

const isLayout = (name: string): name is LayoutName => name in layouts;

interface Choice {
  readonly runs: number;
  readonly layouts: readonly LayoutName[];
  readonly triggers: readonly number[];
  readonly kilobytes: readonly number[];
}

const measureChain = async (controlPlane: ControlPlane, runs: number): Promise<void> => {
  const site = await Site.on(controlPlane);
  const { api, tokens } = controlPlane;
  const options = {
    apiServer: api,
    token: tokens.admin,
    cluster: 'Control plane',
    probe: 'history-probe.ts',
  };
  await withConsolePage(options, async (page, browserVersion) => {
    console.log(machineLine(browserVersion));
    console.log(`\nFrom the sending of a push: ${runs} pushes, median (p10 to p90)`);
    const series = await measurePushes(site, page, { runs, warmUps: 3 });
    series.map(lineOf).forEach((line) => console.log(line));
  });
  await site.close();
};

/** Of triggers and kilobytes: with one call a lane, more needs more memory than machines have. */
const mostForLanes = 20_000;

/** Without groups, a listener is only compared where it can be. */
const layoutsOf = (choice: Choice, triggers: number, kilobytes: number): readonly LayoutName[] =>
  choice.layouts.filter((name) => name !== 'lanes' || triggers * kilobytes <= mostForLanes);

/** One for each number of projects that the layouts ask for. */
const capacitiesOf = async (
  controlPlane: ControlPlane,
  names: readonly LayoutName[],
): Promise<ReadonlyMap<number, Capacity>> => {
  const capacities = new Map<number, Capacity>();
  for (const { projects } of names.map((name) => layouts[name]))
    if (!capacities.has(projects))
      capacities.set(projects, await Capacity.on(controlPlane, projects));
  return capacities;
};

const measureCapacity = async (controlPlane: ControlPlane, choice: Choice): Promise<void> => {
  const capacities = await capacitiesOf(controlPlane, choice.layouts);
  await leaveToListeners(controlPlane);
  headRows.forEach((row) => console.log(row));
  for (const triggers of choice.triggers) {
    for (const kilobytes of choice.kilobytes) {
      for (const layout of layoutsOf(choice, triggers, kilobytes)) {
        const capacity = capacities.get(layouts[layout].projects);
        if (!capacity) continue;
        const plan = { layout, triggers, bytes: 1000 * kilobytes };
        await capacity.prepare(plan);
        for (const burst of bursts) console.log(rowOf(await capacity.measure({ ...plan, burst })));
      }
    }
  }
  for (const capacity of capacities.values()) await capacity.close();
};

const numbersIn = (text: string): number[] => text.split(',').filter(Boolean).map(Number);

/**
 * Measures the real control plane and prints the figures: `npm run bench:control-plane
 * [-- --runs NUMBER] [--triggers 10,100,300] [--kilobytes 20,200,1400] [--layouts groups,two-projects,lanes]`.
 * No runs, or no triggers: that part is left out. No figure is a reason to fail.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '30' },
      triggers: { type: 'string', default: '10,100,300' },
      kilobytes: { type: 'string', default: '20,200,1400' },
      layouts: { type: 'string', default: 'groups,two-projects,lanes' },
    },
  });
  const runs = Number(values.runs);
  const choice = {
    runs,
    layouts: values.layouts.split(',').filter(isLayout),
    triggers: numbersIn(values.triggers),
    kilobytes: numbersIn(values.kilobytes),
  };
  const controlPlane = await startReadyControlPlane();
  try {
    console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1) ?? 'unknown'}`);
    if (runs > 0) await measureChain(controlPlane, runs);
    if (choice.triggers.length > 0) await measureCapacity(controlPlane, choice);
  } finally {
    await controlPlane.close();
  }
};

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
