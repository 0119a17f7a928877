import { eventListenerKind } from '../../k8s/event-listener';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { aDraft } from '../../testing/builders';
import { setOf, unavailable, wanted, whatIs, wholeSetsIn } from '../../testing/edits';
import { forbidden } from '../../testing/memory-cluster';
import type { Call, MemoryCluster } from '../../testing/memory-cluster';
import { brokenFilters, changed, clusterWithRelay, version } from '../../testing/repairs';
import type { ByHand } from '../../testing/repairs';
import { repairedObjects } from '../repair';
import { rehearseRepair, repairTrigger } from './repair-trigger';
import type { RepairResult } from './repair-trigger';
import { settleEdit } from './settle-edit';

const ref = { namespace: 'ci', name: 'scan-web' };

/** Something of each kind: made, patched in the middle of the lanes, and last. */
const manyParts: ByHand = (cluster) => {
  cluster.drop(eventListenerKind, 'ci', 'image-triggers');
  cluster.drop(triggerKind, 'ci', 'scan-web-2');
  changed(triggerKind, 'scan-web-3', (lane) => Object.assign(lane.spec, { bindings: [] }))(cluster);
  changed(triggerTemplateKind, 'scan-web', ({ spec }) => Object.assign(spec, { params: [] }))(
    cluster,
  );
};

const allBroken: readonly [string, ByHand][] = [['many parts', manyParts], ...brokenFilters];

const rehearse = (cluster: MemoryCluster) => rehearseRepair(ref, cluster, { version });

/** Repairs once for each request, with something happening at it. */
const atEachRequest = async (
  broken: ByHand,
  happen: (cluster: MemoryCluster, index: number) => void,
  check: (cluster: MemoryCluster, run: { result: RepairResult; calls: Call[] }) => Promise<void>,
): Promise<void> => {
  for (let index = 0; ; index += 1) {
    const cluster = clusterWithRelay();
    broken(cluster);
    const rehearsal = await rehearse(cluster);
    if (rehearsal.outcome !== 'ready') throw new Error(rehearsal.outcome);
    happen(cluster, index);
    const result = await repairTrigger(rehearsal.plan, cluster, { version });
    const calls = [...cluster.calls];
    cluster.intercept(() => undefined);
    cluster.loseAnswer(() => undefined);
    await check(cluster, { result, calls });
    if (calls.length <= index) return;
  }
};

const isWrite = ({ verb }: Call): boolean => ['create', 'patch', 'remove'].includes(verb);

/** Tries again as the dialog does: it looks first. */
const tryAgain = async (cluster: MemoryCluster): Promise<void> => {
  const rehearsal = await rehearse(cluster);
  if (rehearsal.outcome !== 'ready') throw new Error(rehearsal.outcome);
  expect(await repairTrigger(rehearsal.plan, cluster, { version })).toEqual({
    outcome: 'repaired',
  });
  const after = await rehearse(cluster);
  expect(after.outcome === 'ready' && repairedObjects(after.plan)).toEqual([]);
  expect(await whatIs(cluster)).toEqual(wanted(aDraft()));
};

describe.each(allBroken)('a repair of %s', (_, broken) => {
  it('that is refused at any request names the object, and goes on the next time', async () => {
    await atEachRequest(
      broken,
      (cluster, index) =>
        cluster.intercept((call) => {
          if (call.index === index) throw forbidden();
        }),
      async (cluster, { result, calls }) => {
        if (result.outcome === 'failed') {
          expect(result.problem.code).toBe('forbidden');
          const first = calls.findIndex(isWrite);
          expect(result.phase).toBe(first === -1 ? 'check' : 'write');
          // Nothing of a bridge is left, whatever was refused.
          expect((await whatIs(cluster)).bridge).toBe(0);
        }
        await tryAgain(cluster);
      },
    );
  });

  it('whose answer is lost at any request goes on the next time', async () => {
    await atEachRequest(
      broken,
      (cluster, index) =>
        cluster.loseAnswer((call) => (call.index === index ? unavailable() : undefined)),
      (cluster) => tryAgain(cluster),
    );
  });

  it('that somebody breaks off at any request can be ended, with a whole set of lanes', async () => {
    await atEachRequest(
      broken,
      (cluster, index) =>
        cluster.intercept((call) => {
          if (call.index >= index) throw unavailable();
        }),
      async (cluster) => {
        if ((await whatIs(cluster)).bridge === 4)
          expect(wholeSetsIn(cluster)).toEqual([setOf(aDraft())]);
        await settleEdit(ref, cluster);
        await tryAgain(cluster);
      },
    );
  });

  it('meets another change at any request, and writes over nothing', async () => {
    const isOther = ({ index, verb }: Call, at: number): boolean =>
      index === at && verb !== 'remove';
    let at = 0;
    await atEachRequest(
      broken,
      (cluster, index) => {
        at = index;
        cluster.intercept((call) => {
          if (!isOther(call, index)) return;
          const lane = cluster.object(triggerKind, 'ci', 'scan-web-3')!;
          const annotations = { ...lane.metadata?.annotations, note: 'a' };
          cluster.put(triggerKind, { ...lane, metadata: { ...lane.metadata, annotations } });
        });
      },
      async (cluster, { result, calls }) => {
        if (result.outcome === 'failed') expect(result.problem.code).toBe('conflict');
        await tryAgain(cluster);
        const lane = cluster.object(triggerKind, 'ci', 'scan-web-3');
        const happened = calls.some((call) => isOther(call, at));
        expect(lane?.metadata?.annotations?.note).toBe(happened ? 'a' : undefined);
      },
    );
  });
});
