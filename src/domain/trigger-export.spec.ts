import { triggerKind } from '../k8s/trigger';
import { serviceAccountKind } from '../k8s/service-account';
import type { K8sObject } from '../k8s/resource';
import { aDraft } from '../testing/builders';
import { changes, clusterOf, triggerIn, wanted, whatIs } from '../testing/edits';
import { MemoryCluster } from '../testing/memory-cluster';
import { rehearseEdit } from './apply/edit-trigger';
import type { CompleteDraft } from './draft';
import { exportOfEdit, exportOfPlan, sharedExport } from './trigger-export';
import type { TriggerExport } from './trigger-export';
import { activeLabel } from './marks';
import { triggerPlan } from './plan';
import { relayResources } from './relay';
import { removeTrigger } from './remove-trigger';
import { rulesAt } from './rule-history';
import { compareTrigger } from './trigger-comparison';

const version = '1.2.3';
const at = '2026-03-02T10:00:00Z';
const planOf = (draft: CompleteDraft) => triggerPlan(draft, { activatedAt: at, version });

/** A cluster in which somebody has applied all of an export. */
const applied = async ({ shared, own }: TriggerExport): Promise<MemoryCluster> => {
  const cluster = new MemoryCluster();
  for (const { kind, manifest } of [...shared, ...own]) await cluster.create(kind, manifest);
  return cluster;
};

const exportEdit = async (cluster: MemoryCluster, draft: CompleteDraft): Promise<TriggerExport> => {
  const base = await triggerIn(cluster);
  const edit = await rehearseEdit({ base, draft }, cluster, { version });
  if (edit.outcome !== 'ready') throw new Error(edit.outcome);
  return exportOfEdit(edit, { shared: [], at });
};

describe('a trigger that is not there yet', () => {
  const draft = aDraft({ rule: { kind: 'tags', tags: ['v1', 'v2'] } });

  it('is active and whole once all of it is applied', async () => {
    const cluster = await applied(exportOfPlan(planOf(draft), []));
    expect(await whatIs(cluster)).toEqual(wanted(draft));
    const states = compareTrigger(await triggerIn(cluster), version).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['same']));
  });

  it('has no lane before its template, and lane 1 last', () => {
    const { own } = exportOfPlan(planOf(draft), []);
    expect(own.map(({ kind, manifest }) => `${kind.kind} ${manifest.metadata.name}`)).toEqual([
      'TriggerTemplate scan-web',
      'Trigger scan-web-2',
      'Trigger scan-web',
    ]);
  });

  it('is deleted with all of its objects, though lane 1 owns none of them', async () => {
    const cluster = await applied(exportOfPlan(planOf(draft), []));
    await removeTrigger(await triggerIn(cluster), cluster, { version });
    expect(cluster.names()).toEqual([]);
  });

  it('is active from the time of its plan on', async () => {
    const { activity } = await triggerIn(await applied(exportOfPlan(planOf(draft), [])));
    expect(activity).toMatchObject([{ at, state: 'active' }]);
  });
});

describe('an edit', () => {
  it.each(changes)('of %s is what saving it would make', async (_, from, to) => {
    const made = await exportEdit(clusterOf(from), to);
    expect(await whatIs(await applied(made))).toEqual(wanted(to));
    const lanesOf = ({ rule }: CompleteDraft): number => ('tags' in rule ? rule.tags.length : 4);
    expect(made.removed).toHaveLength(Math.max(0, lanesOf(from) - lanesOf(to)));
  });

  it('of the rule keeps the earlier one in the log', async () => {
    const from = aDraft({ rule: { kind: 'glob', pattern: 'v*' } });
    const to = aDraft({ rule: { kind: 'glob', pattern: 'w*' } });
    const { activity } = await triggerIn(await applied(await exportEdit(clusterOf(from), to)));
    const rules = { activity, current: to.rule };
    expect(rulesAt(rules, '2026-03-02T09:00:00Z')).toEqual([from.rule]);
    expect(rulesAt(rules, '2026-03-02T11:00:00Z')).toEqual([to.rule]);
  });

  it('of the Pipeline alone leaves the log as it is', async () => {
    const cluster = clusterOf(aDraft());
    const { activity } = await triggerIn(cluster);
    const made = await applied(await exportEdit(cluster, aDraft({ pipeline: 'sign' })));
    expect((await triggerIn(made)).activity).toEqual(activity);
  });

  it('of a paused trigger leaves it paused', async () => {
    const to = aDraft({ rule: { kind: 'tags', tags: ['v1'] } });
    const made = await applied(await exportEdit(clusterOf(aDraft(), { active: false }), to));
    expect(await whatIs(made)).toEqual(wanted(to, 'none'));
  });

  it('keeps what others say of the objects, and nothing of the cluster', async () => {
    const cluster = clusterOf(aDraft());
    const lane = cluster.object(triggerKind, 'ci', 'scan-web')!;
    const theirs = { 'argocd.argoproj.io/sync-wave': '2' };
    const marked = {
      ...lane,
      status: {},
      metadata: {
        ...lane.metadata,
        managedFields: [{ manager: 'kubectl' }],
        labels: { ...lane.metadata?.labels, team: 'shop' },
        annotations: {
          ...lane.metadata?.annotations,
          ...theirs,
          'argocd.argoproj.io/tracking-id': 'shop:triggers.tekton.dev/Trigger:ci/scan-web',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      },
    };
    cluster.put(triggerKind, marked);
    const { own } = await exportEdit(cluster, aDraft({ rule: { kind: 'glob', pattern: 'v*' } }));
    for (const { manifest } of own) {
      expect(Object.keys(manifest).sort()).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
      expect(['annotations', 'labels', 'name', 'namespace']).toEqual(
        Object.keys(manifest.metadata).sort(),
      );
    }
    const { labels, annotations = {} } = own.at(-1)!.manifest.metadata;
    expect(labels).toEqual({ ...lane.metadata?.labels, team: 'shop', [activeLabel]: 'true' });
    expect(annotations).toMatchObject(theirs);
    expect(Object.keys(annotations).filter((key) => /tracking-id|last-applied/.test(key))).toEqual(
      [],
    );
  });
});

describe('the relay', () => {
  const resources = relayResources({ namespace: 'ci', streams: 'images' }, version);

  it('is what this version builds, where it is not there', () => {
    expect(sharedExport(resources, [])).toEqual(resources);
  });

  it('is what it is, where it is there, without what the cluster adds', () => {
    const account = resources.find(({ kind }) => kind === serviceAccountKind)!;
    const object = {
      ...account.manifest,
      secrets: [{ name: 'dockercfg-1' }],
      metadata: {
        ...account.manifest.metadata,
        uid: 'of-this-cluster',
        annotations: { team: 'shop', 'sources.knative.dev/creator': 'ada' },
      },
    } as K8sObject;
    const [first] = sharedExport(resources, [{ kind: serviceAccountKind, object }]);
    expect(first?.manifest).toEqual({
      ...account.manifest,
      metadata: { ...account.manifest.metadata, annotations: { team: 'shop' } },
    });
  });
});
