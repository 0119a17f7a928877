import { imageKind } from '../k8s/image';
import { imageStreamKind } from '../k8s/image-stream';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { triggerBindingKind } from '../k8s/trigger-binding';
import { aLedger, aPush, aRun, aTagEvent, aTrigger, anImageStream } from '../testing/builders';
import { MemoryCluster, forbidden } from '../testing/memory-cluster';
import { triggerBindingManifest } from './manifests/trigger-binding';
import { causeAnnotations, replayedByAnnotation } from './marks';
import { historyOf } from './history';
import type { PushStatus } from './history';
import { applyReplay, nextRunOf, planReplay } from './replay-push';
import type { ReplayPlan, ReplayRequest } from './replay-push';
import { clusterImages } from './push';
import { runOf } from './run';

const item = aTagEvent({ created: '2026-03-01T12:00:00Z' });
const runName = 'scan-web-aaaaaaaa-1772366400';

const aRequest = (overrides: Partial<ReplayRequest> = {}): ReplayRequest => ({
  trigger: aTrigger(),
  push: { digest: item.image, created: item.created },
  by: 'ada',
  now: new Date('2026-03-02T08:00:00Z'),
  ...overrides,
});

let cluster: MemoryCluster;

beforeEach(() => {
  cluster = new MemoryCluster();
  cluster.put(triggerBindingKind, triggerBindingManifest({ namespace: 'ci', streams: 'images' }));
  cluster.put(imageStreamKind, anImageStream({ tags: { latest: [item] } }));
});

const runs = () => cluster.names().filter((name) => name.startsWith(pipelineRunKind.plural));

const ready = async (request = aRequest()): Promise<Extract<ReplayPlan, { outcome: 'ready' }>> => {
  const plan = await planReplay(request, cluster);
  if (plan.outcome !== 'ready') throw new Error(JSON.stringify(plan));
  return plan;
};

describe('the next run of a push', () => {
  const [row] = historyOf({
    ledger: aLedger(aPush()),
    triggers: [aTrigger()],
    runs: [aRun()],
    now: new Date('2026-03-01T12:10:00Z'),
  });
  const name = (number: number) => aRun({ name: number === 0 ? runName : `${runName}-r${number}` });

  it.each<[PushStatus, number | undefined]>([
    ['missed', 0],
    ['paused', 0],
    ['waiting', undefined],
    ['unmatched', undefined],
  ])('of one without a run that is %s: %s', (status, number) => {
    expect(nextRunOf({ ...row!, run: undefined, status })).toBe(number);
  });

  it.each<[PushStatus, number, number | undefined]>([
    ['succeeded', 0, 1],
    ['failed', 1, 2],
    ['cancelled', 8, 9],
    ['failed', 9, undefined],
    ['running', 0, undefined],
    ['queued', 0, undefined],
    ['unverified', 0, undefined],
    ['ledger-gone', 0, undefined],
    ['unknown', 0, 1],
  ])('of one that is %s by its run %i: %s', (status, last, number) => {
    expect(nextRunOf({ ...row!, run: name(last), status })).toBe(number);
  });
});

