import { eventListenerKind } from '../../k8s/event-listener';
import { triggerKind } from '../../k8s/trigger';
import { aDraft, lanesOfDraft } from '../../testing/builders';
import { MemoryCluster, forbidden } from '../../testing/memory-cluster';
import { triggerPlan } from '../plan';
import { ClusterError } from '../problem';
import { clusterImages } from '../push';
import { relayResources } from '../relay';
import { createTrigger, rehearseTrigger } from './create-trigger';
import type { Rehearsal } from './create-trigger';

const options = { version: '1.2.3' };
const watch = { namespace: 'ci', streams: 'images' };

describe('checkPlan', () => {
  it.each([
    ['rolebindings', 'ready', aDraft()],
    ['clusterrolebindings', 'ready', aDraft({ stream: clusterImages })],
    ['apiserversources', 'failed', aDraft()],
  ])('takes a missing object in the dry run of %s for %s', async (kind, outcome, draft) => {
    const cluster = new MemoryCluster();
    cluster.intercept((call) => {
      // A RoleBinding's Role is not there yet, for its dry run has written nothing.
      if (call.verb === 'dry-run' && call.kind === kind)
        throw new ClusterError({ code: 'not-found', message: 'no such object' });
    });
    expect(await rehearseTrigger(draft, cluster, options)).toMatchObject({ outcome });
    expect(cluster.names()).toEqual([]);
  });

  it('keeps a part of the relay that somebody else makes in between', async () => {
    const cluster = new MemoryCluster();
    const [account] = relayResources({ namespace: 'ci', streams: 'images' }, '1.2.3');
    cluster.intercept(({ index, verb }) => {
      if (index === 1 && verb === 'dry-run') cluster.put(account!.kind, account!.manifest);
    });
    expect(await rehearseTrigger(aDraft(), cluster, options)).toMatchObject({ outcome: 'ready' });
    expect(cluster.names()).toEqual(['serviceaccounts ci/image-triggers-listener']);
  });

  it('waits for garbage collection where the trigger of a name was deleted a moment ago', async () => {
    const cluster = new MemoryCluster();
    await createTrigger(aDraft(), cluster, options);
    cluster.collectsLate = true;
    cluster.drop(triggerKind, 'ci', 'scan-web');
    expect(await createTrigger(aDraft(), cluster, options)).toEqual({ outcome: 'created' });
    expect(cluster.names()).toHaveLength(relayResources(watch, '1.2.3').length + 5);
  });

  it.each([
    ['ready', 'once it is gone', (cluster: MemoryCluster) => cluster],
    ['failed', 'where it stays', () => undefined],
  ])('is %s for a name whose object is being deleted, %s', async (outcome, _, ending) => {
    const cluster = new MemoryCluster();
    const [lane] = lanesOfDraft(aDraft());
    const metadata = { ...lane!.metadata, deletionTimestamp: '2026-03-01T10:00:00Z' };
    cluster.put(triggerKind, { ...lane, metadata });
    let gets = 0;
    cluster.intercept(({ verb, name }) => {
      if (verb === 'get' && name === 'scan-web' && ++gets === 3)
        ending(cluster)?.drop(triggerKind, 'ci', 'scan-web');
    });
    expect(await rehearseTrigger(aDraft(), cluster, options)).toMatchObject({ outcome });
  });

  it('minds any other refusal of a RoleBinding', async () => {
    const cluster = new MemoryCluster();
    cluster.intercept(({ kind }) => {
      if (kind === 'rolebindings') throw forbidden();
    });
    expect(await rehearseTrigger(aDraft(), cluster, options)).toMatchObject({
      outcome: 'failed',
      resource: { kind: { kind: 'RoleBinding' } },
    });
  });
});

describe('rehearseTrigger', () => {
  it('gives the time and the plan of the moment, and writes nothing', async () => {
    const cluster = new MemoryCluster();
    cluster.time = Date.parse('2031-05-05T05:05:05Z');
    const rehearsal = await rehearseTrigger(aDraft(), cluster, options);
    expect(rehearsal).toMatchObject({
      outcome: 'ready',
      activatedAt: expect.stringMatching(/^2031-05-05T05:05:/) as string,
    });
    const { activatedAt, plan } = rehearsal as Extract<Rehearsal, { outcome: 'ready' }>;
    expect(plan).toEqual(triggerPlan(aDraft(), { ...options, activatedAt }));
    expect(cluster.names()).toEqual([]);
  });

  it('compares what is there of the relay, and keeps it', async () => {
    const cluster = new MemoryCluster();
    const [account, role, ...others] = relayResources(
      { namespace: 'ci', streams: 'images' },
      '1.2.3',
    );
    cluster.put(account!.kind, account!.manifest);
    cluster.put(role!.kind, { ...role!.manifest, ...{ rules: [] } });
    const listener = others.find(({ kind }) => kind === eventListenerKind)!;
    cluster.put(listener.kind, { metadata: { name: 'image-triggers', namespace: 'ci' } });
    const before = cluster.snapshot();
    const rehearsal = await rehearseTrigger(aDraft(), cluster, options);
    expect(rehearsal).toMatchObject({
      outcome: 'ready',
      kept: [
        { kind: { kind: 'Role' }, state: 'by-hand', differences: [{ path: '/rules' }] },
        {
          kind: { kind: 'EventListener' },
          state: 'foreign',
          differences: [{ path: '/metadata/labels' }, { path: '/spec' }],
        },
      ],
    });
    expect(cluster.snapshot()).toEqual(before);
  });

  it('names the object that would be refused', async () => {
    const cluster = new MemoryCluster();
    const [taken] = lanesOfDraft(aDraft({ name: 'scan-web-2' }));
    cluster.put(triggerKind, taken!);
    expect(await rehearseTrigger(aDraft(), cluster, options)).toMatchObject({
      outcome: 'failed',
      phase: 'check',
      resource: { manifest: { metadata: { name: 'scan-web-2' } } },
      problem: { code: 'already-exists' },
      leftOver: [],
    });
  });
});
