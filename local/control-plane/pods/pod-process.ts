import { appendFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { KubeClient } from '../api/client';
import type { PodNetwork, PodNetworks } from '../network/pod-network';
import { startProcess } from '../process/supervisor';
import type { Ending, Running } from '../process/supervisor';
import { environmentOf, expand } from './environment';
import type { PodFacts } from './environment';
import type { LocalImage, LocalImages } from './image';
import { timestamp } from './pod';
import type { Container, Pod } from './pod';
import { isReady } from './probe';
import { makeRootFolder } from './root-folder';
import { reportPod } from './status';
import type { ContainerState, PodReport } from './status';

/** What every pod is run with. */
export interface Surroundings {
  readonly client: KubeClient;
  readonly networks: PodNetworks;
  /** Of this run. */
  readonly folder: string;
  readonly nodeAddress: string;
  readonly api: PodFacts['api'];
  /** Beside those of the components. */
  readonly images: LocalImages;
}

/** Until a program is ready; a kubelet would let everybody wait for its period. */
const probeAtFirstMs = 200;
/** What a probe is that says no more: how often it is made, and fails in a row (core/v1 Probe). */
const probeDefaults = { periodSeconds: 10, failureThreshold: 3 };
const firstBackOffMs = 500;
const longestBackOffMs = 30_000;
/** After so long without an end, a program is no longer one that keeps failing. */
const steadyMs = 60_000;
/** The programs lame-duck for longer than anybody here would like to wait. */
const longestGraceMs = 5_000;

/** A pod as a process: its network, its file system, its starts. */
export class PodProcess {
  private process: Running | undefined;
  private network: PodNetwork | undefined;
  private restarts = 0;
  private isWanted = true;
  private isHalted = false;
  private wakeUp = new AbortController();
  private readonly startedAt = timestamp();
  private readonly life: Promise<void>;
  private lastReport = '';

  constructor(
    private readonly surroundings: Surroundings,
    readonly pod: Pod,
    private readonly what: { readonly container: Container; readonly image: LocalImage },
  ) {
    this.life = this.live().catch((error: unknown) => {
      console.error(`${pod.metadata.name}:`, error);
    });
  }

  /** Undefined before the first start. */
  get processId(): number | undefined {
    return this.process?.pid;
  }

  /** Ends the process and lets it start no more, or lets it start again. */
  async setRunning(isRunning: boolean): Promise<void> {
    this.isHalted = !isRunning;
    if (!isRunning) await this.process?.stop(0);
    this.wakeUp.abort();
  }

  /** Ends the pod and everything of it. */
  async stop(graceMs: number): Promise<void> {
    this.isWanted = false;
    this.wakeUp.abort();
    await this.process?.stop(Math.min(graceMs, longestGraceMs));
    await this.life;
    await this.network?.close();
    await rm(this.root, { recursive: true, force: true });
  }

  private isOver(): boolean {
    return !this.isWanted;
  }

  private get root(): string {
    return join(this.surroundings.folder, 'pods', this.pod.metadata.uid ?? '');
  }

  private get logFile(): string {
    const { namespace = '', name } = this.pod.metadata;
    return join(this.surroundings.folder, 'logs', 'pods', namespace, `${name}.log`);
  }

  private async live(): Promise<void> {
    this.network = await this.surroundings.networks.open();
    let backOffMs = firstBackOffMs;
    while (!this.isOver()) {
      const startedAt = Date.now();
      const result = await this.runOnce(this.network).catch((error: unknown) =>
        error instanceof Error ? error.message : String(error),
      );
      if (this.isOver()) return;
      if (typeof result !== 'string' && this.pod.spec.restartPolicy === 'Never') {
        await this.finish(result);
        return;
      }
      if (Date.now() - startedAt > steadyMs) backOffMs = firstBackOffMs;
      await this.report(
        { waiting: { reason: 'CrashLoopBackOff', message: this.problemOf(result) } },
        false,
      );
      await this.wait(backOffMs);
      backOffMs = Math.min(2 * backOffMs, longestBackOffMs);
      this.restarts += 1;
    }
  }

  /** Waits before a start, and for as long as the pod is halted. */
  private async wait(backOffMs: number): Promise<void> {
    const untilWoken = async (ms: number): Promise<void> => {
      if (this.isOver()) return;
      this.wakeUp = new AbortController();
      const { signal } = this.wakeUp;
      await setTimeout(ms, undefined, { signal }).catch(() => undefined);
    };
    if (!this.isHalted) await untilWoken(backOffMs);
    while (this.isHalted && !this.isOver()) await untilWoken(longestBackOffMs);
  }

  private problemOf(result: Ending | string): string {
    if (typeof result === 'string') return result;
    const { code, signal } = result;
    return `ended by ${signal ?? `exit code ${code ?? 'unknown'}`}; its log: ${this.logFile}`;
  }

  /** Reports a pod that runs once as over; it stays until somebody deletes it. */
  private async finish({ code }: Ending): Promise<void> {
    const hasSucceeded = code === 0;
    const terminated = {
      // As a shell has it of one that was killed.
      exitCode: code ?? 137,
      reason: hasSucceeded ? 'Completed' : 'Error',
      startedAt: this.startedAt,
      finishedAt: timestamp(),
    };
    await this.report({ terminated }, false, hasSucceeded ? 'Succeeded' : 'Failed');
  }

  /** Runs the program to its end and answers how it ended. */
  private async runOnce(network: PodNetwork): Promise<Ending> {
    const process = await this.start(network);
    this.process = process;
    // Whoever ended or halted the pod during the start found no process to stop.
    if (this.isOver() || this.isHalted) await process.stop(0);
    const running = { running: { startedAt: timestamp() } };
    await this.report(running, false);
    const { container } = this.what;
    const { periodSeconds, failureThreshold } = { ...probeDefaults, ...container.readinessProbe };
    let ready = false;
    let failures = 0;
    while (!process.hasEnded()) {
      const answersWell = await isReady(network.address, container);
      failures = answersWell ? 0 : failures + 1;
      ready = answersWell || (ready && failures < failureThreshold);
      await this.report(running, ready);
      const pause = new AbortController();
      const next = setTimeout(ready ? 1_000 * periodSeconds : probeAtFirstMs, undefined, pause);
      await Promise.race([next.catch(() => undefined), process.ended]);
      pause.abort();
    }
    return process.ended;
  }

  private async start({ address, file }: PodNetwork): Promise<Running> {
    const { client, api, nodeAddress } = this.surroundings;
    const { container, image } = this.what;
    const source = { client, pod: this.pod, facts: { address, nodeAddress, api } };
    await rm(this.root, { recursive: true, force: true });
    await mkdir(dirname(this.logFile), { recursive: true });
    await appendFile(this.logFile, '');
    await makeRootFolder(this.root, source, { container, image, logFile: this.logFile });
    const variables = await environmentOf(source, container);
    const command = [...(container.command ?? image.command), ...(container.args ?? [])];
    const inside = [`--net=${file}`, `--root=${this.root}`, `--wd=${this.root}`];
    return startProcess({
      command: [
        '/usr/bin/nsenter',
        ...inside,
        '--',
        ...command.map((word) => expand(word, variables)),
      ],
      env: Object.fromEntries(variables),
      logFile: this.logFile,
    });
  }

  private async report(
    state: ContainerState,
    ready: boolean,
    phase: PodReport['phase'] = 'Running',
  ): Promise<void> {
    const { container } = this.what;
    const { startedAt, restarts, network, surroundings, pod } = this;
    const report = {
      phase,
      startedAt,
      address: network?.address,
      containers: [{ container, state, isReady: ready, restarts }],
    };
    const text = JSON.stringify(report);
    if (text === this.lastReport) return;
    await reportPod(surroundings.client, pod, report);
    this.lastReport = text;
  }
}
