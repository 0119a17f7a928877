import type { JsonPatch } from '../domain/cluster-verbs';
import { managedLabels } from '../domain/marks';
import { problemOf } from '../domain/problem';
import type { ProblemCode } from '../domain/problem';
import { serviceAccountKind } from '../k8s/service-account';
import { actAs, fail, resources, startShop } from '../testing/shop';
import type { Shop } from '../testing/shop';
import { consoleVerbs } from './verbs';

const namespace = 'supply-chain';
const kind = serviceAccountKind;

const anAccount = (name: string, labels?: Record<string, string>) => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace, labels },
});

const codeOf = async (request: Promise<unknown>): Promise<ProblemCode> =>
  request.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => problemOf(error).code,
  );

let cluster: Shop;
const find = (name: string) => cluster.store.find(resources.serviceAccounts, { namespace, name });

beforeEach(async () => {
  cluster = await startShop();
});

afterEach(() => window.clusterHarness.closeAll());

describe('consoleVerbs', () => {
  it('gets an object, and undefined for one that is not there', async () => {
    const found = await consoleVerbs.get({ kind, namespace, name: 'pipeline' });
    expect(found?.metadata?.uid).toBe(find('pipeline')?.metadata.uid);
    expect(await consoleVerbs.get({ kind, namespace, name: 'nothing' })).toBeUndefined();
  });

  it('lists what carries a label, and nothing else', async () => {
    await consoleVerbs.create(kind, anAccount('ours', { ...managedLabels, team: 'red' }));
    await consoleVerbs.create(kind, anAccount('theirs', { team: 'red' }));
    const found = await consoleVerbs.list(kind, namespace, managedLabels);
    expect(found.map(({ metadata }) => metadata?.name)).toEqual(['ours']);
    const both = await consoleVerbs.list(kind, namespace, { team: 'red', ...managedLabels });
    expect(both).toHaveLength(1);
    expect(await consoleVerbs.list(kind, namespace, { team: 'red' })).toHaveLength(2);
  });

  it('creates, and only pretends to in a dry run', async () => {
    const tried = await consoleVerbs.create(kind, anAccount('mine'), { dryRun: true });
    expect(tried.metadata?.creationTimestamp).toBeDefined();
    expect(find('mine')).toBeUndefined();
    await consoleVerbs.create(kind, anAccount('mine'));
    expect(find('mine')).toBeDefined();
    expect(await codeOf(consoleVerbs.create(kind, anAccount('mine')))).toBe('already-exists');
  });

  it('patches', async () => {
    const ref = { kind, namespace, name: 'pipeline' };
    const value = { team: 'red' };
    const patch: JsonPatch = [{ op: 'add', path: '/metadata/labels', value }];
    await consoleVerbs.patch(ref, patch);
    expect(find('pipeline')?.metadata.labels).toEqual(value);
    const absent = { ...ref, name: 'nothing' };
    expect(await codeOf(consoleVerbs.patch(absent, patch))).toBe('not-found');
  });

  it('removes the object of a uid, and no other one of its name', async () => {
    const ref = { kind, namespace, name: 'pipeline' };
    await consoleVerbs.remove(ref, { uid: 'of-another-one' });
    expect(find('pipeline')).toBeDefined();
    await consoleVerbs.remove(ref, { uid: find('pipeline')!.metadata.uid });
    expect(find('pipeline')).toBeUndefined();
    await consoleVerbs.remove(ref, { uid: 'gone' });
  });

  it('rejects with what the API server says', async () => {
    actAs(cluster, 'viewer');
    expect(await codeOf(consoleVerbs.create(kind, anAccount('mine')))).toBe('forbidden');
    await fail(cluster, {
      match: { path: 'serviceaccounts' },
      respond: { status: 500, message: 'etcd is gone' },
    });
    await expect(consoleVerbs.get({ kind, namespace, name: 'pipeline' })).rejects.toMatchObject({
      problem: { code: 'unavailable', message: 'etcd is gone' },
    });
  });
});
