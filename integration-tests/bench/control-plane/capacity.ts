import { imageStreamKind } from '../../../src/k8s/image-stream';
import { triggerKind } from '../../../src/k8s/trigger';
import { layouts } from './layouts';
import type { LayoutName } from './layouts';
import { ManyTriggers, streamName } from './many-triggers';
import { ProcessUse, untilQuiet } from './process-use';
import type { RunWatch } from './run-watch';
import { interceptors } from './site';
import type { Site } from './site';
import { fillStream } from './sized-stream';

/** What a cell of the table is about. */
export interface CellPlan {
  readonly layout: LayoutName;
  /** Image triggers on the listener. */
  readonly triggers: number;
  /** Of the JSON of each stream that is pushed to, about. */
  readonly bytes: number;
  /** How many streams are pushed to at once. */
  readonly burst: number;
}

export interface Cell extends CellPlan {
  /** Trigger objects on the listener. */
  readonly lanes: number;
  readonly realBytes: number;
  readonly pushes: number;
  /** From the sending of a push to its run, of the runs that were made. */
  readonly milliseconds: readonly number[];
  /** From the sending of a burst until the listener and the interceptors do nothing more. */
  readonly busy: readonly number[];
  /** Of a processor, of the listener and the interceptors, for each push. */
  readonly processorSeconds: number;
  readonly listenerMebibytes: number;
  readonly interceptorsMebibytes: number;
}

const largestBurst = 5;
const pushesOfCell = 20;
const mostCellMs = 20_000;
const patienceMs = 30_000;

const controllerPods = {
  namespace: 'tekton-pipelines',
  labels: {
    'app.kubernetes.io/name': 'controller',
    'app.kubernetes.io/part-of': 'tekton-pipelines',
  },
};
interface Processes {
  readonly listener: ProcessUse;
  readonly interceptors: ProcessUse;
}

const ticksOf = (processes: Processes): number =>
  processes.listener.ticks() + processes.interceptors.ticks();

/** The table of what a listener can do, on a control plane that does nothing else. */
export class Capacity {
  private readonly triggers: ManyTriggers;
  private label = 0;

  private constructor(
    private readonly site: Site,
    private readonly runs: RunWatch,
  ) {
    this.triggers = new ManyTriggers(site);
  }

  static async on(site: Site): Promise<Capacity> {
    const capacity = new Capacity(site, await site.watchRuns());
    for (const name of capacity.pushedStreams())
      await site.registry.createStream(site.streamOf(name));
    await site.reachInterceptorsDirectly();
    // The runs only have to be made: what becomes of them would take the processors from the rest.
    await site.controlPlane.pods.setRunning(controllerPods, false);
    return capacity;
  }

  /** Sets the listener up, with nothing in its memory of what was before. */
  async prepare({ layout, triggers, bytes }: Omit<CellPlan, 'burst'>): Promise<void> {
    const { site } = this;
    await this.triggers.growTo(triggers);
    for (const name of this.pushedStreams())
      await fillStream(site.admin, site.streamOf(name), bytes);
    await site.patchListener({ spec: layouts[layout].spec });
    await site.restartListener();
    await untilQuiet(Object.values(this.processes()), patienceMs);
  }

  /** Pushes burst after burst, each when the one before is done. */
  async measure(plan: CellPlan): Promise<Cell> {
    const processes = this.processes();
    processes.listener.resetPeak();
    processes.interceptors.resetPeak();
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
      busy.push((await untilQuiet(Object.values(processes), patienceMs)) - sent);
      pushes += plan.burst;
    }
    return {
      ...plan,
      lanes: (await this.site.admin.list(triggerKind, { namespace: this.site.namespace })).length,
      realBytes: await this.bytesOfStream(),
      pushes,
      milliseconds,
      busy,
      processorSeconds: (ticksOf(processes) - before) / 100 / pushes,
      listenerMebibytes: processes.listener.peakMebibytes(),
      interceptorsMebibytes: processes.interceptors.peakMebibytes(),
    };
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
    const [listener] = pods.processIds(this.site.listenerPods);
    const [shared] = pods.processIds(interceptors);
    if (listener === undefined || shared === undefined)
      throw new Error('The listener or the interceptors do not run.');
    return { listener: new ProcessUse(listener), interceptors: new ProcessUse(shared) };
  }
}
