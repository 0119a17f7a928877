import { labelOf, nameOf } from '../k8s/resource';
import { triggerKind } from '../k8s/trigger';
import type { Trigger } from '../k8s/trigger';
import { aDraft, aTrigger, lanesOfDraft } from '../testing/builders';
import { MemoryCluster } from '../testing/memory-cluster';
import { imageTriggersOf } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { activeLabel, groupLabel } from './marks';
import { pauseTrigger, resumeTrigger } from './pause-trigger';
import { readPushFilter } from './push-filter';

const names = ['scan-web', 'scan-web-2', 'scan-web-3', 'scan-web-4'];

const aCluster = (...lanes: Trigger[]): MemoryCluster => {
  const cluster = new MemoryCluster();
  cluster.time = Date.parse('2026-03-02T08:00:00Z');
  for (const lane of lanes) cluster.put(triggerKind, lane);
  return cluster;
};

const lanesIn = (cluster: MemoryCluster): Trigger[] =>
  names.map((name) => cluster.object(triggerKind, 'ci', name)).filter((lane) => lane !== undefined);

const triggerIn = (cluster: MemoryCluster): ImageTrigger =>
  imageTriggersOf(lanesIn(cluster), [])[0]!;

const patchedIn = (cluster: MemoryCluster): string[] =>
  cluster.calls.filter(({ verb }) => verb === 'patch').map(({ name }) => name);

const activeIn = (cluster: MemoryCluster): string[] =>
  lanesIn(cluster)
    .filter((lane) => labelOf(lane, activeLabel) === 'true')
    .map(nameOf);

describe('pauseTrigger', () => {
  it('takes every lane from the listener and says who, when and why', async () => {
    const cluster = aCluster(...lanesOfDraft());
    await pauseTrigger(triggerIn(cluster), cluster, { by: 'ada', reason: 'freeze' });
    expect(activeIn(cluster)).toEqual([]);
    expect(triggerIn(cluster)).toMatchObject({
      active: 'none',
      binding: { stream: { namespace: 'images', name: 'web' } },
      activity: [
        { at: '2026-03-01T10:00:00Z', state: 'active' },
        { at: '2026-03-02T08:00:01Z', state: 'paused', by: 'ada', reason: 'freeze' },
      ],
    });
  });

  it('goes on where an earlier try stopped half-way', async () => {
    const [root, ...others] = lanesOfDraft();
    const [, second] = lanesOfDraft(aDraft(), { active: false });
    const cluster = aCluster(root!, second!, ...others.slice(1));
    await pauseTrigger(triggerIn(cluster), cluster, {});
    expect(activeIn(cluster)).toEqual([]);
    expect(patchedIn(cluster)).toEqual(['scan-web', 'scan-web-3', 'scan-web-4']);
  });

  it('also stops a trigger that was changed by hand', async () => {
    const [root, ...others] = lanesOfDraft();
    const cluster = aCluster({ ...root, spec: { interceptors: [], template: {} } }, ...others);
    expect(triggerIn(cluster).binding).toBeUndefined();
    await pauseTrigger(triggerIn(cluster), cluster, {});
    expect(activeIn(cluster)).toEqual([]);
  });

  it('touches no other trigger, whatever its name', async () => {
    const others = ['scan-web-time', 'scan-web-21', 'scan'].flatMap((name) =>
      lanesOfDraft(aDraft({ name })),
    );
    const cluster = aCluster(...lanesOfDraft(), ...others);
    const before = others.map(({ metadata }) => cluster.object(triggerKind, 'ci', metadata!.name!));
    await pauseTrigger(aTrigger(), cluster, {});
    expect(
      others.map(({ metadata }) => cluster.object(triggerKind, 'ci', metadata!.name!)),
    ).toEqual(before);
    expect(cluster.names()).toHaveLength(4 + others.length);
  });
});

describe('a trigger that was deleted meanwhile', () => {
  it.each([
    ['is not called paused', pauseTrigger],
    ['is not called resumed', resumeTrigger],
  ])('%s', async (_, change) => {
    const trigger = triggerIn(aCluster(...lanesOfDraft()));
    // The other lanes can outlive lane 1 until they are collected.
    for (const left of [lanesOfDraft().slice(1), []])
      await expect(change(trigger, aCluster(...left), {})).rejects.toMatchObject({
        problem: { code: 'not-found' },
      });
  });
});

describe('resumeTrigger', () => {
  const paused = (): Trigger[] => lanesOfDraft(aDraft(), { active: false });

  it('gives every lane back to the listener, from now on, lane 1 last', async () => {
    const cluster = aCluster(...paused());
    await resumeTrigger(triggerIn(cluster), cluster, { by: 'ada' });
    expect(activeIn(cluster)).toEqual(names);
    expect(patchedIn(cluster)).toEqual(['scan-web-2', 'scan-web-3', 'scan-web-4', 'scan-web']);
    expect(
      lanesIn(cluster).map(({ spec }) => readPushFilter('scan-web', spec?.interceptors)),
    ).toMatchObject([0, 1, 2, 3].map((lane) => ({ lane, activatedAt: '2026-03-02T08:00:01Z' })));
    expect(triggerIn(cluster)).toMatchObject({
      active: 'all',
      activity: [
        { at: '2026-03-01T10:00:00Z', state: 'active' },
        { at: '2026-03-02T08:00:01Z', state: 'active', by: 'ada' },
      ],
    });
  });

  it('puts a lane back into the group of its stream', async () => {
    const [root, ...others] = paused();
    const labels = { ...root!.metadata!.labels, [groupLabel]: '15' };
    const cluster = aCluster({ ...root, metadata: { ...root!.metadata, labels } }, ...others);
    await resumeTrigger(triggerIn(cluster), cluster, {});
    expect(triggerIn(cluster).active).toBe('all');
  });

  it('keeps what a lane answers to', async () => {
    const cluster = aCluster(...paused());
    const { binding } = triggerIn(cluster);
    await resumeTrigger(triggerIn(cluster), cluster, {});
    expect(triggerIn(cluster).binding).toEqual(binding);
  });

  it('resumes no lane where one was changed by hand', async () => {
    const lanes = paused();
    const last = { ...lanes[3], spec: { interceptors: [], template: {} } };
    const cluster = aCluster(...lanes.slice(0, 3), last);
    const before = cluster.snapshot();
    await expect(resumeTrigger(triggerIn(cluster), cluster, {})).rejects.toMatchObject({
      problem: { code: 'invalid' },
    });
    expect(cluster.snapshot()).toEqual(before);
  });

  it('changes nothing where somebody else has resumed it meanwhile', async () => {
    const cluster = aCluster(...paused());
    const trigger = triggerIn(cluster);
    await resumeTrigger(trigger, cluster, { by: 'ada' });
    const before = cluster.snapshot();
    await resumeTrigger(trigger, cluster, { by: 'bob' });
    expect(cluster.snapshot()).toEqual(before);
  });

  it('asks the server for the time, and does nothing without an answer', async () => {
    const cluster = aCluster(...paused());
    const before = cluster.snapshot();
    cluster.create = () => Promise.resolve({});
    await expect(resumeTrigger(triggerIn(cluster), cluster, {})).rejects.toThrow('no time');
    expect(cluster.snapshot()).toEqual(before);
  });
});
