import { eventListenerKind } from '../../k8s/event-listener';
import { roleKind } from '../../k8s/role';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import type { Trigger } from '../../k8s/trigger';
import { aDraft, lanesOfDraft } from '../../testing/builders';
import { setOf, triggerIn, wanted, whatIs, wholeSetsIn } from '../../testing/edits';
import type { MemoryCluster } from '../../testing/memory-cluster';
import { breaks, brokenFilters, changed, clusterWithRelay, version } from '../../testing/repairs';
import { readPushFilter } from '../push-filter';
import type { RepairPlan } from '../repair';
import { rehearseRepair, repairTrigger } from './repair-trigger';
import type { RepairResult, RepairState } from './repair-trigger';

const ref = { namespace: 'ci', name: 'scan-web' };

const planIn = async (cluster: MemoryCluster): Promise<RepairPlan> => {
  const rehearsal = await rehearseRepair(ref, cluster, { version });
  if (rehearsal.outcome !== 'ready') throw new Error(`it is ${rehearsal.outcome}`);
  return rehearsal.plan;
};

const repair = async (
  cluster: MemoryCluster,
  onReport?: (states: readonly RepairState[]) => void,
): Promise<RepairResult> => {
  const plan = await planIn(cluster);
  cluster.calls.length = 0;
  return repairTrigger(plan, cluster, { version, onReport });
};

const writesOf = (cluster: MemoryCluster): string[] =>
  cluster.calls
    .filter(({ verb }) => ['create', 'patch', 'remove'].includes(verb))
    .map(({ verb, kind, name }) => `${verb} ${kind} ${name}`);

/** All objects but for the marks that tell who wrote them when. */
const pictureOf = (cluster: MemoryCluster): string[] =>
  cluster
    .snapshot()
    .map((line) => line.replace(/"uid":"[^"]*",?|"creationTimestamp":"[^"]*",?/g, ''));

/** What a repair would write now. */
const differencesIn = async (cluster: MemoryCluster): Promise<string[]> => {
  const { own, shared, held } = await planIn(cluster);
  return [
    ...[...own.objects, ...shared]
      .filter(({ change }) => change !== 'kept')
      .map(({ kind, name }) => `${kind.plural} ${name}`),
    ...held.map(({ object }) => object.name),
  ];
};

describe('repairTrigger', () => {
  it.each(breaks)(
    'writes what it takes, and no more, to repair %s',
    async (...[, broken, writes]) => {
      const cluster = clusterWithRelay();
      broken(cluster);
      expect(await repair(cluster)).toEqual({ outcome: 'repaired' });
      expect(writesOf(cluster)).toEqual(writes);
      expect(await differencesIn(cluster)).toEqual([]);
      expect(await whatIs(cluster)).toEqual(wanted(aDraft()));
    },
  );

  it.each(brokenFilters)('changes filters behind a bridge: of %s', async (_, broken) => {
    const cluster = clusterWithRelay();
    broken(cluster);
    const seen: unknown[] = [];
    const plan = await planIn(cluster);
    cluster.onWrite = () => seen.push(wholeSetsIn(cluster));
    expect(await repairTrigger(plan, cluster, { version })).toEqual({ outcome: 'repaired' });
    // From the last Trigger of the bridge on, there is a whole set.
    expect(seen.slice(3)).toEqual(seen.slice(3).map(() => [setOf(aDraft())]));
    expect(await whatIs(cluster)).toEqual(wanted(aDraft()));
    expect(await differencesIn(cluster)).toEqual([]);
  });

  it('repairs everything at once: what lanes need before them, the listener after them', async () => {
    const cluster = clusterWithRelay();
    for (const [, broken] of breaks.filter(([title]) => !/a RoleBinding|a role that/.test(title)))
      try {
        broken(cluster);
      } catch {
        // It is gone already.
      }
    expect(await repair(cluster)).toEqual({ outcome: 'repaired' });
    const kinds = writesOf(cluster).map((line) => line.split(' ')[1]);
    expect(kinds.indexOf('triggers')).toBeGreaterThan(kinds.lastIndexOf('apiserversources'));
    expect(kinds.at(-1)).toBe('eventlisteners');
    expect(await differencesIn(cluster)).toEqual([]);
  });

  it('keeps the activation time and the log, and says which version built it', async () => {
    const cluster = clusterWithRelay();
    changed(triggerKind, 'scan-web', (lane) => {
      lane.spec = { ...lane.spec, bindings: [] };
      lane.metadata!.annotations!['imagetriggers.dev/builder-version'] = '1.0.0';
    })(cluster);
    const { activity } = await triggerIn(cluster);
    await repair(cluster);
    const now = await triggerIn(cluster);
    expect(now.activity).toEqual(activity);
    expect(now.builder).toBe(version);
    const times = now.objects.lanes.map(
      (lane) => readPushFilter('scan-web', lane.spec?.interceptors)?.activatedAt,
    );
    expect(new Set(times)).toEqual(new Set(['2026-03-01T10:00:00Z']));
  });

  it.each([...breaks, ...brokenFilters])(
    'activates nothing of a paused one: %s',
    async (...[, broken]) => {
      const cluster = clusterWithRelay(aDraft(), false);
      broken(cluster);
      cluster.onWrite = () => expect(wholeSetsIn(cluster)).toEqual([]);
      expect(await repair(cluster)).toEqual({ outcome: 'repaired' });
      expect(await whatIs(cluster)).toEqual(wanted(aDraft(), 'none'));
    },
  );

  it('writes nothing where nothing differs', async () => {
    const cluster = clusterWithRelay();
    expect(await repair(cluster)).toEqual({ outcome: 'repaired' });
    expect(writesOf(cluster)).toEqual([]);
  });

  it('reports how far each object is', async () => {
    const cluster = clusterWithRelay();
    breaks[0]![1](cluster);
    cluster.drop(roleKind, 'ci', 'image-triggers-listener');
    const seen: string[] = [];
    await repair(cluster, (states) => seen.push(states.join(' ')));
    expect(seen).toEqual([
      'checked pending',
      'checked checked',
      'created checked',
      'created created',
    ]);
  });

  it('does not touch what somebody has changed since it was shown', async () => {
    const cluster = clusterWithRelay();
    changed(eventListenerKind, 'image-triggers', (one) => Object.assign(one.spec, { x: 1 }))(
      cluster,
    );
    const plan = await planIn(cluster);
    changed(eventListenerKind, 'image-triggers', (one) => Object.assign(one.spec, { y: 2 }))(
      cluster,
    );
    const before = cluster.snapshot();
    expect(await repairTrigger(plan, cluster, { version })).toMatchObject({
      outcome: 'failed',
      phase: 'check',
      object: { name: 'image-triggers' },
      problem: { code: 'conflict' },
      written: 0,
    });
    expect(cluster.snapshot()).toEqual(before);
  });

  it('takes no lane over that says it is of another trigger', async () => {
    const cluster = clusterWithRelay();
    cluster.drop(triggerKind, 'ci', 'scan-web-2');
    const [other] = lanesOfDraft(
      aDraft({ name: 'scan-web-2', rule: { kind: 'tags', tags: ['a'] } }),
    );
    cluster.put(triggerKind, other!);
    expect(await rehearseRepair(ref, cluster, { version })).toMatchObject({
      outcome: 'failed',
      phase: 'check',
      object: { name: 'scan-web-2' },
      problem: { code: 'already-exists' },
    });
  });
});

