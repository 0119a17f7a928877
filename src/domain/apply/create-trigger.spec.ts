import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { annotationOf, labelOf } from '../../k8s/resource';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { triggerKind } from '../../k8s/trigger';
import type { Trigger } from '../../k8s/trigger';
import { aDraft, lanesOfDraft } from '../../testing/builders';
import { MemoryCluster, forbidden } from '../../testing/memory-cluster';
import type { Call } from '../../testing/memory-cluster';
import type { CompleteDraft } from '../draft';
import { activeLabel, activityAnnotation } from '../marks';
import { ClusterError } from '../problem';
import { readPushFilter } from '../push-filter';
import { accountResources, receiverResources, relayResources } from '../relay';
import { createTrigger } from './create-trigger';

const options = { version: '1.2.3', by: 'ada' };
const draft = aDraft();
const watch = { namespace: 'ci', streams: 'images' };
const otherDraft = aDraft({ name: 'sign-web', pipeline: 'sign' });

const putRelay = (cluster: MemoryCluster): void => {
  for (const { kind, manifest } of relayResources(watch, '1.2.3')) cluster.put(kind, manifest);
};

/** What another user creates: the relay is there already, so only its lanes. */
const putTrigger = (cluster: MemoryCluster, of: CompleteDraft): void => {
  for (const lane of lanesOfDraft(of)) cluster.put(triggerKind, lane);
};

const clusters: [string, () => MemoryCluster][] = [
  ['an empty namespace', () => new MemoryCluster()],
  [
    'a namespace with a relay',
    () => {
      const cluster = new MemoryCluster();
      putRelay(cluster);
      return cluster;
    },
  ],
  [
    'a namespace with a part of a relay',
    () => {
      const cluster = new MemoryCluster();
      for (const { kind, manifest } of listenerSide) cluster.put(kind, manifest);
      return cluster;
    },
  ],
  [
    'a namespace with another trigger',
    () => {
      const cluster = new MemoryCluster();
      putRelay(cluster);
      putTrigger(cluster, otherDraft);
      return cluster;
    },
  ],
];

const lanesIn = (cluster: MemoryCluster): Trigger[] =>
  ['scan-web', 'scan-web-2', 'scan-web-3', 'scan-web-4'].map((name) =>
    cluster.object(triggerKind, 'ci', name)!,
  );

const linesOf = (calls: readonly Call[]): string[] =>
  calls.map(({ verb, kind, namespace, name }) => `${verb} ${kind} ${namespace}/${name}`);

const isWrite = ({ verb }: Call): boolean => verb === 'create' || verb === 'patch';

/** What is there of the relay before. */
const listenerSide = [
  ...accountResources('ci'),
  ...receiverResources({ namespace: 'ci', streams: 'images' }),
];

