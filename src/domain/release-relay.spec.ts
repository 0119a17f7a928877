import fc from 'fast-check';
import { triggerKind } from '../k8s/trigger';
import type { Trigger } from '../k8s/trigger';
import { aDraft } from '../testing/builders';
import { MemoryCluster, forbidden } from '../testing/memory-cluster';
import { createTrigger } from './apply/create-trigger';
import type { CompleteDraft } from './draft';
import { imageTriggersOf } from './image-trigger';
import { refOf, relayResources } from './relay';
import { removeTrigger } from './remove-trigger';

const options = { version: '1.2.3' };
const relay = relayResources({ namespace: 'ci', streams: 'images' }, '1.2.3').map((resource) => {
  const { kind, namespace, name } = refOf(resource);
  return `${kind.plural} ${namespace}/${name}`;
});

const withName = (name: string): CompleteDraft =>
  aDraft({ name, rule: { kind: 'tags', tags: ['v1', 'v2'] } });

const clusterWithTrigger = async (): Promise<MemoryCluster> => {
  const cluster = new MemoryCluster();
  await createTrigger(withName('old'), cluster, options);
  return cluster;
};

const removeOld = async (cluster: MemoryCluster): Promise<unknown> => {
  const root: Trigger = cluster.object(triggerKind, 'ci', 'old')!;
  return removeTrigger(imageTriggersOf([root], [])[0]!, cluster, { version: '1.2.3' });
};

const relayIn = (cluster: MemoryCluster): string[] =>
  cluster.names().filter((name) => relay.includes(name));

describe('the relay, when two users act at once, in whatever order their requests arrive', () => {
  it('is complete after the last trigger was removed and a new one created', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const cluster = await clusterWithTrigger();
        cluster.turn = () => scheduler.schedule(Promise.resolve());
        const [removed, created] = await scheduler.waitFor(
          Promise.all([removeOld(cluster), createTrigger(withName('new'), cluster, options)]),
        );
        expect([removed, created]).toEqual([{ outcome: 'removed' }, { outcome: 'created' }]);
        expect(relayIn(cluster)).toEqual([...relay].sort());
      }),
      { numRuns: 100 },
    );
  });

  it('is complete after one trigger was created and another one refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const cluster = new MemoryCluster();
        cluster.turn = () => scheduler.schedule(Promise.resolve());
        cluster.intercept(({ verb, name }) => {
          if (verb === 'patch' && name === 'refused-2') throw forbidden();
        });
        const [refused, created] = await scheduler.waitFor(
          Promise.all([
            createTrigger(withName('refused'), cluster, options),
            createTrigger(withName('new'), cluster, options),
          ]),
        );
        expect(refused).toMatchObject({ outcome: 'failed', leftOver: [] });
        expect(created).toEqual({ outcome: 'created' });
        expect(relayIn(cluster)).toEqual([...relay].sort());
        expect(cluster.names().filter((name) => name.includes('refused'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('is gone after both of two triggers were removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const cluster = await clusterWithTrigger();
        await createTrigger(withName('new'), cluster, options);
        const root: Trigger = cluster.object(triggerKind, 'ci', 'new')!;
        cluster.turn = () => scheduler.schedule(Promise.resolve());
        await scheduler.waitFor(
          Promise.all([
            removeOld(cluster),
            removeTrigger(imageTriggersOf([root], [])[0]!, cluster, { version: '1.2.3' }),
          ]),
        );
        expect(cluster.names()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