describe('a template that is gone', () => {
  it('is left: nobody knows what its runs did', async () => {
    const cluster = clusterWithRelay();
    cluster.drop(triggerTemplateKind, 'ci', 'scan-web');
    cluster.drop(triggerKind, 'ci', 'scan-web-2');
    expect((await planIn(cluster)).held).toMatchObject([
      { object: { kind: triggerTemplateKind }, reason: { code: 'run-unknown' } },
    ]);
    expect(await repair(cluster)).toEqual({ outcome: 'repaired' });
    expect(writesOf(cluster)).toEqual(['create triggers scan-web-2']);
  });
});

describe('rehearseRepair', () => {
  const withBuilder = (builder: string) => (lane: { metadata?: Trigger['metadata'] }) => {
    lane.metadata!.annotations!['imagetriggers.dev/builder-version'] = builder;
  };

  it.each<[string, (cluster: MemoryCluster) => void]>([
    ['gone', (cluster) => cluster.drop(triggerKind, 'ci', 'scan-web')],
    [
      'unreadable',
      (cluster) => {
        for (const lane of lanesOfDraft())
          changed(triggerKind, lane.metadata!.name!, (one) =>
            Object.assign(one.spec, { interceptors: [] }),
          )(cluster);
      },
    ],
    ['newer', changed(triggerKind, 'scan-web', withBuilder('2.0.0'))],
    [
      'unfinished',
      (cluster) => {
        const [root] = lanesOfDraft();
        const owner = {
          apiVersion: '',
          kind: 'Trigger',
          name: 'scan-web',
          uid: root!.metadata!.uid!,
        };
        const labels = { 'imagetriggers.dev/bridge': 'scan-web' };
        const metadata = { name: 'bridge', namespace: 'ci', labels, ownerReferences: [owner] };
        cluster.put(triggerKind, { ...root, metadata });
      },
    ],
  ])('refuses a trigger that is %s', async (outcome, make) => {
    const cluster = clusterWithRelay();
    make(cluster);
    expect(await rehearseRepair(ref, cluster, { version })).toEqual({ outcome });
  });

  it('writes nothing', async () => {
    for (const [, broken] of breaks) {
      const cluster = clusterWithRelay();
      broken(cluster);
      const before = pictureOf(cluster);
      await planIn(cluster);
      expect(pictureOf(cluster)).toEqual(before);
    }
  });
});
