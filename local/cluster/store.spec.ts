import { isApiError, type ApiError } from './api-error';
import type { StoreEvent } from './event-queue';
import { resources } from './resources';
import { aStore, containing } from './testing';

const configMap = { metadata: { name: 'one', namespace: 'shop' }, data: { key: 'value' } };
const run = { metadata: { name: 'run', namespace: 'shop' }, spec: { params: [] } };

const statusOf = (action: () => unknown): Partial<ApiError['status']> => {
  try {
    action();
  } catch (error) {
    if (isApiError(error)) {
      return error.status;
    }
    throw error;
  }
  throw new Error('It did not fail.');
};

const typesOf = (events: readonly StoreEvent[]) =>
  events.map(({ type, object }) => `${type} ${object.metadata.name}`);

describe('create', () => {
  test('identifies the object and stamps it with the cluster clock', () => {
    const store = aStore();
    store.clock.shift(86_400 * 365);
    const created = store.create(resources.pipelineRuns, run);
    expect(created).toMatchObject({ apiVersion: 'tekton.dev/v1', kind: 'PipelineRun' });
    expect(created.metadata.generation).toBe(1);
    expect(created.metadata.uid).toMatch(/^[0-9a-f-]{36}$/);
    expect(created.metadata.resourceVersion).toBe(String(store.resourceVersion));
    expect(created.metadata.creationTimestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Date.parse(created.metadata.creationTimestamp)).toBeGreaterThan(Date.now());
  });

  test('makes a name of generateName', () => {
    const metadata = { generateName: 'run-', namespace: 'shop' };
    const { name } = aStore().create(resources.pipelineRuns, { metadata }).metadata;
    expect(name).toMatch(/^run-[bcdfghjklmnpqrstvwxz2456789]{5}$/);
  });

  test('drops the status of kinds with a status subresource', () => {
    const created = aStore().create(resources.pipelineRuns, {
      ...run,
      status: { startTime: '2026-01-01T00:00:00Z' },
    });
    expect(created).not.toHaveProperty('status');
  });

  test('keeps nothing and tells no one in a dry run', () => {
    const store = aStore();
    const events: StoreEvent[] = [];
    store.watch((event) => events.push(event));
    const created = store.create(resources.configMaps, configMap, { dryRun: true });
    expect(created.metadata.uid).not.toBe('');
    expect(store.find(resources.configMaps, configMap.metadata)).toBeUndefined();
    expect(events).toEqual([]);
  });

  test.each([
    { what: 'no name', metadata: { namespace: 'shop' }, problem: 'name or generateName is' },
    { what: 'a bad name', metadata: { name: 'A', namespace: 'shop' }, problem: 'RFC 1123' },
    { what: 'no namespace', metadata: { name: 'a' }, problem: 'an empty namespace may not' },
    {
      what: 'a missing namespace',
      metadata: { name: 'a', namespace: 'x' },
      problem: 'namespaces "x" not found',
    },
    {
      what: 'a long label',
      metadata: { name: 'a', namespace: 'shop', labels: { key: 'v'.repeat(64) } },
      problem: 'must be no more than 63 bytes',
    },
    {
      what: 'a digest as label',
      metadata: { name: 'a', namespace: 'shop', labels: { key: 'sha256:1' } },
      problem: 'a valid label must be',
    },
  ])('refuses $what', ({ metadata, problem }) => {
    expect(() => aStore().create(resources.configMaps, { metadata })).toThrow(problem);
  });

  test('refuses a name that is taken, in the words of the API server', () => {
    const store = aStore();
    store.create(resources.pipelineRuns, run);
    expect(statusOf(() => store.create(resources.pipelineRuns, run))).toMatchObject({
      code: 409,
      reason: 'AlreadyExists',
      message: 'pipelineruns.tekton.dev "run" already exists',
      details: { name: 'run', group: 'tekton.dev', kind: 'pipelineruns' },
    });
  });
});

