import { apiServerSourceKind } from '../../k8s/api-server-source';
import { nameOf } from '../../k8s/resource';
import type { MemoryCluster } from '../../testing/memory-cluster';
import { clusterWithRelay, version } from '../../testing/repairs';
import { sourceName } from '../relay-names';
import { rehearseRepair, repairTrigger } from './repair-trigger';

const ref = { namespace: 'ci', name: 'scan-web' };
const name = sourceName('images');

/** A finalizer of Knative's holds the source that somebody has deleted. */
const deleteSource = (cluster: MemoryCluster): void => {
  const source = cluster.object(apiServerSourceKind, 'ci', name);
  const deletionTimestamp = '2026-03-01T12:00:00Z';
  cluster.put(apiServerSourceKind, {
    ...source,
    metadata: { ...source?.metadata, deletionTimestamp },
  });
};

describe('a part that is being deleted', () => {
  it('is waited for, and made anew', async () => {
    const cluster = clusterWithRelay();
    deleteSource(cluster);
    let looks = 0;
    cluster.intercept(({ verb, kind }) => {
      if (verb !== 'get' || kind !== apiServerSourceKind.plural) return;
      looks += 1;
      if (looks === 3) cluster.drop(apiServerSourceKind, 'ci', name);
    });
    const rehearsal = await rehearseRepair(ref, cluster, { version });
    if (rehearsal.outcome !== 'ready') throw new Error(`it is ${rehearsal.outcome}`);
    expect(await repairTrigger(rehearsal.plan, cluster, { version })).toEqual({
      outcome: 'repaired',
    });
    const made = cluster.object(apiServerSourceKind, 'ci', name);
    expect(made && nameOf(made)).toBe(name);
    expect(made?.metadata?.deletionTimestamp).toBeUndefined();
  });

  it('is said to be there still, where it does not go', async () => {
    const cluster = clusterWithRelay();
    deleteSource(cluster);
    expect(await rehearseRepair(ref, cluster, { version })).toMatchObject({
      outcome: 'failed',
      phase: 'check',
      object: { kind: apiServerSourceKind, name },
      problem: { code: 'already-exists' },
    });
  });
});