describe('planReplay', () => {
  it('makes one more run of a push only where nobody has made it', async () => {
    const { run } = await ready(aRequest({ number: 1 }));
    expect(run.metadata.name).toBe(`${runName}-r1`);
    expect(await applyReplay({ run }, cluster)).toMatchObject({
      outcome: 'created',
    });
    expect(await planReplay(aRequest({ number: 1 }), cluster)).toEqual({
      outcome: 'has-run',
      run: { namespace: 'ci', name: `${runName}-r1` },
    });
  });

  it('makes none where Tekton Results has one of its name, which was pruned', async () => {
    const wasRun = ({ namespace, name }: { namespace: string; name: string }) =>
      Promise.resolve(namespace === 'ci' && name === runName);
    expect(await planReplay(aRequest({ wasRun }), cluster)).toEqual({
      outcome: 'has-run',
      run: { namespace: 'ci', name: runName },
    });
    expect((await planReplay(aRequest({ wasRun, number: 1 }), cluster)).outcome).toBe('ready');
  });

  it('tries the run on the API server, and writes nothing', async () => {
    const { run } = await ready();
    expect(run.metadata).toMatchObject({ name: runName, namespace: 'ci' });
    expect(cluster.calls.map(({ verb }) => verb)).toContain('dry-run');
    expect(runs()).toEqual([]);
  });

  it.each([
    ['ada', 'ada'],
    [undefined, ''],
  ])('has the run say who asked for it, and when: %s', async (by, said) => {
    const { run } = await ready(aRequest({ by }));
    expect(run.metadata.annotations).toMatchObject({
      [replayedByAnnotation]: said,
      [causeAnnotations.eventTime]: '2026-03-02T08:00:00.000Z',
      [causeAnnotations.pushedAt]: item.created,
    });
  });

  it('says why the API server would refuse the run', async () => {
    cluster.intercept(({ verb }) => {
      if (verb === 'dry-run') throw forbidden();
    });
    expect(await planReplay(aRequest(), cluster)).toEqual({
      outcome: 'refused',
      problem: forbidden().problem,
    });
  });

  it('says what kept it from reading what it needs', async () => {
    cluster.intercept(({ kind }) => {
      if (kind === imageStreamKind.plural) throw forbidden();
    });
    expect(await planReplay(aRequest(), cluster)).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['binding-missing', () => cluster.drop(triggerBindingKind, 'ci', 'image-triggers')],
    ['push-gone', () => cluster.drop(imageStreamKind, 'images', 'web')],
  ])('is impossible where something is gone: %s', async (problem, drop) => {
    drop();
    expect(await planReplay(aRequest(), cluster)).toEqual({ outcome: 'impossible', problem });
  });

  describe('of an Image', () => {
    const stream = clusterImages;
    const request = aRequest({ trigger: aTrigger({ stream }) });

    beforeEach(() => {
      cluster.put(
        triggerBindingKind,
        triggerBindingManifest({ namespace: 'ci', streams: stream.namespace }),
      );
      cluster.put(imageKind, {
        metadata: { name: item.image, creationTimestamp: item.created },
        ...{ dockerImageReference: item.dockerImageReference },
      });
    });

    it('is the run that the listener would make, or the event that it would get', async () => {
      const { run, sent } = await ready(request);
      expect(run.metadata.name).toBe(runName);
      expect(runOf(run)?.cause).toMatchObject({ stream, tag: 'registry.example/images/web' });
      expect(sent).toMatchObject({ outcome: 'event', event: { body: { kind: 'Image' } } });
    });

    it.each([
      ['binding-missing', () => cluster.drop(triggerBindingKind, 'ci', 'image-triggers-any-image')],
      ['push-gone', () => cluster.drop(imageKind, '', item.image)],
    ])('is impossible where something is gone: %s', async (problem, drop) => {
      drop();
      expect(await planReplay(request, cluster)).toEqual({ outcome: 'impossible', problem });
    });
  });

  it('is impossible where the trigger cannot be read', async () => {
    const request = aRequest({ trigger: { ...aTrigger(), binding: undefined } });
    expect(await planReplay(request, cluster)).toEqual({
      outcome: 'impossible',
      problem: 'changed-by-hand',
    });
  });
});

describe('applyReplay', () => {
  it('creates a run that the history takes for the run of the push, with who asked', async () => {
    const result = await applyReplay(await ready(), cluster);
    expect(result.outcome).toBe('created');
    const run = cluster.object(pipelineRunKind, 'ci', runName);
    expect(run && runOf(run)).toMatchObject({
      name: runName,
      trigger: 'scan-web',
      replayedBy: 'ada',
      cause: { digest: item.image, pushedAt: item.created, tag: 'latest' },
    });
  });

  it('runs a push once, whoever was first', async () => {
    const [first, second] = [await ready(), await ready(aRequest({ by: 'bob' }))];
    const results = await Promise.all([first, second].map((plan) => applyReplay(plan, cluster)));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['created', 'has-run']);
    expect(runs()).toHaveLength(1);
    expect(await planReplay(aRequest(), cluster)).toEqual({
      outcome: 'has-run',
      run: { namespace: 'ci', name: runName },
    });
  });

  it('says why it was refused', async () => {
    const plan = await ready();
    cluster.intercept(() => {
      throw forbidden();
    });
    expect(await applyReplay(plan, cluster)).toMatchObject({ outcome: 'refused' });
  });
});