describe('update', () => {
  test('counts changes of the spec, not of metadata or status', () => {
    const store = aStore();
    const created = store.create(resources.pipelineRuns, run);
    const labelled = store.update(resources.pipelineRuns, {
      ...created,
      metadata: { ...created.metadata, labels: { a: 'b' } },
    });
    const started = store.updateStatus(resources.pipelineRuns, {
      ...labelled,
      status: { startTime: '2026-01-01T00:00:00Z' },
    });
    const changed = store.update(resources.pipelineRuns, {
      ...started,
      spec: { status: 'Cancelled' },
    });
    const generations = [created, labelled, started, changed].map((one) => one.metadata.generation);
    expect(generations).toEqual([1, 1, 1, 2]);
    expect(changed).toMatchObject({ status: { startTime: '2026-01-01T00:00:00Z' } });
  });

  test('leaves the status alone, and updateStatus leaves all else alone', () => {
    const store = aStore();
    const created = store.create(resources.pipelineRuns, run);
    const status = { startTime: '2026-01-01T00:00:00Z' };
    const updated = store.update(resources.pipelineRuns, { ...created, status });
    expect(updated).not.toHaveProperty('status');
    const spec = { status: 'Cancelled' };
    const reported = store.updateStatus(resources.pipelineRuns, { ...created, spec, status });
    expect(reported).toMatchObject({ spec: run.spec, status });
  });

  test('does nothing where nothing changes, whatever the order of the fields', () => {
    const store = aStore();
    const { apiVersion, kind, metadata, data } = store.create(resources.configMaps, configMap);
    const events: StoreEvent[] = [];
    store.watch((event) => events.push(event));
    const updated = store.update(resources.configMaps, { data, metadata, kind, apiVersion });
    expect(updated.metadata.resourceVersion).toBe(metadata.resourceVersion);
    expect(events).toEqual([]);
  });

  test('refuses a stale version and another uid', () => {
    const store = aStore();
    const created = store.create(resources.configMaps, configMap);
    store.update(resources.configMaps, { ...created, data: { key: 'newer' } });
    expect(statusOf(() => store.update(resources.configMaps, created))).toMatchObject({
      code: 409,
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on configmaps "one": the object has been modified; please apply your changes to the latest version and try again',
    });
    const impostor = { ...configMap, metadata: { ...configMap.metadata, uid: 'other' } };
    expect(statusOf(() => store.update(resources.configMaps, impostor)).reason).toBe('Conflict');
  });

  test('needs the version of a custom resource, but not of a built-in kind', () => {
    const store = aStore();
    store.create(resources.configMaps, configMap);
    store.create(resources.pipelineRuns, run);
    const updated = store.update(resources.configMaps, { ...configMap, data: {} });
    expect(updated.data).toEqual({});
    expect(statusOf(() => store.update(resources.pipelineRuns, run))).toMatchObject({
      code: 422,
      message: containing('must be specified for an update'),
    });
  });
});

describe('remove', () => {
  test('checks the preconditions', () => {
    const store = aStore();
    const { metadata } = store.create(resources.configMaps, configMap);
    const removeIf = (preconditions: object) => () =>
      store.remove(resources.configMaps, metadata, { preconditions });
    expect(statusOf(removeIf({ uid: 'other' })).reason).toBe('Conflict');
    expect(statusOf(removeIf({ resourceVersion: '1' })).reason).toBe('Conflict');
    expect(removeIf({ uid: metadata.uid })().metadata.uid).toBe(metadata.uid);
    expect(store.find(resources.configMaps, metadata)).toBeUndefined();
  });

  test('waits for finalizers', () => {
    const store = aStore();
    const metadata = { ...configMap.metadata, finalizers: ['example.com/hold'] };
    store.create(resources.configMaps, { ...configMap, metadata });
    const events: StoreEvent[] = [];
    store.watch((event) => events.push(event));
    const held = store.remove(resources.configMaps, metadata);
    expect(held.metadata.deletionTimestamp).toBeDefined();
    store.update(resources.configMaps, {
      ...held,
      metadata: { ...held.metadata, ...{ finalizers: [] } },
    });
    expect(typesOf(events)).toEqual(['MODIFIED one', 'DELETED one']);
    expect(store.find(resources.configMaps, metadata)).toBeUndefined();
  });
});

describe('watch', () => {
  test('tells every listener of the writes in their order, also of those of a listener', () => {
    const store = aStore();
    store.watch(({ object }) => {
      if (object.metadata.name === 'one') {
        store.create(resources.configMaps, { metadata: { name: 'two', namespace: 'shop' } });
      }
    });
    const events: StoreEvent[] = [];
    store.watch((event) => events.push(event));
    store.create(resources.configMaps, configMap);
    expect(typesOf(events)).toEqual(['ADDED one', 'ADDED two']);
  });

  test('hands out objects that no one can change', () => {
    const created = aStore().create(resources.configMaps, configMap);
    expect(() => Object.assign(created.metadata, { name: 'x' })).toThrow(TypeError);
  });
});
