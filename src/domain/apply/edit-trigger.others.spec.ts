import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import { aDraft } from '../../testing/builders';
import {
  atEachRequest,
  clusterOf,
  edit,
  one,
  pictureOf,
  triggerIn,
  versions,
  wanted,
  whatIs,
  wholeSetsIn,
} from '../../testing/edits';
import { pauseTrigger } from '../pause-trigger';

describe('somebody else, during an edit', () => {
  const draft = aDraft({ rule: versions, pipeline: 'sign' });

  it('has changed the trigger before: it is a conflict, and nothing is written', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    await edit(cluster, { base, draft: aDraft({ pipeline: 'theirs' }) });
    const before = pictureOf(cluster);
    expect(await edit(cluster, { base, draft })).toMatchObject({
      outcome: 'conflict',
      theirs: { pipeline: 'theirs' },
    });
    expect(pictureOf(cluster)).toEqual(before);
  });

  it('labels it: that is none', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    const root = cluster.object(triggerKind, 'ci', 'scan-web')!;
    const labels = { ...root.metadata!.labels, team: 'a' };
    cluster.put(triggerKind, { ...root, metadata: { ...root.metadata, labels } });
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'saved' });
    expect(cluster.object(triggerKind, 'ci', 'scan-web')!.metadata!.labels!.team).toBe('a');
  });

  it('deletes it: it is gone, also where another of its name came', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    cluster.drop(triggerKind, 'ci', 'scan-web');
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'gone' });
    const other = {
      ...base.objects.lanes[0],
      metadata: { ...base.objects.lanes[0]!.metadata, uid: 'other' },
    };
    cluster.put(triggerKind, other);
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'gone' });
  });

  it('changes the template at any request: that is kept, or came too late', async () => {
    await atEachRequest(
      { from: aDraft(), to: draft },
      (cluster, at) =>
        cluster.intercept(({ index }) => {
          if (index !== at) return;
          const template = structuredClone(cluster.object(triggerTemplateKind, 'ci', 'scan-web')!);
          template.metadata!.annotations = { ...template.metadata!.annotations, theirs: 'yes' };
          cluster.put(triggerTemplateKind, template);
        }),
      async (cluster, { result }) => {
        const template = cluster.object(triggerTemplateKind, 'ci', 'scan-web')!;
        const isOver = template.metadata!.annotations!.theirs === undefined;
        const { outcome } = result as { outcome: string };
        expect(await whatIs(cluster)).toEqual(wanted(outcome === 'saved' ? draft : aDraft()));
        expect(isOver || template.metadata!.annotations!.theirs === 'yes').toBe(true);
      },
    );
  });

  it('pauses it at any request: it is paused, and whole', async () => {
    await atEachRequest(
      { from: aDraft(), to: draft },
      (cluster, at) => {
        let requests = 0;
        cluster.turn = async () => {
          requests += 1;
          if (requests !== at + 1) return;
          cluster.turn = () => Promise.resolve();
          await pauseTrigger(await triggerIn(cluster), cluster, {});
        };
      },
      async (cluster, { result }) => {
        const { outcome } = result as { outcome: string };
        const paused = wholeSetsIn(cluster).length === 0;
        const state = await whatIs(cluster);
        if (outcome === 'saved') expect(state).toMatchObject({ rule: versions, pipeline: 'sign' });
        else expect(state).toEqual(wanted(aDraft(), 'none'));
        expect(state.active).toBe(paused ? 'none' : 'all');
        expect(state.bridge).toBe(0);
      },
    );
  });

  it('edits it at the same time: one of the two is saved as a whole', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    const other = aDraft({ rule: one });
    const results = await Promise.all([
      edit(cluster, { base, draft }),
      edit(cluster, { base, draft: other }),
    ]);
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['saved', 'unfinished']);
    expect([wanted(draft), wanted(other)]).toContainEqual(await whatIs(cluster));
  });
});
