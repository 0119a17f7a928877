import assert from 'node:assert/strict';
import type { StreamRef } from '../../src/domain/push';
import { problemOf } from '../../src/domain/problem';
import type { ProblemCode } from '../../src/domain/problem';
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
  readonly stream: StreamRef;
}

/** What an API server that is away, or begins, is known by. */
const away: readonly ProblemCode[] = ['network', 'unavailable', 'timeout', 'too-many-requests'];

/**
 * How long a listener takes at most for pushes of a flow, in ms: it creates five objects a second
 * (client-go's rate limit), and every event tries one for each lane that finds a fresh push.
 */
export const backlogMs = (pushes: number, lanes: number): number => (pushes * lanes * 1000) / 5;

/** A digest before all others. */
const beforeAll = `sha256:${'0'.repeat(64)}`;

/**
 * Pushes to a stream, one after the other, each of an image and a tag of its own. Their digests
 * rise: lanes take the pushes of one second in the order of their digests, so that its own event
 * runs each of them, however many there are in a second.
 */
export class PushFlow {
  /** The pushes so far, each as `IMAGE TAG`. */
  readonly made: string[] = [];
  private latest = beforeAll;

  constructor(
    private readonly parts: Parts,
    private readonly pauseSeconds = 0.3,
  ) {}

  async push(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) await this.one();
  }

  /** Pushes as long as something goes on. */
  async during(action: Promise<void>): Promise<void> {
    const state = { isOver: false };
    const pushUntilOver = async (): Promise<void> => {
      while (!state.isOver) await this.push(1);
    };
    const ending = action.finally(() => {
      state.isOver = true;
    });
    await Promise.all([ending, pushUntilOver()]);
  }

  /** Pushes until one of the pushes runs: from then on the chain carries them again. */
  async untilOneRuns(trigger: string): Promise<void> {
    const { patienceMs } = this.parts.cluster;
    // Any of them: on a busy cluster, one runs long after the next was pushed.
    const digests = new Set<string>();
    await eventually(patienceMs, async () => {
      digests.add((await this.one()).digest);
      await eventually(patienceMs / 20, async () => {
        const runs = await this.parts.observer.runs();
        const found = runs.some(
          ({ trigger: name, cause }) => name === trigger && digests.has(cause?.digest ?? ''),
        );
        assert.ok(found, `${trigger} has run none of ${[...digests].join(', ')}`);
      });
    });
  }

  /** As the client of a registry does: again, until the API server has taken it. */
  private async one(): Promise<{ digest: string }> {
    const { cluster, registry, images, stream } = this.parts;
    const tag = `flow-${this.made.length}`;
    const image = images.after(this.latest, `to-${tag}`);
    // All digests are used up: the first ones are those of another second.
    if (image.digest < this.latest) await cluster.later(1);
    this.latest = image.digest;
    this.made.push(`${image.label} ${tag}`);
    await eventually(cluster.patienceMs, async () => {
      const problem = await registry.push(stream, tag, image).then(() => undefined, problemOf);
      if (problem && !away.includes(problem.code)) throw new Error(problem.message);
      assert.equal(problem, undefined, 'the API server takes no push');
    });
    await cluster.later(this.pauseSeconds);
    return image;
  }
}
