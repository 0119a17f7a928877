import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import type { EventListener } from '../../k8s/event-listener';
import type { K8sObject, ResourceKind } from '../../k8s/resource';
import { nameOf, namespaceOf } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { aChainListener } from '../../testing/chain-builders';
import { MemoryCluster, forbidden } from '../../testing/memory-cluster';
import { aTakenChain, oldObjects, ownEntry } from '../../testing/old-objects';
import type { OldObjects } from './draft-of-chain';
import { oldPartsOf } from './old-parts';
import { removalQuestionsOf, removeOldParts } from './remove-old-parts';

const listsOf = (objects: OldObjects): (readonly [ResourceKind, readonly K8sObject[]])[] => [
  [apiServerSourceKind, objects.sources],
  [eventListenerKind, objects.listeners],
  [triggerBindingKind, objects.bindings],
  [triggerTemplateKind, objects.templates],
];

/** A cluster with these objects, and the parts of the chain in it. */
const prepare = async (wanted: OldObjects = oldObjects()) => {
  const cluster = new MemoryCluster();
  const written = new Map<ResourceKind, K8sObject[]>();
  for (const [kind, list] of listsOf(wanted))
    for (const object of list) {
      const { apiVersion = '', metadata } = object;
      const manifest = {
        ...object,
        apiVersion,
        kind: kind.kind,
        metadata: { ...metadata, name: nameOf(object) },
      };
      written.set(kind, [...(written.get(kind) ?? []), await cluster.create(kind, manifest)]);
    }
  const of = (kind: ResourceKind) => written.get(kind) ?? [];
  const objects: OldObjects = {
    sources: of(apiServerSourceKind),
    listeners: of(eventListenerKind),
    triggers: [],
    templates: of(triggerTemplateKind),
    bindings: of(triggerBindingKind),
  };
  return { cluster, parts: oldPartsOf(aTakenChain(), objects).going };
};

const look = (cluster: MemoryCluster, kind: ResourceKind, name: string) =>
  cluster.get({ kind, namespace: 'watch', name });

const left = async (cluster: MemoryCluster): Promise<string[]> => {
  const found = await Promise.all([
    look(cluster, apiServerSourceKind, 'images'),
    look(cluster, eventListenerKind, 'images'),
    look(cluster, triggerBindingKind, 'event'),
    look(cluster, triggerTemplateKind, 'print'),
  ]);
  return found.flatMap((object) => (object ? [object.kind ?? ''] : []));
};

const listenerRef = { kind: eventListenerKind, namespace: 'watch', name: 'images' };

describe('removing the old parts of a chain', () => {
  it('removes them in their order, each as it was looked at', async () => {
    const { cluster, parts } = await prepare();
    cluster.intercept(() => undefined);
    expect(await removeOldParts(aTakenChain(), parts, cluster)).toEqual({ outcome: 'removed' });
    const removed = cluster.calls.filter(({ verb }) => verb === 'remove');
    expect(removed.map(({ kind }) => kind)).toEqual([
      'apiserversources',
      'eventlisteners',
      'triggerbindings',
      'triggertemplates',
    ]);
    expect(await left(cluster)).toEqual([]);
  });

  it('takes its entry out of a listener that others need, and leaves theirs', async () => {
    const others = [{ name: 'a', template: { ref: 'a' } }, ownEntry, { triggerRef: 'b' }];
    const { cluster, parts } = await prepare(
      oldObjects({ listeners: [aChainListener({ triggers: others })] }),
    );
    await removeOldParts(aTakenChain(), parts, cluster);
    const listener: EventListener | undefined = await look(cluster, eventListenerKind, 'images');
    expect(listener?.spec?.triggers).toEqual([others[0], others[2]]);
    expect(await look(cluster, apiServerSourceKind, 'images')).toBeDefined();
  });

  it('removes nothing that was changed since it was shown, and nothing after it', async () => {
    const { cluster, parts } = await prepare();
    await cluster.patch(listenerRef, [
      { op: 'add', path: '/spec/triggers/-', value: { triggerRef: 'new' } },
    ]);
    expect(await removeOldParts(aTakenChain(), parts, cluster)).toEqual({
      outcome: 'stopped',
      ref: listenerRef,
      problem: undefined,
    });
    expect(await left(cluster)).toEqual(['EventListener', 'TriggerBinding', 'TriggerTemplate']);
  });

  it('removes nothing that was made anew since it was shown', async () => {
    const { cluster, parts } = await prepare();
    const found = await cluster.get(listenerRef);
    await cluster.remove(listenerRef, { uid: found?.metadata?.uid ?? '' });
    await cluster.create(eventListenerKind, {
      ...aChainListener({ triggers: [ownEntry] }),
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'EventListener',
      metadata: { name: 'images', namespace: 'watch' },
    });
    expect(await removeOldParts(aTakenChain(), parts, cluster)).toMatchObject({
      outcome: 'stopped',
      problem: undefined,
    });
  });

  it('bears a status that is written between the look and the removal', async () => {
    const { cluster, parts } = await prepare();
    cluster.intercept(() => undefined);
    let turns = 0;
    cluster.turn = async () => {
      turns += 1;
      // Look and removal of the source, look at the listener: now its removal.
      if (turns === 4)
        await cluster.patch(listenerRef, [{ op: 'add', path: '/status', value: {} }]);
    };
    expect(await removeOldParts(aTakenChain(), parts, cluster)).toEqual({ outcome: 'removed' });
    const tries = cluster.calls.filter(
      ({ verb, kind }) => verb === 'remove' && kind === 'eventlisteners',
    );
    expect(tries).toHaveLength(2);
    expect(await left(cluster)).toEqual([]);
  });

  it('stops at what is refused, and goes on from there another time', async () => {
    const { cluster, parts } = await prepare();
    cluster.intercept(({ verb, kind }) => {
      if (verb === 'remove' && kind === 'triggerbindings') throw forbidden();
    });
    expect(await removeOldParts(aTakenChain(), parts, cluster)).toMatchObject({
      outcome: 'stopped',
      ref: { kind: triggerBindingKind, name: 'event' },
      problem: { code: 'forbidden' },
    });
    expect(await left(cluster)).toEqual(['TriggerBinding', 'TriggerTemplate']);
    cluster.intercept(() => undefined);
    expect(await removeOldParts(aTakenChain(), parts, cluster)).toEqual({ outcome: 'removed' });
  });

  it('asks for one permission a kind and namespace', async () => {
    const { parts } = await prepare(
      oldObjects({
        listeners: [
          aChainListener({ triggers: [ownEntry, { name: 'b', template: { ref: 'b' } }] }),
        ],
      }),
    );
    const questions = removalQuestionsOf([...parts, ...parts]);
    expect(
      questions.map(({ verb, kind, namespace }) => `${verb} ${kind.plural} ${namespace}`),
    ).toEqual([
      'patch eventlisteners watch',
      'delete triggerbindings watch',
      'delete triggertemplates watch',
    ]);
    expect(parts.map(({ object }) => namespaceOf(object))).toEqual(['watch', 'watch', 'watch']);
  });
});
