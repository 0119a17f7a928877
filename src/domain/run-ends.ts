import type { RunProgress } from './run';

type RunRef = Pick<RunProgress, 'namespace' | 'name'>;

const keyOf = ({ namespace, name }: RunRef): string => `${namespace}/${name}`;

/** Tells when runs end, as somebody watches them. */
export class RunEnds {
  private readonly waiting = new Map<string, () => void>();
  private readonly seen = new Set<string>();
  private unfinished: ReadonlySet<string> = new Set();
  private stopped = false;

  /** All runs as they are now. One that was there and is gone has ended, too. */
  update(runs: readonly Pick<RunProgress, 'namespace' | 'name' | 'status'>[]): void {
    for (const run of runs) this.seen.add(keyOf(run));
    const open = runs.filter(({ status }) => status === 'queued' || status === 'running');
    this.unfinished = new Set(open.map(keyOf));
    for (const key of [...this.waiting.keys()]) if (this.hasEnded(key)) this.release(key);
  }

  /** Resolves when a run has ended: one that was never seen is expected to come. */
  until(run: RunRef): Promise<void> {
    const key = keyOf(run);
    return new Promise((resolve) => {
      if (this.stopped || this.hasEnded(key)) resolve();
      else this.waiting.set(key, resolve);
    });
  }

  /** From now on nobody waits any longer. */
  stop(): void {
    this.stopped = true;
    for (const key of [...this.waiting.keys()]) this.release(key);
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  private hasEnded(key: string): boolean {
    return this.seen.has(key) && !this.unfinished.has(key);
  }

  private release(key: string): void {
    this.waiting.get(key)?.();
    this.waiting.delete(key);
  }
}
