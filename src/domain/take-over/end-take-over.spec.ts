import { triggerKind } from '../../k8s/trigger';
import { createTrigger } from '../apply/create-trigger';
import { readTrigger } from '../apply/settle-edit';
import { aDraft } from '../../testing/builders';
import { clusterOf, edit, triggerIn, versions } from '../../testing/edits';
import { MemoryCluster } from '../../testing/memory-cluster';
import { aTakenChain } from '../../testing/old-objects';
import { endTakeOver } from './end-take-over';
import { chainTakenBy } from './taken-chain';

const draft = aDraft({ takesOver: aTakenChain() });

const prepare = async () => {
  const cluster = new MemoryCluster();
  await createTrigger(draft, cluster, { version: '1.2.3' });
  return { cluster, trigger: (await readTrigger(draft, cluster))! };
};

describe('ending a take-over', () => {
  it('takes the mark off the trigger, and nothing else', async () => {
    const { cluster, trigger } = await prepare();
    expect(chainTakenBy(trigger)).toEqual(aTakenChain());
    await endTakeOver(trigger, cluster);
    const after = (await readTrigger(draft, cluster))!;
    expect(chainTakenBy(after)).toBeUndefined();
    expect({ ...after, objects: undefined }).toEqual({ ...trigger, objects: undefined });
  });

  it('writes nothing where it is over already, or the trigger is another one', async () => {
    const { cluster, trigger } = await prepare();
    cluster.intercept(() => undefined);
    await endTakeOver({ ...trigger, uid: 'another' }, cluster);
    expect(cluster.calls.filter(({ verb }) => verb === 'patch')).toEqual([]);
    await endTakeOver(trigger, cluster);
    await endTakeOver(trigger, cluster);
    expect(cluster.calls.filter(({ verb }) => verb === 'patch')).toHaveLength(1);
  });

  it('is none of what an edit does', async () => {
    const cluster = clusterOf(draft);
    const base = await triggerIn(cluster);
    const edited = aDraft({ rule: versions, pipeline: 'sign' });
    expect(await edit(cluster, { base, draft: edited })).toEqual({ outcome: 'saved' });
    expect(chainTakenBy(await triggerIn(cluster))).toEqual(aTakenChain());
  });

  it('never writes over what somebody else writes at the same time', async () => {
    const { cluster, trigger } = await prepare();
    const ref = { kind: triggerKind, namespace: draft.namespace, name: draft.name };
    let turns = 0;
    cluster.turn = async () => {
      turns += 1;
      if (turns === 2)
        await cluster.patch(ref, [{ op: 'add', path: '/metadata/labels/team', value: 'red' }]);
    };
    await expect(endTakeOver(trigger, cluster)).rejects.toMatchObject({
      problem: { code: 'conflict' },
    });
  });
});
