import { imageStreamKind } from '../k8s/image-stream';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { triggerBindingKind } from '../k8s/trigger-binding';
import { aDigest, aTagEvent, aTrigger, anImageStream } from '../testing/builders';
import { MemoryCluster, forbidden } from '../testing/memory-cluster';
import { triggerBindingManifest } from './manifests/trigger-binding';
import { replayedByAnnotation } from './marks';
import { replayMany } from './replay-many';
import type { ManyOutcome, ManyRequest, ManyTools } from './replay-many';
import { RunEnds } from './run-ends';

const items = ['d', 'c', 'b', 'a'].map((digit, index) =>
  aTagEvent({ image: aDigest(digit), created: `2026-03-01T12:00:0${3 - index}Z` }),
);

/** The oldest first. */
const requests = [...items].reverse().map(({ image: digest, created }): ManyRequest => ({
  trigger: aTrigger(),
  push: { digest, created },
  by: 'ada',
}));

let cluster: MemoryCluster;
let ends: RunEnds;
let told: Map<number, ManyOutcome | 'starting'>;

beforeEach(() => {
  cluster = new MemoryCluster();
  cluster.put(triggerBindingKind, triggerBindingManifest({ namespace: 'ci', streams: 'images' }));
  cluster.put(imageStreamKind, anImageStream({ tags: { latest: items } }));
  ends = new RunEnds();
  told = new Map();
});

const tools = (overrides: Partial<ManyTools> = {}): ManyTools => ({
  verbs: cluster,
  now: () => new Date('2026-03-02T08:00:00Z'),
  atOnce: 2,
  untilEnded: () => Promise.resolve(),
  isLeft: () => false,
  report: (index, outcome) => told.set(index, outcome),
  ...overrides,
});

/** The first letters of the digests of the runs that were created, in their order. */
const created = (): string[] =>
  cluster.calls
    .filter(({ verb, kind }) => verb === 'create' && kind === pipelineRunKind.plural)
    .map(({ name }) => name.slice('scan-web-'.length)[0] ?? '');

const outcomes = (): string[] =>
  requests.map((_, index) => {
    const outcome = told.get(index);
    return typeof outcome === 'object' ? outcome.outcome : (outcome ?? 'waits');
  });

/** Lets everything go on that waits for nobody. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const end = (letter: string): void => {
  const names = cluster.names().flatMap((key) => /ci\/(scan-web-.*)/.exec(key)?.[1] ?? []);
  ends.update(
    names.map((name) => ({
      namespace: 'ci',
      name,
      status: name.startsWith(`scan-web-${letter}`) ? 'failed' : 'running',
    })),
  );
};

describe('replayMany', () => {
  it('creates the runs in order, the oldest first', async () => {
    await replayMany(requests, tools());
    expect(created()).toEqual(['a', 'b', 'c', 'd']);
    expect(outcomes()).toEqual(['created', 'created', 'created', 'created']);
  });

  it('starts the next one when fewer than so many are unfinished, however they end', async () => {
    const all = replayMany(requests, tools({ untilEnded: (run) => ends.until(run) }));
    await settle();
    expect(created()).toEqual(['a', 'b']);
    expect(outcomes()).toEqual(['created', 'created', 'waits', 'waits']);
    end('b');
    await settle();
    expect(created()).toEqual(['a', 'b', 'c']);
    ends.stop();
    await all;
    expect(created()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after one that is refused, and says why at that one', async () => {
    cluster.intercept(({ verb, name }) => {
      if (verb === 'dry-run' && name.startsWith('scan-web-b')) throw forbidden();
    });
    await replayMany(requests, tools());
    expect(outcomes()).toEqual(['created', 'refused', 'created', 'created']);
    expect(told.get(1)).toEqual({ outcome: 'refused', problem: forbidden().problem });
  });

  it('runs each push once where two users run them at once, and counts the runs of the other', async () => {
    const mine = new Map<number, ManyOutcome | 'starting'>();
    const report: ManyTools['report'] = (index, outcome) => mine.set(index, outcome);
    await Promise.all([replayMany(requests, tools()), replayMany(requests, tools({ report }))]);
    expect(cluster.names().filter((key) => key.startsWith('pipelineruns'))).toHaveLength(4);
    requests.forEach((_, index) => {
      const both = [told.get(index), mine.get(index)].map((one) =>
        typeof one === 'object' ? one.outcome : one,
      );
      expect(both.sort()).toEqual(['created', 'has-run']);
    });
    await replayMany(requests, tools());
    expect(outcomes()).toEqual(['has-run', 'has-run', 'has-run', 'has-run']);
  });

  it('waits for the run of somebody else as for its own', async () => {
    await replayMany(requests.slice(0, 2), tools());
    void replayMany(requests, tools({ untilEnded: (run) => ends.until(run) }));
    await settle();
    expect(outcomes()).toEqual(['has-run', 'has-run', 'waits', 'waits']);
  });

  it('starts nothing more once the user has left', async () => {
    let isLeft = false;
    const all = replayMany(
      requests,
      tools({ isLeft: () => isLeft, untilEnded: (run) => ends.until(run) }),
    );
    await settle();
    isLeft = true;
    ends.stop();
    await all;
    expect(created()).toEqual(['a', 'b']);
    expect(outcomes()).toEqual(['created', 'created', 'waits', 'waits']);
  });

  it('says who asked, and gives every run the name that the listener gives it', async () => {
    await replayMany(requests.slice(0, 1), tools());
    const annotations = { [replayedByAnnotation]: 'ada' };
    expect(told.get(0)).toMatchObject({
      run: { metadata: { name: 'scan-web-aaaaaaaa-1772366400', annotations } },
    });
  });
});

describe('the ends of runs', () => {
  const run = { namespace: 'ci', name: 'scan-1' };
  const state = async (promise: Promise<void>): Promise<string> =>
    Promise.race([promise.then(() => 'ended'), settle().then(() => 'open')]);

  it('come when a run ends, and not before it was seen', async () => {
    const ended = ends.until(run);
    ends.update([]);
    expect(await state(ended)).toBe('open');
    ends.update([{ ...run, status: 'queued' }]);
    expect(await state(ended)).toBe('open');
    ends.update([{ ...run, status: 'cancelled' }]);
    expect(await state(ended)).toBe('ended');
    expect(await state(ends.until(run))).toBe('ended');
  });

  it('come when a run is deleted', async () => {
    ends.update([{ ...run, status: 'running' }]);
    const ended = ends.until(run);
    ends.update([]);
    expect(await state(ended)).toBe('ended');
  });
});
