import type { ObjectMeta } from '../../src/k8s/resource';
import { GarbageCollector } from './garbage-collector';
import type { Stored } from './object';
import { resources } from './resources';
import type { Store } from './store';
import { aStore, settled } from './testing';

const meta = (name: string, owners: readonly Stored[] = []): ObjectMeta => ({
  name,
  namespace: 'shop',
  ownerReferences: owners.map(({ apiVersion, kind, metadata }) => ({
    apiVersion,
    kind,
    name: metadata.name,
    uid: metadata.uid,
  })),
});

const namesIn = (store: Store): string[] =>
  [resources.triggers, resources.configMaps].flatMap((definition) =>
    store.list(definition, { namespace: 'shop' }).map(({ metadata }) => metadata.name),
  );

/** Lane 1 owns lane 2, which owns a ConfigMap. */
const aFamily = () => {
  const store = aStore();
  const collector = new GarbageCollector(store);
  const first = store.create(resources.triggers, { metadata: meta('lane-1') });
  const second = store.create(resources.triggers, { metadata: meta('lane-2', [first]) });
  const third = store.create(resources.configMaps, { metadata: meta('leaf', [second]) });
  return { store, collector, first, second, third };
};

test('dependents of dependents go, some moments after their owner', async () => {
  const { store, collector, first } = aFamily();
  store.remove(resources.triggers, first.metadata);
  expect(namesIn(store)).toEqual(['lane-2', 'leaf']);
  await settled();
  expect(namesIn(store)).toEqual([]);
  collector.stop();
});

test('a foreground delete removes the dependents first', async () => {
  const { store, collector, first } = aFamily();
  const gone: string[] = [];
  store.watch(({ type, object }) => type === 'DELETED' && gone.push(object.metadata.name));
  store.remove(resources.triggers, first.metadata, { propagationPolicy: 'Foreground' });
  await settled();
  expect(gone).toEqual(['leaf', 'lane-2', 'lane-1']);
  collector.stop();
});

test('an orphaning delete frees the dependents', async () => {
  const { store, collector, first } = aFamily();
  store.remove(resources.triggers, first.metadata, { propagationPolicy: 'Orphan' });
  await settled();
  expect(namesIn(store)).toEqual(['lane-2', 'leaf']);
  const { metadata } = store.get(resources.triggers, { name: 'lane-2', namespace: 'shop' });
  expect(metadata.ownerReferences).toBeUndefined();
  collector.stop();
});

test('what has another owner left stays, without the reference to the one that went', async () => {
  const { store, collector, first } = aFamily();
  const other = store.create(resources.triggers, { metadata: meta('other') });
  store.create(resources.configMaps, { metadata: meta('shared', [first, other]) });
  store.remove(resources.triggers, first.metadata);
  await settled();
  const { metadata } = store.get(resources.configMaps, { name: 'shared', namespace: 'shop' });
  expect(metadata.ownerReferences?.map(({ name }) => name)).toEqual(['other']);
  collector.stop();
});

test('an owner that never was, or was made again, does not count', async () => {
  const { store, collector, first } = aFamily();
  const absent = { ...first, metadata: { ...first.metadata, uid: 'gone' } };
  store.create(resources.configMaps, { metadata: meta('stray', [absent]) });
  await settled();
  expect(namesIn(store)).not.toContain('stray');
  collector.stop();
});
