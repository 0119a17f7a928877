import { ApiError } from '../api/client';
import { watchObjects } from '../api/watch';
import { imageOf } from './image';
import type { LocalImage } from './image';
import { PodProcess } from './pod-process';
import type { Surroundings } from './pod-process';
import { podPath } from './pod';
import type { Pod } from './pod';
import { isTaskPod, simulateTaskPod } from './task-pod';

/** The one node of the cluster. */
export const nodeName = 'local';

/** The pods of a namespace that have these labels. */
export interface PodChoice {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

interface LivePod {
  /** Undefined where there is no process, or none yet. */
  readonly processId?: number;
  stop(graceMs: number): Promise<void>;
  setRunning(isRunning: boolean): Promise<void>;
}

const uidOf = ({ metadata }: Pod): string => metadata.uid ?? '';
const graceOf = ({ metadata }: Pod): number => 1_000 * (metadata.deletionGracePeriodSeconds ?? 0);

const isOver = ({ status }: Pod): boolean =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

/** Gone, changed, or in a namespace that ends: somebody else was faster, and the watch will tell. */
const lateStatuses = [403, 404, 409];

const unlessLate = (error: unknown): void => {
  if (!(error instanceof ApiError && lateStatuses.includes(error.status))) console.error(error);
};

/**
 * Scheduler and kubelet: runs each pod whose image is known here as a process, simulates
 * those of TaskRuns, and lets all others wait. Probes of liveness are not made.
 */
export class PodRunner {
  private readonly live = new Map<string, { pod: Pod; running: LivePod }>();
  private readonly terminating = new Set<string>();
  private readonly ends = new Set<Promise<void>>();

  constructor(private readonly surroundings: Surroundings) {}

  /** Runs the pods of the cluster until the signal. */
  async follow(signal: AbortSignal): Promise<void> {
    await watchObjects<Pod>(this.surroundings.client, '/api/v1/pods', {
      signal,
      changed: (pod) => this.observe(pod),
      gone: (pod) => void this.end(pod, 0),
    });
  }

  /** Ends the processes of chosen pods and keeps them down, or lets them start again. */
  async setRunning(choice: PodChoice, isRunning: boolean): Promise<void> {
    const chosen = this.chosen(choice);
    await Promise.all(chosen.map(({ running }) => running.setRunning(isRunning)));
  }

  /** The processes of chosen pods: what they need of the machine is in /proc. */
  processIds(choice: PodChoice): number[] {
    return this.chosen(choice).flatMap(({ running }) => running.processId ?? []);
  }

  /** Ends everything; the pods that are ending already are awaited too. */
  async close(): Promise<void> {
    for (const { pod } of [...this.live.values()]) void this.end(pod, 1_000);
    await Promise.all(this.ends);
  }

  private chosen({ namespace, labels }: PodChoice): { pod: Pod; running: LivePod }[] {
    return [...this.live.values()].filter(
      ({ pod: { metadata } }) =>
        metadata.namespace === namespace &&
        Object.entries(labels).every(([key, value]) => metadata.labels?.[key] === value),
    );
  }

  private observe(pod: Pod): void {
    if (pod.metadata.deletionTimestamp !== undefined) this.terminate(pod).catch(unlessLate);
    else if (pod.spec.nodeName === undefined) this.bind(pod).catch(unlessLate);
    else if (!isOver(pod) && !this.live.has(uidOf(pod))) this.start(pod);
  }

  private async bind(pod: Pod): Promise<void> {
    if (!isTaskPod(pod) && this.imageOf(pod) === undefined) return;
    const { name, namespace, uid } = pod.metadata;
    await this.surroundings.client.create(`${podPath(pod)}/binding`, {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name, namespace, uid },
      target: { apiVersion: 'v1', kind: 'Node', name: nodeName },
    });
  }

  private imageOf({ spec }: Pod): LocalImage | undefined {
    const [container, ...others] = spec.containers;
    return container !== undefined && others.length === 0
      ? imageOf(container.image, this.surroundings.images)
      : undefined;
  }

  private start(pod: Pod): void {
    const [container] = pod.spec.containers;
    const image = this.imageOf(pod);
    if (isTaskPod(pod)) this.live.set(uidOf(pod), { pod, running: this.simulated(pod) });
    else if (image !== undefined && container !== undefined) {
      const running = new PodProcess(this.surroundings, pod, { container, image });
      this.live.set(uidOf(pod), { pod, running });
    }
  }

  private simulated(pod: Pod): LivePod {
    const ending = new AbortController();
    simulateTaskPod(this.surroundings.client, pod, ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) unlessLate(error);
    });
    return {
      stop: () => {
        ending.abort();
        return Promise.resolve();
      },
      setRunning: () => Promise.resolve(),
    };
  }

  /** Ends a pod that was deleted, then tells the API server that it may forget it. */
  private async terminate(pod: Pod): Promise<void> {
    const uid = uidOf(pod);
    if (this.terminating.has(uid)) return;
    this.terminating.add(uid);
    await this.end(pod, graceOf(pod));
    await this.surroundings.client.remove(podPath(pod), {
      gracePeriodSeconds: 0,
      preconditions: { uid },
    });
  }

  private end(pod: Pod, graceMs: number): Promise<void> {
    const found = this.live.get(uidOf(pod));
    if (found === undefined) return Promise.resolve();
    this.live.delete(uidOf(pod));
    const end = found.running.stop(graceMs);
    this.ends.add(end);
    return end.finally(() => this.ends.delete(end));
  }
}
