import fc from 'fast-check';
import { triggerKind } from '../../k8s/trigger';
import { aDraft, lanesOfDraft } from '../../testing/builders';
import { MemoryCluster, forbidden } from '../../testing/memory-cluster';
import type { Call } from '../../testing/memory-cluster';
import type { CompleteDraft } from '../draft';
import { relayResources } from '../relay';
import { createTrigger } from './create-trigger';

const options = { version: '1.2.3' };
const draft = aDraft();
const relay = relayResources({ namespace: 'ci', streams: 'images' }, '1.2.3').length;

/** What another user creates: the relay is there already, so only its lanes. */
const putTrigger = (cluster: MemoryCluster, of: CompleteDraft): void => {
  for (const lane of lanesOfDraft(of)) cluster.put(triggerKind, lane);
};

describe('the roll-back of createTrigger', () => {
  const refuseFrom = (refused: (call: Call) => boolean): MemoryCluster => {
    const cluster = new MemoryCluster();
    cluster.intercept((call) => {
      if (call.verb === 'patch' || refused(call)) throw forbidden();
    });
    return cluster;
  };

  it('says what it could not take back', async () => {
    const cluster = refuseFrom(({ verb, kind }) => verb === 'remove' && kind === 'eventlisteners');
    const result = await createTrigger(draft, cluster, options);
    expect(result).toMatchObject({
      outcome: 'failed',
      leftOver: [
        {
          resource: { kind: { kind: 'EventListener' }, part: 'shared' },
          problem: { code: 'forbidden' },
        },
      ],
    });
    expect(cluster.names()).toEqual(['eventlisteners ci/image-triggers']);
  });

  it('leaves the names free at once, for garbage collection takes its time', async () => {
    const cluster = refuseFrom(() => false);
    cluster.collectsLate = true;
    expect(await createTrigger(draft, cluster, options)).toMatchObject({ leftOver: [] });
    expect(cluster.names()).toEqual([]);
  });

  it('removes what lane 1 owns before it, so that nothing is gone before it is asked for', async () => {
    const cluster = refuseFrom(() => false);
    await createTrigger(draft, cluster, options);
    const removed = cluster.calls.flatMap(({ verb, kind, name }) =>
      verb === 'remove' && /^trigger(s|templates)$/.test(kind) ? [`${kind} ${name}`] : [],
    );
    expect(removed).toEqual([
      'triggertemplates scan-web',
      'triggers scan-web-4',
      'triggers scan-web-3',
      'triggers scan-web-2',
      'triggers scan-web',
    ]);
  });

  it('takes what somebody else has removed meanwhile for removed', async () => {
    const cluster = refuseFrom(({ verb }) => {
      if (verb === 'remove') cluster.drop(triggerKind, 'ci', 'scan-web');
      return false;
    });
    expect(await createTrigger(draft, cluster, options)).toMatchObject({ leftOver: [] });
    expect(cluster.names()).toEqual([]);
  });

  it('leaves to garbage collection what it may not remove, and whoever tries again waits', async () => {
    const cluster = refuseFrom(
      ({ verb, kind }) => verb === 'remove' && kind === 'triggertemplates',
    );
    cluster.collectsLate = true;
    expect(await createTrigger(draft, cluster, options)).toMatchObject({ leftOver: [] });
    expect(cluster.names()).toEqual(['triggertemplates ci/scan-web']);
    cluster.intercept(() => undefined);
    expect(await createTrigger(draft, cluster, options)).toEqual({ outcome: 'created' });
  });

  it('says when lane 1 stays', async () => {
    const cluster = refuseFrom(({ verb, kind }) => verb === 'remove' && kind === 'triggers');
    const result = await createTrigger(draft, cluster, options);
    expect(result).toMatchObject({ leftOver: [{ resource: { part: 'root' } }] });
  });

  it('keeps the relay and says so where it may not see what else needs it', async () => {
    const cluster = refuseFrom(({ verb }) => verb === 'list');
    const result = await createTrigger(draft, cluster, options);
    expect(result).toHaveProperty('leftOver.length', relay);
    expect(cluster.names()).toHaveLength(relay);
  });

  it('keeps the relay for a trigger that was added meanwhile, at whichever request', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 40 }), async (at) => {
        let rolledBack = 0;
        const cluster = new MemoryCluster();
        cluster.intercept(({ verb }) => {
          if (verb === 'patch') {
            rolledBack = 1;
            throw forbidden();
          }
          if (rolledBack > 0 && rolledBack++ === at)
            putTrigger(cluster, aDraft({ name: 'sign-web' }));
        });
        await createTrigger(draft, cluster, options);
        const added = cluster.object(triggerKind, 'ci', 'sign-web') !== undefined;
        expect(cluster.names()).toHaveLength(added ? relay + 4 : 0);
      }),
      { examples: [[1], [2], [3], [12], [22]] },
    );
  });

  it('leaves a trigger of the same name to whoever made it meanwhile', async () => {
    const cluster = new MemoryCluster();
    cluster.intercept(({ verb, kind }) => {
      if (verb !== 'create' || kind !== 'triggers') return;
      cluster.intercept(() => undefined);
      putTrigger(cluster, draft);
    });
    const result = await createTrigger(draft, cluster, options);
    expect(result).toMatchObject({ problem: { code: 'already-exists' }, leftOver: [] });
    expect(cluster.names()).toHaveLength(relay + 4);
  });
});
