import { shortDelays } from './chain/context';
import { attributesOf } from './rbac/authorizer';
import { people, type PersonName } from './rbac/user';
import { resources } from './resources';
import { startShop, type Shop } from './shop';

const get = async (shop: Shop, path: string): Promise<Response> =>
  fetch(`${shop.url}${path}`, { headers: { Authorization: 'Bearer admin-token' } });

describe('the shop', () => {
  let shop: Shop;

  beforeAll(async () => {
    shop = await startShop({ delays: shortDelays });
  });

  afterAll(async () => {
    await shop.close();
  });

  it('has a dozen ImageStreams with histories of real digests', async () => {
    const response = await get(shop, '/apis/image.openshift.io/v1/imagestreams');
    expect(((await response.json()) as { items: unknown[] }).items).toHaveLength(12);
    const items = shop.store
      .list(resources.imageStreams)
      .flatMap(({ status }) => status?.tags ?? [])
      .flatMap(({ items: pushes }) => pushes ?? []);
    expect(items.length).toBeGreaterThan(50);
    for (const { image, dockerImageReference, created } of items) {
      expect(image).toMatch(/^(?:sha256:[0-9a-f]{64})?$/);
      expect(dockerImageReference).toContain(image === '' ? '/' : `@${image}`);
      expect(new Date(created).getTime()).toBeLessThanOrEqual(shop.clock.now().getTime());
    }
  });

  it('lists each history newest first', () => {
    const histories = shop.store
      .list(resources.imageStreams)
      .flatMap(({ status }) => status?.tags ?? [])
      .map(({ items }) => (items ?? []).map(({ created }) => created));
    for (const history of histories) {
      expect(history).toEqual([...history].sort().reverse());
    }
  });

  it('has an alias, a reference tag and a failed import', () => {
    const stream = (namespace: string, name: string) =>
      shop.store.get(resources.imageStreams, { namespace, name });
    expect(stream('shop-images', 'cart').spec?.tags?.[0]?.from?.kind).toBe('ImageStreamTag');
    expect(stream('platform', 'postgresql-16').status?.tags?.[0]?.items?.[0]?.image).toBe('');
    expect(stream('shop-images', 'legacy-cart').status?.tags?.[0]).toMatchObject({
      items: null,
      conditions: [{ type: 'ImportSuccess', status: 'False' }],
    });
  });

  it('has three Pipelines and no image trigger yet', () => {
    const names = shop.store.list(resources.pipelines).map(({ metadata }) => metadata.name);
    expect(names).toEqual(['print-image', 'promote', 'scan-and-sign']);
    expect(shop.store.list(resources.triggers)).toEqual([]);
    expect(shop.store.list(resources.pipelineRuns)).toEqual([]);
  });

  it.each<[PersonName, boolean, boolean, boolean]>([
    ['admin', true, true, true],
    ['namespace-admin', true, true, true],
    ['editor', true, true, false],
    ['viewer', true, false, false],
    ['nobody', false, false, false],
  ])('lets %s read: %j, write: %j, give rights: %j', (...row) => {
    const [person, ...expected] = row;
    const may = (verb: string, definition: (typeof resources)['triggers' | 'roles']) =>
      shop.authorizer.allows(
        people[person],
        attributesOf({ verb, definition, namespace: 'supply-chain' }),
      );
    expect([
      may('list', resources.triggers),
      may('create', resources.triggers),
      may('create', resources.roles),
    ]).toEqual(expected);
  });

  it('is the same every time', async () => {
    const other = await startShop({ delays: shortDelays });
    const digests = ({ store }: Shop) =>
      store.list(resources.images).map(({ metadata }) => metadata.name);
    expect(digests(other)).toEqual(digests(shop));
    await other.close();
  });

  it('can be without the listeners role and without operators', async () => {
    const absentGroups = ['tekton.dev', 'triggers.tekton.dev', 'operator.knative.dev'];
    const bare = await startShop({ delays: shortDelays, listenerRole: false, absentGroups });
    const role = { name: 'image-triggers-listener' };
    expect(bare.store.find(resources.clusterRoles, role)).toBeUndefined();
    expect(shop.store.find(resources.clusterRoles, role)).toBeDefined();
    const { status } = await get(bare, '/apis/tekton.dev/v1/pipelines');
    await bare.close();
    expect(status).toBe(404);
  });

  it('takes a push by the control endpoint', async () => {
    const response = await fetch(`${shop.url}/local/push`, {
      method: 'POST',
      headers: { Authorization: 'Bearer admin-token', 'Content-Type': 'application/json' },
      body: JSON.stringify({ namespace: 'shop-images', stream: 'cart', tag: 'v1.4.3' }),
    });
    const { digest } = (await response.json()) as { digest: string };
    const { status } = shop.store.get(resources.imageStreams, {
      namespace: 'shop-images',
      name: 'cart',
    });
    const pushed = status?.tags?.find(({ tag }) => tag === 'v1.4.3')?.items?.[0];
    expect(pushed?.image).toBe(digest);
  });
});
