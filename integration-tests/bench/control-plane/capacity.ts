import type { ControlPlane } from '../../../local/control-plane/control-plane';
import { imageStreamKind } from '../../../src/k8s/image-stream';
import { triggerKind } from '../../../src/k8s/trigger';
import { layouts } from './layouts';
import type { LayoutName } from './layouts';
import { ManyTriggers, streamName } from './many-triggers';
import { ProcessUse, untilQuiet } from './process-use';
import { RunWatch } from './run-watch';
import { interceptors, Site } from './site';
import { fillStream } from './sized-stream';

/** What a cell of the table is about. */
export interface CellPlan {
  readonly layout: LayoutName;
  /** Image triggers, of all listeners. */
  readonly triggers: number;
  /** Of the JSON of each stream that is pushed to, about. */
  readonly bytes: number;
  /** How many streams are pushed to at once. */
  readonly burst: number;
}

export interface Cell extends CellPlan {
  /** Trigger objects, of all listeners. */
  readonly lanes: number;
  readonly realBytes: number;
  readonly pushes: number;
  /** From the sending of a push to its run, of the runs that were made. */
  readonly milliseconds: readonly number[];
  /** From the sending of a burst until the listeners and the interceptors do nothing more. */
  readonly busy: readonly number[];
  /** Of a processor, of the listeners and the interceptors, for each push. */
  readonly processorSeconds: number;
  /** Of all listeners together. */
  readonly listenerMebibytes: number;
  readonly interceptorsMebibytes: number;
}

const largestBurst = 5;
const pushesOfCell = 20;
const mostCellMs = 20_000;
const patienceMs = 30_000;

interface Processes {
  readonly listeners: readonly ProcessUse[];
  readonly interceptors: ProcessUse;
}

const allOf = ({ listeners, interceptors: shared }: Processes): ProcessUse[] => [
  ...listeners,
  shared,
];

const sumOf = (processes: readonly ProcessUse[], value: (process: ProcessUse) => number): number =>
  processes.reduce((sum, process) => sum + value(process), 0);

const ticksOf = (processes: Processes): number =>
  sumOf(allOf(processes), (process) => process.ticks());

const processOf = (pids: readonly number[], what: string): ProcessUse => {
  const [pid] = pids;
  if (pid === undefined) throw new Error(`${what} does not run.`);
  return new ProcessUse(pid);
};

/** What the listeners of so many projects can do, on a control plane that does nothing else. */
export class Capacity {
  private readonly triggers: ManyTriggers;
  private label = 0;

  /**
   * @param site where the ImageStreams are
   * @param homes where the image triggers are, it among them
   */
  private constructor(
    private readonly site: Site,
    private readonly homes: readonly Site[],
    private readonly runs: RunWatch,
  ) {
    this.triggers = new ManyTriggers(homes);
  }

  static async on(controlPlane: ControlPlane, projects: number): Promise<Capacity> {
    const site = await Site.on(controlPlane);
    const homes = [site];
    while (homes.length < projects) homes.push(await Site.on(controlPlane, site.namespace));
    const runs = new RunWatch();
    for (const home of homes) await home.watchRuns(runs);
    const capacity = new Capacity(site, homes, runs);
    for (const name of capacity.pushedStreams())
      await site.registry.createStream(site.streamOf(name));
    return capacity;
  }

  /** Sets the listeners up, with nothing in their memory of what was before. */
  async prepare({ layout, triggers, bytes }: Omit<CellPlan, 'burst'>): Promise<void> {
    const { site } = this;
    await this.triggers.growTo(triggers);
    for (const name of this.pushedStreams())
      await fillStream(site.admin, site.streamOf(name), bytes);
    for (const home of this.homes) {
      await home.patchListener({ spec: layouts[layout].spec });
      await home.restartListener();
    }
    await untilQuiet(allOf(this.processes()), patienceMs);
  }

  /** Pushes burst after burst, each when the one before is done. */
  async measure(plan: CellPlan): Promise<Cell> {
    const processes = this.processes();
    allOf(processes).forEach((process) => {
      process.resetPeak();
    });
    const milliseconds: number[] = [];
    const busy: number[] = [];
    const deadline = Date.now() + mostCellMs;
    const before = ticksOf(processes);
    let pushes = 0;
    while (pushes < pushesOfCell && Date.now() < deadline) {
      const sent = Date.now();
      const times = await Promise.all(
        this.pushedStreams()
          .slice(0, plan.burst)
          .map((name) => this.pushOnce(name)),
      );
      milliseconds.push(...times.filter((time) => time !== undefined));
      busy.push((await untilQuiet(allOf(processes), patienceMs)) - sent);
      pushes += plan.burst;
    }
    return {
      ...plan,
      lanes: await this.lanes(),
      realBytes: await this.bytesOfStream(),
      pushes,
      milliseconds,
      busy,
      processorSeconds: (ticksOf(processes) - before) / 100 / pushes,
      listenerMebibytes: sumOf(processes.listeners, (process) => process.peakMebibytes()),
      interceptorsMebibytes: processes.interceptors.peakMebibytes(),
    };
  }

  async close(): Promise<void> {
    for (const home of this.homes) await home.close();
  }

  private async lanes(): Promise<number> {
    const { admin } = this.site;
    const lists = this.homes.map(({ namespace }) => admin.list(triggerKind, { namespace }));
    return (await Promise.all(lists)).flat().length;
  }

  private pushedStreams(): string[] {
    return Array.from({ length: largestBurst }, (_, n) => streamName(n));
  }

  private async pushOnce(stream: string): Promise<number | undefined> {
    this.label += 1;
    const sent = Date.now();
    const digest = await this.site.push(stream, `push ${this.label}`);
    const created = await this.runs.until(digest, patienceMs);
    return created === undefined ? undefined : created - sent;
  }

  private async bytesOfStream(): Promise<number> {
    const stream = await this.site.admin.get(imageStreamKind, this.site.streamOf(streamName(0)));
    return JSON.stringify(stream).length;
  }

  private processes(): Processes {
    const { pods } = this.site.controlPlane;
    return {
      listeners: this.homes.map(({ listenerPods }) =>
        processOf(pods.processIds(listenerPods), 'A listener'),
      ),
      interceptors: processOf(pods.processIds(interceptors), 'The server of the interceptors'),
    };
  }
}
