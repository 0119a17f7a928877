import { apiServerSourceKind } from '../../k8s/api-server-source';
import { nameOf } from '../../k8s/resource';
import { triggerKind } from '../../k8s/trigger';
import { aDraft } from '../../testing/builders';
import { forbidden, MemoryCluster } from '../../testing/memory-cluster';
import { imageTriggersOf } from '../image-trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { createMany, rehearseMany } from './create-many';
import type { CreateProgress } from './create-many';

const options = { version: '1.2.3', by: 'jane' };

const draftOf = (name: string, namespace = 'images') =>
  aDraft({ name: `scan-${name}`, stream: { namespace, name } });

const drafts = [draftOf('api'), draftOf('cart'), draftOf('web'), draftOf('node', 'base')];

const activeOf = (cluster: MemoryCluster): string[] =>
  imageTriggersOf(cluster.all(triggerKind), cluster.all(triggerTemplateKind))
    .filter(({ active }) => active === 'all')
    .map(({ name }) => name)
    .sort();

const create = async (
  cluster: MemoryCluster,
  some = drafts,
  isLeft: () => boolean = () => false,
): Promise<string[]> => {
  const told: string[] = [];
  await createMany(some, options, {
    verbs: cluster,
    isLeft,
    report: ({ name }, progress: CreateProgress) => told.push(`${name} ${progress.state}`),
  });
  return told;
};

describe('createMany', () => {
  it('creates first those that write what is shared, then the others, some at once', async () => {
    const cluster = new MemoryCluster();
    const told = await create(cluster);
    expect(told.slice(0, 6)).toEqual([
      'scan-api under-way',
      'scan-api created',
      'scan-node under-way',
      'scan-node created',
      'scan-cart under-way',
      'scan-web under-way',
    ]);
    expect(told.slice(6).sort()).toEqual(['scan-cart created', 'scan-web created']);
    expect(activeOf(cluster)).toEqual(['scan-api', 'scan-cart', 'scan-node', 'scan-web']);
    expect(cluster.all(apiServerSourceKind).map(nameOf).sort()).toEqual([
      'image-triggers-base',
      'image-triggers-images',
    ]);
    const made = cluster.calls.filter(
      ({ verb, kind }) => verb === 'create' && kind === 'eventlisteners',
    );
    expect(made).toHaveLength(1);
  });

  it('has four under way at most', async () => {
    const cluster = new MemoryCluster();
    const told = await create(
      cluster,
      Array.from({ length: 12 }, (_, index) => draftOf(`web-${index}`)),
    );
    let underWay = 0;
    const counts = told.map((line) => (underWay += line.endsWith('under-way') ? 1 : -1));
    expect(Math.max(...counts)).toBe(4);
    expect(activeOf(cluster)).toHaveLength(12);
  });

  it('goes on after one that is refused, of which nothing is left, and makes it later', async () => {
    const cluster = new MemoryCluster();
    cluster.intercept(({ verb, kind, name }) => {
      if (verb === 'create' && kind === 'triggertemplates' && name === 'scan-cart')
        throw forbidden();
    });
    const told = await create(cluster);
    expect(told).toContain('scan-cart refused');
    expect(activeOf(cluster)).toEqual(['scan-api', 'scan-node', 'scan-web']);
    expect(cluster.names().filter((name) => name.includes('scan-cart'))).toEqual([]);
    cluster.intercept(() => undefined);
    expect(await create(cluster, [drafts[1]!])).toEqual([
      'scan-cart under-way',
      'scan-cart created',
    ]);
    expect(activeOf(cluster)).toEqual(['scan-api', 'scan-cart', 'scan-node', 'scan-web']);
  });

  it('keeps what they share where the first is refused', async () => {
    const cluster = new MemoryCluster();
    cluster.intercept(({ verb, kind, name }) => {
      if (verb === 'create' && kind === 'triggertemplates' && name === 'scan-api')
        throw forbidden();
    });
    await create(cluster);
    expect(activeOf(cluster)).toEqual(['scan-cart', 'scan-node', 'scan-web']);
    expect(cluster.all(apiServerSourceKind)).toHaveLength(2);
  });

  it('begins no more once the user has left, and leaves whole triggers', async () => {
    const cluster = new MemoryCluster();
    let isLeft = false;
    cluster.intercept(({ verb, name }) => {
      if (verb === 'create' && name === 'scan-node') isLeft = true;
    });
    const told = await create(cluster, drafts, () => isLeft);
    expect(told.at(-1)).toBe('scan-node created');
    expect(activeOf(cluster)).toEqual(['scan-api', 'scan-node']);
    expect(cluster.names().filter((name) => /scan-(web|cart)/.test(name))).toEqual([]);
  });
});

describe('rehearseMany', () => {
  it('writes nothing, and asks once for what they share', async () => {
    const cluster = new MemoryCluster();
    const outcomes = await rehearseMany(drafts, cluster, options);
    expect([...outcomes.values()].map(({ rehearsal }) => rehearsal.outcome)).toEqual(
      drafts.map(() => 'ready'),
    );
    expect(cluster.names()).toEqual([]);
    const asked = cluster.calls.map(
      ({ verb, kind, namespace, name }) => `${verb} ${kind} ${namespace}/${name}`,
    );
    expect(new Set(asked).size).toBe(asked.length);
    // The listener's side, a source's side for each of two projects, and what each trigger owns.
    expect(asked).toHaveLength(2 * (7 + 2 * 3) + drafts.length * 5);
  });

  it('tells for each trigger what would be refused', async () => {
    const cluster = new MemoryCluster();
    cluster.intercept(({ kind, namespace }) => {
      if (kind === 'roles' && namespace === 'base') throw forbidden();
    });
    const outcomes = await rehearseMany(drafts, cluster, options);
    expect(drafts.map((draft) => outcomes.get(draft)?.rehearsal.outcome)).toEqual([
      'ready',
      'ready',
      'ready',
      'failed',
    ]);
  });
});
