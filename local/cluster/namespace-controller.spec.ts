import { NamespaceController } from './namespace-controller';
import { resources } from './resources';
import { aStore, settled } from './testing';

test('a namespace is born active, with its name as a label', () => {
  const namespace = aStore().get(resources.namespaces, { name: 'shop' });
  expect(namespace.metadata.labels).toEqual({ 'kubernetes.io/metadata.name': 'shop' });
  expect(namespace.status).toEqual({ phase: 'Active' });
});

test('a deleted namespace takes nothing in, and goes after its content', async () => {
  const store = aStore();
  const controller = new NamespaceController(store);
  const inShop = { metadata: { name: 'one', namespace: 'shop' } };
  store.create(resources.configMaps, inShop);
  store.create(resources.configMaps, { metadata: { name: 'one', namespace: 'other' } });
  store.remove(resources.namespaces, { name: 'shop' });

  const { status } = store.get(resources.namespaces, { name: 'shop' });
  expect(status).toEqual({ phase: 'Terminating' });
  const createOneMore = () =>
    store.create(resources.configMaps, { metadata: { name: 'two', namespace: 'shop' } });
  expect(createOneMore).toThrow('because it is being terminated');

  await settled();
  expect(store.find(resources.namespaces, { name: 'shop' })).toBeUndefined();
  expect(store.list(resources.configMaps).map(({ metadata }) => metadata.namespace)).toEqual([
    'other',
  ]);
  controller.stop();
});

test('an object with a finalizer holds its namespace', async () => {
  const store = aStore();
  const controller = new NamespaceController(store);
  const metadata = { name: 'one', namespace: 'shop', finalizers: ['example.com/hold'] };
  store.create(resources.configMaps, { metadata });
  store.remove(resources.namespaces, { name: 'shop' });
  await settled();
  const held = store.get(resources.configMaps, metadata);
  expect(store.find(resources.namespaces, { name: 'shop' })).toBeDefined();

  const freed = { ...held.metadata, ...{ finalizers: [] } };
  store.update(resources.configMaps, { ...held, metadata: freed });
  await settled();
  expect(() => store.get(resources.namespaces, { name: 'shop' })).toThrow('not found');
  controller.stop();
});
