import { triggerKind } from '../../k8s/trigger';
import { aDraft } from '../../testing/builders';
import { MemoryCluster, forbidden } from '../../testing/memory-cluster';
import { accountResources, receiverResources, relayResources } from '../relay';
import type { Resource } from '../relay';
import { createTrigger } from './create-trigger';
import type { ApplyReport } from './transaction';

const options = { version: '1.2.3' };
const draft = aDraft();

const clusterWith = (resources: Resource[]): MemoryCluster => {
  const cluster = new MemoryCluster();
  for (const { kind, manifest } of resources) cluster.put(kind, manifest);
  return cluster;
};

/** What is there of the relay before. */
const listenerSide = [
  ...accountResources('ci'),
  ...receiverResources({ namespace: 'ci', streams: 'images' }),
];

describe('the reports of createTrigger', () => {
  const lastReport = async (cluster: MemoryCluster): Promise<ApplyReport> => {
    const reports: ApplyReport[] = [];
    await createTrigger(draft, cluster, { ...options, onReport: (one) => reports.push(one) });
    return reports.at(-1)!;
  };

  it('go from the check to the commit, an object at a time', async () => {
    const seen: string[] = [];
    await createTrigger(aDraft({ rule: { kind: 'tags', tags: ['v1'] } }), new MemoryCluster(), {
      ...options,
      onReport: ({ states }) => seen.push(states.join(' ')),
    });
    const row = (...parts: [string, number][]): string =>
      parts.flatMap(([state, times]) => Array.from({ length: times }, () => state)).join(' ');
    expect(seen).toHaveLength(12 + 12 + 1);
    expect(seen[0]).toBe(row(['checked', 1], ['pending', 11]));
    expect(seen[11]).toBe(row(['checked', 12]));
    expect(seen[12]).toBe(row(['created', 1], ['pending', 11]));
    expect(seen[24]).toBe(row(['created', 10], ['active', 1], ['created', 1]));
  });

  it('end with what was there already and what is new', async () => {
    const { plan, states } = await lastReport(
      clusterWith(relayResources({ namespace: 'ci', streams: 'images' }, '1.2.3')),
    );
    expect(states).toEqual(
      plan.map(({ part, kind }) =>
        part === 'shared' ? 'kept' : kind === triggerKind ? 'active' : 'created',
      ),
    );
  });

  it('end with what was taken back', async () => {
    const cluster = clusterWith(listenerSide);
    cluster.intercept(({ verb }) => {
      if (verb === 'patch') throw forbidden();
    });
    const { states } = await lastReport(cluster);
    const kept = listenerSide.length;
    expect(states.slice(0, kept)).toEqual(Array.from({ length: kept }, () => 'kept'));
    expect(new Set(states.slice(kept))).toEqual(new Set(['removed']));
  });
});
