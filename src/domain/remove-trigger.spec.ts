import { eventListenerKind } from '../k8s/event-listener';
import type { K8sObject } from '../k8s/resource';
import { triggerTemplateKind } from '../k8s/trigger-template';
import { triggerKind } from '../k8s/trigger';
import { aDraft, aTrigger, aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import { MemoryCluster, forbidden } from '../testing/memory-cluster';
import type { Call } from '../testing/memory-cluster';
import type { CompleteDraft } from './draft';
import type { ImageTrigger } from './image-trigger';
import { refOf, relayResources, sourceResources } from './relay';
import { relayGoingWith, removeTrigger } from './remove-trigger';

const api: Partial<CompleteDraft> = {
  name: 'scan-api',
  stream: { namespace: 'images', name: 'api' },
};
const base: Partial<CompleteDraft> = {
  name: 'scan-base',
  stream: { namespace: 'base', name: 'ubi' },
};

/** What a user of the namespace `ci` has created, as far as it is not there yet. */
const add = (cluster: MemoryCluster, overrides: Partial<CompleteDraft>): void => {
  const draft = aDraft(overrides);
  for (const { kind, manifest } of relayResources(
    {
      namespace: draft.namespace,
      streams: draft.stream.namespace,
    },
    '1.2.3',
  )) {
    const { namespace = '', name } = refOf({ kind, manifest });
    if (!cluster.object(kind, namespace, name)) cluster.put(kind, manifest);
  }
  const lanes: K8sObject[] = lanesOfDraft(draft);
  const template: K8sObject = aTriggerTemplate(draft);
  const ownerReferences = lanes[1]?.metadata?.ownerReferences;
  for (const lane of lanes) cluster.put(triggerKind, lane);
  cluster.put(triggerTemplateKind, {
    ...template,
    metadata: { ...template.metadata, ownerReferences },
  });
};

const clusterWith = (...triggers: Partial<CompleteDraft>[]): MemoryCluster => {
  const cluster = new MemoryCluster();
  for (const trigger of triggers) add(cluster, trigger);
  return cluster;
};

/** The trigger's first lane, with a filter that somebody wrote over. */
const changeByHand = (cluster: MemoryCluster, name: string): void => {
  const lane = cluster.object(triggerKind, 'ci', name);
  cluster.put(triggerKind, { ...lane, spec: { interceptors: [] } } as K8sObject);
};

const whatIsLeftOf = async (cluster: MemoryCluster, trigger: ImageTrigger): Promise<string[]> => {
  expect(await removeTrigger(trigger, cluster, { version: '1.2.3' })).toEqual({
    outcome: 'removed',
  });
  return cluster.names();
};

describe('removeTrigger', () => {
  it('leaves nothing behind when the last trigger goes', async () => {
    expect(await whatIsLeftOf(clusterWith({}), aTrigger())).toEqual([]);
  });

  it('leaves what another trigger of the same namespaces needs', async () => {
    expect(await whatIsLeftOf(clusterWith({}, api), aTrigger())).toEqual(clusterWith(api).names());
  });

  it('takes only its own source where another trigger watches another namespace', async () => {
    expect(await whatIsLeftOf(clusterWith({}, base), aTrigger())).toEqual(
      clusterWith(base).names(),
    );
  });

  it('leaves every source where another trigger was changed by hand', async () => {
    const cluster = clusterWith({}, base);
    changeByHand(cluster, 'scan-base-3');
    const left = await whatIsLeftOf(cluster, aTrigger());
    expect(left).toEqual(
      expect.arrayContaining([
        'apiserversources ci/image-triggers-base',
        'apiserversources ci/image-triggers-images',
        'eventlisteners ci/image-triggers',
      ]),
    );
  });

  it('leaves the relays of other namespaces', async () => {
    const cluster = clusterWith({}, { namespace: 'qa' });
    expect(await whatIsLeftOf(cluster, aTrigger())).toEqual(
      clusterWith({ namespace: 'qa' }).names(),
    );
  });

  it('leaves an object of somebody else that has a name of ours', async () => {
    const cluster = clusterWith({});
    const listener = cluster.object(eventListenerKind, 'ci', 'image-triggers');
    cluster.put(eventListenerKind, {
      ...listener,
      metadata: { ...listener?.metadata, labels: { 'app.kubernetes.io/managed-by': 'argo' } },
    });
    expect(await whatIsLeftOf(cluster, aTrigger())).toEqual(['eventlisteners ci/image-triggers']);
  });

  it('leaves a trigger of the same name that was made again', async () => {
    const cluster = clusterWith({});
    const before = cluster.names();
    const old = { ...aTrigger(), uid: 'of-the-old-one' };
    expect(await whatIsLeftOf(cluster, old)).toEqual(before);
  });

  it('takes the relay of a trigger that somebody else has removed just now', async () => {
    const cluster = clusterWith({});
    cluster.drop(triggerKind, 'ci', 'scan-web');
    expect(await whatIsLeftOf(cluster, aTrigger())).toEqual([]);
  });

  it('does not count lanes that garbage collection has not taken yet', async () => {
    const cluster = clusterWith({});
    const lane = cluster.object(triggerKind, 'ci', 'scan-web-2')!;
    cluster.intercept(({ verb }) => {
      if (verb === 'list') cluster.put(triggerKind, lane);
    });
    expect(await whatIsLeftOf(cluster, aTrigger())).toEqual(['triggers ci/scan-web-2']);
  });

  it('gives its relay back to a trigger that is added meanwhile, at whichever request', async () => {
    const probe = clusterWith({});
    await removeTrigger(aTrigger(), probe, { version: '1.2.3' });
    const wanted = clusterWith(base, api).names();
    const lanes = lanesOfDraft(aDraft(base)).concat(lanesOfDraft(aDraft(api)));
    // It found the relay in place, so it adds its lanes only; after the last look it is too late.
    const looks = probe.calls.filter(({ verb }) => verb === 'list').map(({ index }) => index);
    for (let at = 0; at <= looks[1]!; at += 1) {
      const cluster = clusterWith({}, base);
      cluster.drop(triggerKind, 'ci', 'scan-base');
      cluster.intercept(({ index }) => {
        if (index === at) for (const lane of lanes) cluster.put(triggerKind, lane);
      });
      expect(await removeTrigger(aTrigger(), cluster, { version: '1.2.3' })).toEqual({
        outcome: 'removed',
      });
      expect(cluster.names()).toEqual(
        wanted.filter((name) => !name.startsWith('triggertemplates')),
      );
    }
  });

  it('does nothing where the trigger itself may not be removed', async () => {
    const cluster = clusterWith({});
    const before = cluster.snapshot();
    cluster.intercept(({ verb }) => {
      if (verb === 'remove') throw forbidden();
    });
    expect(await removeTrigger(aTrigger(), cluster, { version: '1.2.3' })).toEqual({
      outcome: 'failed',
      phase: 'trigger',
      problem: { code: 'forbidden', message: 'not allowed' },
    });
    expect(cluster.snapshot()).toEqual(before);
  });

  it.each<[string, (call: Call) => boolean, string[]]>([
    [
      'a part of the relay may not be removed',
      ({ verb, namespace }) => verb === 'remove' && namespace === 'images',
      ['rolebindings images/image-triggers-source-ci', 'roles images/image-triggers-source-ci'],
    ],
    [
      'the other triggers may not be seen',
      ({ verb }) => verb === 'list',
      clusterWith({})
        .names()
        .filter((name) => !name.startsWith('trigger') || name.startsWith('triggerbindings')),
    ],
  ])('goes as far as it may where %s', async (_, refused, left) => {
    const cluster = clusterWith({});
    cluster.intercept((call) => {
      if (refused(call)) throw forbidden();
    });
    expect(await removeTrigger(aTrigger(), cluster, { version: '1.2.3' })).toMatchObject({
      outcome: 'failed',
      phase: 'relay',
      problem: { code: 'forbidden' },
    });
    expect(cluster.names()).toEqual(left);
  });
});

describe('relayGoingWith', () => {
  const namesOf = (trigger: ImageTrigger, others: ImageTrigger[]): string[] =>
    relayGoingWith(trigger, others).map(
      ({ kind, manifest }) =>
        `${kind.plural} ${manifest.metadata.namespace}/${manifest.metadata.name}`,
    );
  const whole = relayResources({ namespace: 'ci', streams: 'images' }, '1.2.3');
  const source = sourceResources({ namespace: 'ci', streams: 'images' });
  const trigger = aTrigger();
  const handMade: ImageTrigger = { ...aTrigger(base), binding: undefined };

  it.each<[string, ImageTrigger[], number]>([
    ['the whole relay with the last trigger', [trigger], whole.length],
    [
      'the whole relay with the last of its namespace',
      [aTrigger({ namespace: 'qa' })],
      whole.length,
    ],
    ['nothing where another trigger watches the same namespace', [trigger, aTrigger(api)], 0],
    ['the source where the others watch other namespaces', [aTrigger(base)], source.length],
    ['nothing where another trigger was changed by hand', [handMade], 0],
  ])('names %s', (_, others, count) => {
    expect(namesOf(trigger, others)).toHaveLength(count);
  });

  it('keeps the source of a trigger that was changed by hand', () => {
    expect(namesOf(handMade, [])).toHaveLength(whole.length - source.length);
  });

  it.each<[string, Partial<CompleteDraft>[]]>([
    ['alone', []],
    ['beside a trigger on the same namespace', [api]],
    ['beside a trigger on another namespace', [base]],
  ])('names what removeTrigger removes, %s', async (_, others) => {
    const cluster = clusterWith({}, ...others);
    const before = cluster.names();
    await removeTrigger(trigger, cluster, { version: '1.2.3' });
    const gone = before.filter((name) => !cluster.names().includes(name));
    expect(gone).toEqual(
      [
        ...namesOf(trigger, [trigger, ...others.map((other) => aTrigger(other))]),
        ...lanesOfDraft().map(({ metadata }) => `triggers ci/${metadata!.name}`),
        'triggertemplates ci/scan-web',
      ].sort(),
    );
  });
});
