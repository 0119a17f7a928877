import { triggerTemplateKind } from '../../k8s/trigger-template';
import { aDraft } from '../../testing/builders';
import {
  atEachRequest,
  changes,
  clusterOf,
  edit,
  pictureOf,
  triggerIn,
  unavailable,
  versions,
  wanted,
  whatIs,
  wholeSetsIn,
} from '../../testing/edits';
import { forbidden } from '../../testing/memory-cluster';
import { editPlan } from '../edit-plan';
import { pauseTrigger } from '../pause-trigger';
import { settleEdit } from './settle-edit';

describe('an edit that fails', () => {
  it.each(changes)(
    'leaves the cluster as before, at whatever request: %s',
    async (_, ...drafts) => {
      const [from, to] = drafts;
      await atEachRequest(
        { from, to },
        (cluster, at) =>
          cluster.intercept(({ index }) => {
            if (index === at) throw forbidden();
          }),
        async (cluster, { before, result }) => {
          const { outcome } = result as { outcome: string };
          if (outcome === 'failed') expect(pictureOf(cluster)).toEqual(before);
          else expect(await whatIs(cluster)).toEqual(wanted(to));
          expect(['failed', 'saved']).toContain(outcome);
        },
      );
    },
  );

  it.each(changes)('is saved or not, where an answer is lost: %s', async (_, ...[from, to]) => {
    await atEachRequest(
      { from, to },
      (cluster, at) =>
        cluster.loseAnswer(({ index }) => (index === at ? unavailable() : undefined)),
      async (cluster, { before, result }) => {
        const { outcome } = result as { outcome: string };
        if (outcome === 'saved') expect(await whatIs(cluster)).toEqual(wanted(to));
        else expect(pictureOf(cluster)).toEqual(before);
      },
    );
  });

  it('names what was refused, and when, and what would have been written', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    cluster.intercept(({ verb, kind }) => {
      if (verb === 'dry-run' && kind === 'triggertemplates') throw forbidden();
    });
    const draft = aDraft({ pipeline: 'sign' });
    expect(await edit(cluster, { base, draft })).toEqual({
      outcome: 'failed',
      phase: 'check',
      object: { kind: triggerTemplateKind, namespace: 'ci', name: 'scan-web' },
      problem: { code: 'forbidden', message: 'not allowed' },
      planned: {
        trigger: base,
        plan: editPlan(base, draft, { version: '1.2.3', at: base.createdAt }),
      },
    });
  });
});

describe('an edit that nobody ends', () => {
  it.each([
    ...changes.map((change) => [...change, true] as const),
    ...changes.map((change) => [...change, false] as const),
  ])('is ended by what is left: %s', async (_, ...[from, to, active]) => {
    await atEachRequest(
      { from, to, active },
      (cluster, at) =>
        cluster.intercept(({ index }) => {
          if (index >= at) throw unavailable();
        }),
      async (cluster) => {
        cluster.intercept(() => undefined);
        const sets = wholeSetsIn(cluster);
        expect(sets.length > 0).toBe(active);
        cluster.onWrite = () => expect(wholeSetsIn(cluster).length > 0).toBe(active);
        await settleEdit({ namespace: 'ci', name: 'scan-web' }, cluster);
        const state = active ? 'all' : 'none';
        expect([wanted(from, state), wanted(to, state)]).toContainEqual(await whatIs(cluster));
      },
    );
  });

  it.each(changes)('is switched off by a pause as well: %s', async (_, ...[from, to]) => {
    await atEachRequest(
      { from, to },
      (cluster, at) =>
        cluster.intercept(({ index }) => {
          if (index >= at) throw unavailable();
        }),
      async (cluster) => {
        await pauseTrigger(await triggerIn(cluster), cluster, {});
        expect(wholeSetsIn(cluster)).toEqual([]);
        expect([wanted(from, 'none'), wanted(to, 'none')]).toContainEqual(await whatIs(cluster));
      },
    );
  });

  it('reads as what it still does', async () => {
    const cluster = clusterOf();
    const base = await triggerIn(cluster);
    cluster.intercept(({ verb, name }) => {
      if (verb === 'patch' && name === 'scan-web') throw unavailable();
      if (verb === 'list' && cluster.calls.some((call) => call.verb === 'patch'))
        throw unavailable();
    });
    const draft = aDraft({ rule: versions });
    expect(await edit(cluster, { base, draft })).toMatchObject({
      outcome: 'failed',
      left: { code: 'network' },
    });
    cluster.intercept(() => undefined);
    expect(await whatIs(cluster)).toEqual({ ...wanted(aDraft()), bridge: 4 });
    expect(await edit(cluster, { base, draft })).toEqual({ outcome: 'unfinished' });
  });
});
