import assert from 'node:assert/strict';
import { quietStatuses } from '../../src/domain/history';
import type { HistoryRow } from '../../src/domain/history';
import type { StreamRef } from '../../src/domain/push';
import type { ClusterUnderTest } from './cluster-under-test';
import { eventually } from './eventually';
import type { Images } from './image';
import type { Observer } from './observer';
import type { Registry } from './registry';

interface Parts {
  readonly cluster: ClusterUnderTest;
  readonly observer: Observer;
  readonly registry: Registry;
  readonly images: Images;
}

/** What scenarios assert; each waits for it as long as the cluster may take. */
export class Expectations {
  private barriers = 0;

  constructor(private readonly parts: Parts) {}

  /** A trigger has these runs and no others, each as `IMAGE TAG`. */
  async runs(
    trigger: string,
    runs: readonly string[],
    patienceMs = this.parts.cluster.patienceMs,
  ): Promise<void> {
    await eventually(patienceMs, async () => {
      assert.deepEqual(await this.runsOf(trigger), [...runs].sort(), `the runs of ${trigger}`);
    });
  }

  /**
   * A trigger has these runs and gets no others. The source sends the events of a stream in their
   * order, so the run of one more push proves that all before it have reached the listener.
   * @param last where that push goes; its tag must be one that the trigger answers to, and is in the
   *   record of the run unless something else is
   */
  async noMoreRuns(
    trigger: string,
    runs: readonly string[],
    { stream, tag, recorded = tag }: { stream: StreamRef; tag: string; recorded?: string },
  ): Promise<void> {
    const { cluster, registry, images } = this.parts;
    await this.runs(trigger, runs);
    // In a second of its own: of more pushes than lanes in one second, any may be left out.
    await cluster.later(1);
    this.barriers += 1;
    const image = images.named(`last-${this.barriers}`);
    await registry.push(stream, tag, image);
    const last = `${image.label} ${recorded}`;
    await this.eventually(async () => {
      assert.ok((await this.runsOf(trigger)).includes(last), `${trigger} has no run of ${last}`);
    });
    const all = [...runs, last].sort();
    assert.deepEqual(await this.runsOf(trigger), all, `the runs of ${trigger} after one more push`);
  }

  /** The history of a trigger has these rows and no others, each as `IMAGE TAG,TAG STATUS`. */
  async history(trigger: string, rows: readonly string[]): Promise<void> {
    const { observer } = this.parts;
    await this.eventually(async () => {
      const found = (await observer.history())
        .filter((row) => row.trigger.name === trigger)
        .map((row) => `${this.lineOf(row)} ${row.status}`);
      assert.deepEqual(found.sort(), [...rows].sort(), `the history of ${trigger}`);
    });
  }

  /**
   * A trigger has these pushes and no others, each as `IMAGE TAG`; each ran once or is found as
   * missed or superseded. It is time that decides which: it passes until nothing waits any more.
   * @returns those that were missed
   */
  async ranOrMissed(trigger: string, pushes: readonly string[]): Promise<string[]> {
    const { cluster, observer } = this.parts;
    return this.eventually(async () => {
      await cluster.later(5);
      const rows = (await observer.history()).filter(
        (row) => row.trigger.name === trigger && !quietStatuses.has(row.status),
      );
      const lines = rows.map((row) => this.lineOf(row)).sort();
      assert.deepEqual(lines, [...pushes].sort(), `the pushes of ${trigger}`);
      const isMissed = ({ status }: HistoryRow) => status === 'missed' || status === 'superseded';
      const [missed, others] = [rows.filter(isMissed), rows.filter((row) => !isMissed(row))];
      const ran = others.map((row) => this.lineOf(row)).sort();
      assert.deepEqual(await this.runsOf(trigger), ran, `the runs of ${trigger}`);
      return missed.map((row) => this.lineOf(row));
    });
  }

  /** What is there because of image triggers is what a snapshot says. */
  async snapshot(before: readonly string[], message: string): Promise<void> {
    await this.eventually(async () => {
      assert.deepEqual(await this.parts.observer.snapshot(), before, message);
    });
  }

  private eventually<T>(look: () => Promise<T>): Promise<T> {
    return eventually(this.parts.cluster.patienceMs, look);
  }

  private lineOf({ digest, tags }: HistoryRow): string {
    return `${this.parts.images.labelOf(digest)} ${tags.join(',')}`;
  }

  private async runsOf(trigger: string): Promise<string[]> {
    const { observer, images } = this.parts;
    return (await observer.runs())
      .filter((run) => run.trigger === trigger)
      .map(({ cause }) => `${images.labelOf(cause?.digest)} ${cause?.tag ?? '(no tag)'}`)
      .sort();
  }
}
