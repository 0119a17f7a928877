import type { K8sObject } from '../../k8s/resource';
import { networkPolicyKind } from '../../k8s/network-policy';
import { eventListenerKind } from '../../k8s/event-listener';
import { roleBindingKind } from '../../k8s/role-binding';
import { roleKind } from '../../k8s/role';
import { serviceAccountKind } from '../../k8s/service-account';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import { changes, clusterOf, edit, triggerIn } from '../../testing/edits';
import type { MemoryCluster } from '../../testing/memory-cluster';
import { breaks, brokenFilters, clusterWithRelay, version } from '../../testing/repairs';
import { pauseTrigger, resumeTrigger } from '../pause-trigger';
import { rehearseRepair, repairTrigger } from './repair-trigger';

const kinds = [
  triggerKind,
  triggerTemplateKind,
  serviceAccountKind,
  roleKind,
  roleBindingKind,
  triggerBindingKind,
  networkPolicyKind,
  eventListenerKind,
];

const flux = 'kustomize.toolkit.fluxcd.io/name';
const wave = 'argocd.argoproj.io/sync-wave';

const keyOf = ({ kind = '', metadata }: K8sObject): string =>
  `${kind} ${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`;

const objectsOf = (cluster: MemoryCluster): K8sObject[] =>
  kinds.flatMap((kind) => cluster.all(kind));

/** Puts the marks of GitOps tools on everything that is there, and says on what. */
const mark = (cluster: MemoryCluster): Set<string> => {
  for (const kind of kinds)
    for (const object of cluster.all(kind)) {
      const { labels, annotations } = object.metadata ?? {};
      cluster.put(kind, {
        ...object,
        metadata: {
          ...object.metadata,
          labels: { ...labels, [flux]: 'apps' },
          annotations: { ...annotations, [wave]: '2' },
        },
      });
    }
  return new Set(objectsOf(cluster).map(keyOf));
};

/** Of those that are still there, the objects that have lost a mark. */
const unmarked = (cluster: MemoryCluster, marked: ReadonlySet<string>): string[] =>
  objectsOf(cluster)
    .filter((object) => marked.has(keyOf(object)))
    .filter(
      ({ metadata }) => metadata?.labels?.[flux] !== 'apps' || metadata.annotations?.[wave] !== '2',
    )
    .map(keyOf);

it.each(changes)('an edit keeps the marks of others: %s', async (_, from, to) => {
  const cluster = clusterOf(from);
  const marked = mark(cluster);
  const base = await triggerIn(cluster);
  expect(await edit(cluster, { base, draft: to })).toEqual({ outcome: 'saved' });
  expect(unmarked(cluster, marked)).toEqual([]);
});

it.each([...breaks.map(([title, byHand]) => [title, byHand] as const), ...brokenFilters])(
  'a repair keeps the marks of others: %s',
  async (_, byHand) => {
    const cluster = clusterWithRelay();
    byHand(cluster);
    const marked = mark(cluster);
    const rehearsal = await rehearseRepair({ namespace: 'ci', name: 'scan-web' }, cluster, {
      version,
    });
    if (rehearsal.outcome !== 'ready') throw new Error(rehearsal.outcome);
    const { outcome } = await repairTrigger(rehearsal.plan, cluster, { version });
    expect(outcome).toBe('repaired');
    expect(unmarked(cluster, marked)).toEqual([]);
  },
);

it('a pause and a resumption keep the marks of others', async () => {
  const cluster = clusterOf();
  const marked = mark(cluster);
  await pauseTrigger(await triggerIn(cluster), cluster, {});
  await resumeTrigger(await triggerIn(cluster), cluster, {});
  expect(unmarked(cluster, marked)).toEqual([]);
});
