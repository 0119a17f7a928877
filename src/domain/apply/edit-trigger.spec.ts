import { annotationOf } from '../../k8s/resource';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import { aDraft } from '../../testing/builders';
import {
  any,
  changes,
  clusterOf,
  edit,
  pictureOf,
  setOf,
  triggerIn,
  versions,
  wanted,
  whatIs,
  wholeSetsIn,
} from '../../testing/edits';
import { forbidden } from '../../testing/memory-cluster';
import type { MemoryCluster } from '../../testing/memory-cluster';
import { parseActivity } from '../activity';
import type { CompleteDraft } from '../draft';
import { activityAnnotation } from '../marks';
import { rehearseEdit } from './edit-trigger';

const writesOf = (cluster: MemoryCluster): string[] =>
  cluster.calls
    .filter(({ verb }) => ['create', 'patch', 'remove'].includes(verb))
    .map(({ verb, kind, name }) => `${verb} ${kind} ${name}`);

describe('editTrigger', () => {
  it('changes the Pipeline by one patch of the template', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    const draft = aDraft({ pipeline: 'sign' });
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'saved' });
    expect(writesOf(cluster)).toEqual(['patch triggertemplates scan-web']);
    expect(await whatIs(cluster)).toEqual(wanted(draft));
  });

  it('writes nothing where nothing changes', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    expect(await edit(cluster, { base, draft: aDraft() })).toEqual({ outcome: 'saved' });
    expect(writesOf(cluster)).toEqual([]);
  });

  it('keeps the rule up to the edit in the log, with who changed it and when', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    await edit(cluster, { base, draft: aDraft({ rule: versions }) });
    const root = cluster.object(triggerKind, 'ci', 'scan-web')!;
    expect(parseActivity(annotationOf(root, activityAnnotation))).toMatchObject([
      { at: '2026-03-01T10:00:00Z', state: 'active' },
      { at: expect.stringMatching(/^2026-03-01T10:00:\d\dZ$/) as string, by: 'ada', earlier: any },
    ]);
  });

  it('changes what runs once from some minutes on, by the API server’s clock', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    const draft = aDraft({ policy: 'each-image' });
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'saved' });
    const { binding, activity, objects } = await triggerIn(cluster);
    const since = activity.at(-1)?.earlierPolicy?.until ?? '';
    expect(Date.parse(since) - Date.parse(activity.at(-1)?.at ?? '')).toBe(300_000);
    expect(activity.at(-1)).toMatchObject({
      earlier: any,
      earlierPolicy: { policy: 'each-push' },
    });
    expect(binding).toMatchObject({ rule: any, naming: { policy: 'each-image', since } });
    expect(objects.bridge).toEqual([]);
  });

  it('leaves what runs once, and since when, as it is where it changes the rule', async () => {
    const naming = { policy: 'each-image' as const, since: '2026-03-01T09:00:00Z' };
    const cluster = clusterOf(aDraft(), { naming });
    const base = await triggerIn(cluster);
    const draft = aDraft({ policy: 'each-image', rule: versions });
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'saved' });
    expect((await triggerIn(cluster)).binding).toMatchObject({ rule: versions, naming });
  });

  it.each(changes)(
    'has a whole set of lanes at every moment, each with its own Pipeline: %s',
    async (_, ...[from, to]) => {
      const cluster = clusterOf(from);
      const base = await triggerIn(cluster);
      const seen: unknown[] = [];
      cluster.onWrite = () => seen.push(wholeSetsIn(cluster));
      expect(await edit(cluster, { base, draft: to })).toEqual({ outcome: 'saved' });
      expect(seen.length).toBeGreaterThan(2);
      const sets = [setOf(from), setOf(to)];
      for (const whole of seen) {
        expect(whole).not.toEqual([]);
        expect(sets).toEqual(expect.arrayContaining(whole as unknown[]));
      }
      expect(await whatIs(cluster)).toEqual(wanted(to));
      expect(wholeSetsIn(cluster)).toEqual([setOf(to)]);
    },
  );

  it.each<[string, CompleteDraft]>([
    ['as the rule was', aDraft({ pipeline: 'sign' })],
    ['and changes the rule', aDraft({ pipeline: 'sign', rule: versions })],
  ])('makes a template that is gone, %s', async (_, draft) => {
    const cluster = clusterOf();
    cluster.drop(triggerTemplateKind, 'ci', 'scan-web');
    const base = await triggerIn(cluster);
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'saved' });
    expect(writesOf(cluster)[0]).toBe('create triggertemplates scan-web');
    expect(await whatIs(cluster)).toEqual(wanted(draft));
    const owners = cluster.object(triggerTemplateKind, 'ci', 'scan-web')?.metadata?.ownerReferences;
    expect(owners?.map(({ uid }) => uid)).toEqual([base.uid]);
  });

  it('says that a template is there again where the rule could not be changed', async () => {
    const cluster = clusterOf();
    cluster.drop(triggerTemplateKind, 'ci', 'scan-web');
    const base = await triggerIn(cluster);
    cluster.intercept(({ verb, kind }) => {
      if (verb === 'patch' && kind === 'triggers') throw forbidden();
    });
    const draft = aDraft({ pipeline: 'sign', rule: versions });
    expect(await edit(cluster, { base, draft })).toMatchObject({ outcome: 'failed', made: true });
    cluster.intercept(() => undefined);
    expect(await whatIs(cluster)).toEqual(wanted(aDraft({ pipeline: 'sign' })));
  });

  it.each(changes)('activates nothing of a paused trigger: %s', async (_, ...[from, to]) => {
    const cluster = clusterOf(from, { active: false });
    const base = await triggerIn(cluster);
    cluster.onWrite = () => expect(wholeSetsIn(cluster)).toEqual([]);
    expect(await edit(cluster, { base, draft: to })).toEqual({ outcome: 'saved' });
    expect(await whatIs(cluster)).toEqual(wanted(to, 'none'));
  });
});

describe('rehearseEdit', () => {
  it('says what would be written, and writes nothing', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    const before = pictureOf(cluster);
    const rehearsal = await rehearseEdit(
      { base, draft: aDraft({ rule: { kind: 'tags', tags: ['v1', 'v2'] } }) },
      cluster,
      {
        version: '1.2.3',
      },
    );
    expect(rehearsal.outcome).toBe('ready');
    const objects = rehearsal.outcome === 'ready' ? rehearsal.plan.objects : [];
    expect(objects.map(({ kind, name, change }) => `${change} ${kind.kind} ${name}`)).toEqual([
      'changed Trigger scan-web',
      'changed Trigger scan-web-2',
      'removed Trigger scan-web-3',
      'removed Trigger scan-web-4',
      'kept TriggerTemplate scan-web',
    ]);
    expect(pictureOf(cluster)).toEqual(before);
  });
});
