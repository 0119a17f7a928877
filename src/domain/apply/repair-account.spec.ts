import { roleKind } from '../../k8s/role';
import { serviceAccountKind } from '../../k8s/service-account';
import { aDraft } from '../../testing/builders';
import { forbidden } from '../../testing/memory-cluster';
import type { MemoryCluster } from '../../testing/memory-cluster';
import { clusterWithRelay, version } from '../../testing/repairs';
import { repairQuestionsOf, repairedObjects } from '../repair';
import type { RepairPlan } from '../repair';
import { defaultSettings } from '../run-settings';
import { rehearseRepair, repairTrigger } from './repair-trigger';

const ref = { namespace: 'ci', name: 'scan-web' };
const signer = { namespace: 'ci', name: 'signer' };

const clusterOf = (serviceAccount: string): MemoryCluster =>
  clusterWithRelay(aDraft({ settings: { ...defaultSettings, serviceAccount } }));

const planIn = async (cluster: MemoryCluster): Promise<RepairPlan> => {
  const rehearsal = await rehearseRepair(ref, cluster, { version });
  if (rehearsal.outcome !== 'ready') throw new Error(`it is ${rehearsal.outcome}`);
  return rehearsal.plan;
};

const namesOf = (plan: RepairPlan): string[] =>
  repairedObjects(plan).map(({ kind, name, change }) => `${change} ${kind.plural} ${name}`);

describe('the repair of a trigger whose ServiceAccount for the runs is gone', () => {
  it('creates it again, without a mark of the plugin, and nothing else', async () => {
    const cluster = clusterOf('signer');
    const before = cluster.names();
    const plan = await planIn(cluster);
    expect(namesOf(plan)).toEqual(['new serviceaccounts signer']);
    expect(repairQuestionsOf(plan).map(({ verb, kind }) => `${verb} ${kind.plural}`)).toEqual([
      'create serviceaccounts',
    ]);
    expect(cluster.names()).toEqual(before);
    expect(await repairTrigger(plan, cluster, { version })).toEqual({ outcome: 'repaired' });
    expect(cluster.object(serviceAccountKind, 'ci', 'signer')?.metadata?.labels).toBeUndefined();
    expect(cluster.names()).toEqual([...before, 'serviceaccounts ci/signer'].sort());
    expect(namesOf(await planIn(cluster))).toEqual([]);
  });

  it('leaves one that is there as it is, and one that the user may not read', async () => {
    const there = clusterOf('signer');
    there.put(serviceAccountKind, { metadata: signer });
    expect(namesOf(await planIn(there))).toEqual([]);
    const hidden = clusterOf('signer');
    hidden.intercept(({ name }) => {
      if (name === 'signer') throw forbidden();
    });
    expect(namesOf(await planIn(hidden))).toEqual([]);
  });

  it('creates one that triggers share once', async () => {
    const cluster = clusterOf('image-triggers-listener');
    cluster.drop(serviceAccountKind, 'ci', 'image-triggers-listener');
    cluster.drop(roleKind, 'ci', 'image-triggers-listener');
    expect(namesOf(await planIn(cluster))).toEqual([
      'new serviceaccounts image-triggers-listener',
      'new roles image-triggers-listener',
    ]);
  });
});