describe('createTrigger', () => {
  it('writes the relay, lane 1, what it owns, and activates lane 1 last', async () => {
    const cluster = new MemoryCluster();
    expect(await createTrigger(draft, cluster, options)).toEqual({ outcome: 'created' });
    expect(linesOf(cluster.calls.filter(isWrite))).toEqual([
      'create serviceaccounts ci/image-triggers-listener',
      'create roles ci/image-triggers-listener',
      'create rolebindings ci/image-triggers-listener',
      'create serviceaccounts ci/image-triggers-source',
      'create triggerbindings ci/image-triggers',
      'create networkpolicies ci/image-triggers',
      'create eventlisteners ci/image-triggers',
      'create roles images/image-triggers-source-ci',
      'create rolebindings images/image-triggers-source-ci',
      'create apiserversources ci/image-triggers-images',
      'create triggers ci/scan-web',
      'create triggers ci/scan-web-2',
      'create triggers ci/scan-web-3',
      'create triggers ci/scan-web-4',
      'create triggertemplates ci/scan-web',
      'patch triggers ci/scan-web-4',
      'patch triggers ci/scan-web-3',
      'patch triggers ci/scan-web-2',
      'patch triggers ci/scan-web',
    ]);
  });

  it('tries everything by a dry run before it writes anything', async () => {
    const cluster = new MemoryCluster();
    await createTrigger(draft, cluster, options);
    const verbs = cluster.calls.map(({ verb }) => verb);
    const created = cluster.calls.filter(({ verb }) => verb === 'create');
    const tried = cluster.calls.filter(({ verb }) => verb === 'dry-run');
    expect(tried.map(({ kind, name }) => [kind, name])).toEqual(
      created.map(({ kind, name }) => [kind, name]),
    );
    expect(verbs.lastIndexOf('dry-run')).toBeLessThan(verbs.indexOf('create'));
  });

  it('has nothing active before everything exists', async () => {
    const cluster = new MemoryCluster();
    const active: number[] = [];
    cluster.intercept((call) => {
      const lanes = cluster.snapshot().filter((line) => line.includes(`"${activeLabel}":"true"`));
      if (isWrite(call)) active.push(lanes.filter((line) => line.startsWith('triggers ')).length);
    });
    await createTrigger(draft, cluster, options);
    expect(active).toEqual([...Array.from({ length: 15 }, () => 0), 0, 1, 2, 3]);
    expect(lanesIn(cluster).map((lane) => labelOf(lane, activeLabel))).toEqual(
      Array.from({ length: 4 }, () => 'true'),
    );
  });

  it('has the lanes and the template owned by lane 1', async () => {
    const cluster = new MemoryCluster();
    await createTrigger(draft, cluster, options);
    const [root, ...others] = lanesIn(cluster);
    const template = cluster.object(triggerTemplateKind, 'ci', 'scan-web')!;
    expect(root!.metadata?.ownerReferences).toBeUndefined();
    for (const { metadata } of [...others, template])
      expect(metadata?.ownerReferences).toEqual([
        {
          apiVersion: 'triggers.tekton.dev/v1beta1',
          kind: 'Trigger',
          name: 'scan-web',
          uid: root!.metadata!.uid,
        },
      ]);
  });

  it.each(clusters)('activates from the server’s time on, in %s', async (_, aCluster) => {
    const cluster = aCluster();
    cluster.time = Date.parse('2031-05-05T05:05:05Z');
    await createTrigger(draft, cluster, options);
    const [root] = lanesIn(cluster);
    const times = lanesIn(cluster).map(
      ({ spec }) => readPushFilter('scan-web', spec?.interceptors)?.activatedAt,
    );
    const [time] = times;
    expect(time).toMatch(/^2031-05-05T05:05:/);
    expect(new Set(times)).toEqual(new Set([time]));
    expect(JSON.parse(annotationOf(root!, activityAnnotation)!)).toEqual([
      { at: time, state: 'active', by: 'ada' },
    ]);
  });

  it('keeps what is there of the relay as it is', async () => {
    const cluster = clusters[3]![1]();
    const before = cluster.snapshot();
    await createTrigger(draft, cluster, options);
    expect(cluster.snapshot()).toEqual(expect.arrayContaining(before));
    expect(cluster.names()).toHaveLength(before.length + 5);
  });

  it('makes the relay again where the last other trigger took it along meanwhile', async () => {
    const cluster = clusters[1]![1]();
    cluster.intercept(({ verb, kind }) => {
      // The other one looked before there was a lane, and removes now.
      if (verb !== 'create' || kind !== 'triggers') return;
      cluster.drop(eventListenerKind, 'ci', 'image-triggers');
      cluster.drop(apiServerSourceKind, 'ci', 'image-triggers-images');
      cluster.intercept(() => undefined);
    });
    expect(await createTrigger(draft, cluster, options)).toEqual({ outcome: 'created' });
    expect(cluster.names()).toEqual(
      expect.arrayContaining([
        'eventlisteners ci/image-triggers',
        'apiserversources ci/image-triggers-images',
      ]),
    );
  });
});

describe.each(clusters)('a failure of createTrigger in %s', (_, aCluster) => {
  let all: Call[] = [];
  beforeAll(async () => {
    const cluster = aCluster();
    await createTrigger(draft, cluster, options);
    all = [...cluster.calls];
  });

  const failAt = async (index: number, after: boolean) => {
    const cluster = aCluster();
    const before = cluster.snapshot();
    const lost = new ClusterError({ code: 'timeout', message: 'no answer' });
    if (after) cluster.loseAnswer((call) => (call.index === index ? lost : undefined));
    else
      cluster.intercept((call) => {
        if (call.index === index) throw forbidden();
      });
    const result = await createTrigger(draft, cluster, options);
    return { cluster, before, result };
  };

  it.each([
    ['refused', false],
    ['served, but its answer lost', true],
  ])('leaves nothing behind, whichever request was %s', async (__, after) => {
    for (const { index, verb, name } of all) {
      const { cluster, before, result } = await failAt(index, after);
      expect([verb, name, cluster.snapshot()]).toEqual([verb, name, before]);
      expect(result).toMatchObject({
        outcome: 'failed',
        problem: { code: after ? 'timeout' : 'forbidden' },
        leftOver: [],
      });
    }
  });

  it('names the object and the phase', async () => {
    const checked = all.findLastIndex(({ verb }) => verb === 'dry-run');
    for (const { index, name } of all) {
      const { result } = await failAt(index, false);
      expect(result).toMatchObject({
        phase: index <= checked ? 'check' : 'write',
        resource: { manifest: { metadata: { name } } },
      });
    }
  });
});
