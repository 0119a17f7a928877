import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { bind, push, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { filterBy, cellOf, findTable, linksOf, rowOf, titlesOf } from '../../testing/table';
import StreamsPage from './StreamsPage';

const everywhere = '/k8s/all-namespaces/image-triggers-streams';

const openAll = (query = '', cluster?: Shop) =>
  renderPage({ page: <StreamsPage />, route: everywhere, at: `${everywhere}${query}`, cluster });

const openProject = (namespace: string) =>
  renderPage({
    page: <StreamsPage />,
    route: '/k8s/ns/:ns/image-triggers-streams',
    at: `/k8s/ns/${namespace}/image-triggers-streams`,
  });

const names = async () => linksOf(await findTable('ImageStreams'), 'Name');

const byName = [
  'cart',
  'catalog',
  'fraud-check',
  'legacy-cart',
  'nodejs-22',
  'order-service',
  'payments-api',
  'postgresql-16',
  'recommendation-engine',
  'search-indexer',
  'storefront',
  'web-shell',
];

describe('the list of ImageStreams', () => {
  it('shows those of all projects with tags, last push and failed imports', async () => {
    const { location, user } = await openAll();
    expect(await names()).toEqual(byName);
    const table = await findTable('ImageStreams');
    expect(titlesOf(table)).toEqual([
      'Selection',
      'Name',
      'Namespace',
      'Tags',
      'Last push',
      'Triggers',
      'Last result',
      'Actions',
    ]);
    expect(cellOf('order-service', 'Namespace')).toContain('shop-images');
    expect(cellOf('order-service', 'Tags')).toMatch(/latest.*pr-412.*v3\.0\.0.*1 more/);
    expect(cellOf('order-service', 'Last push')).toMatch(/latest [0-9a-f]{12}$/);
    await waitFor(() => expect(cellOf('order-service', 'Triggers')).toBe('Not bound'));
    expect(cellOf('legacy-cart', 'Tags')).toContain('Import failed: 2.1');
    expect(cellOf('legacy-cart', 'Last push')).toBe('Never');
    expect(cellOf('cart', 'Tags')).not.toContain('Import failed');
    expect(screen.getByRole('heading', { level: 1, name: 'ImageStreams' })).toBeInTheDocument();
    expect(within(rowOf('cart')).getByRole('link', { name: 'cart' })).toHaveAttribute(
      'href',
      '/k8s/ns/shop-images/image.openshift.io~v1~ImageStream/cart',
    );

    await user.click(within(rowOf('cart')).getByRole('button', { name: 'Actions on cart' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Create image trigger' }));
    expect(location()).toBe('/k8s/all-namespaces/image-triggers/~new?stream=shop-images%2Fcart');
  });

  it('shows those of one project, without its name in every row', async () => {
    const { location, user } = await openProject('shop-payments');
    expect(await names()).toEqual(['fraud-check', 'payments-api']);
    expect(titlesOf(await findTable('ImageStreams'))).not.toContain('Namespace');
    await user.click(screen.getByRole('link', { name: 'Create image trigger' }));
    expect(location()).toBe('/k8s/ns/shop-payments/image-triggers/~new');
  });

  it('says how to begin where a project has none', async () => {
    await openProject('supply-chain');
    expect(await screen.findByRole('heading', { name: 'No ImageStreams' })).toBeInTheDocument();
    expect(screen.getByText(/^Push an image to the internal registry/)).toBeInTheDocument();
  });

  it('shows what is bound, and what came of a push, as it happens', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await openAll('', cluster);
    await names();
    await waitFor(() => expect(cellOf('order-service', 'Triggers')).toBe('print-orders'));
    expect(cellOf('order-service', 'Last result')).toBe('');
    expect(screen.getByRole('link', { name: 'print-orders' })).toHaveAttribute(
      'href',
      '/k8s/ns/supply-chain/image-triggers/print-orders',
    );
    const { digest } = await push(cluster, { tag: 'v3.0.1' });
    await waitFor(() => expect(cellOf('order-service', 'Last result')).toBe('Succeeded'));
    const pushed = `v3.0.1 ${digest.slice(7, 19)}`;
    await waitFor(() => expect(cellOf('order-service', 'Last push')).toContain(pushed));
    expect(cellOf('order-service', 'Last push')).toContain('Just now');
    expect(cellOf('cart', 'Last result')).toBe('');
  });

  it('shows the tags that do not fit when asked to', async () => {
    const { user } = await openAll('?name=order');
    await names();
    expect(cellOf('order-service', 'Tags')).not.toContain('v3.0.0-rc.1');
    await user.click(screen.getByRole('button', { name: '1 more' }));
    expect(cellOf('order-service', 'Tags')).toContain('v3.0.0-rc.1');
  });
});

describe('the filters of the list', () => {
  it('narrow it while one types, and are kept in the URL', async () => {
    const { location, user } = await openAll();
    await names();
    await user.type(screen.getByRole('textbox', { name: 'Filter by name' }), 'CART');
    expect(await names()).toEqual(['cart', 'legacy-cart']);
    expect(location()).toBe(`${everywhere}?name=CART`);
    await filterBy(user, 'Label');
    await user.type(screen.getByRole('textbox', { name: 'Filter by label' }), 'team=checkout, x');
    expect(
      await screen.findByRole('heading', { name: 'No ImageStreams match' }),
    ).toBeInTheDocument();
    await user.clear(screen.getByRole('textbox', { name: 'Filter by label' }));
    await filterBy(user, 'Name');
    await user.clear(screen.getByRole('textbox', { name: 'Filter by name' }));
    expect(await names()).toEqual(byName);
    expect(location()).toBe(everywhere);
  });

  it('come back from the URL', async () => {
    const { user } = await openAll('?name=e&label=team%3Dcheckout&sort=-name');
    expect(await names()).toEqual(['order-service', 'legacy-cart']);
    expect(screen.getByRole('textbox', { name: 'Filter by name' })).toHaveValue('e');
    expect(screen.getByRole('list', { name: 'Label' })).toHaveTextContent('team=checkout');
    await filterBy(user, 'Label');
    expect(screen.getByRole('textbox', { name: 'Filter by label' })).toHaveValue('team=checkout');
  });

  it('tell what is bound from what is not', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { location, user } = await openAll('?bound=no', cluster);
    await waitFor(async () => expect(await names()).not.toContain('order-service'));
    expect(await names()).toHaveLength(11);
    await user.click(screen.getByRole('button', { name: 'Image triggers: Not bound' }));
    await user.click(await screen.findByRole('option', { name: 'Bound' }));
    await waitFor(async () => expect(await names()).toEqual(['order-service']));
    expect(location()).toBe(`${everywhere}?bound=yes`);
  });
});

describe('the order of the list', () => {
  it('follows every column, both ways, and is kept in the URL', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, { name: 'print-cart', stream: { namespace: 'shop-images', name: 'cart' } });
    await push(cluster);
    const { location, user } = await openAll('', cluster);
    await names();
    await waitFor(() => expect(cellOf('order-service', 'Last result')).toBe('Succeeded'));
    const ends = async (title: string): Promise<[string, string, string, string]> => {
      await user.click(screen.getByRole('button', { name: title }));
      const up = await names();
      await user.click(screen.getByRole('button', { name: title }));
      const down = await names();
      return [up[0]!, up.at(-1)!, down[0]!, down.at(-1)!];
    };
    expect(await ends('Namespace')).toEqual([
      'nodejs-22',
      'payments-api',
      'fraud-check',
      'postgresql-16',
    ]);
    expect(location()).toBe(`${everywhere}?sort=-namespace`);
    expect(await ends('Tags')).toEqual(['legacy-cart', 'storefront', 'cart', 'postgresql-16']);
    // What was never pushed comes last both ways.
    expect(await ends('Last push')).toEqual([
      'fraud-check',
      'postgresql-16',
      'order-service',
      'postgresql-16',
    ]);
    expect(await ends('Triggers')).toEqual(['catalog', 'order-service', 'cart', 'web-shell']);
    expect(await ends('Last result')).toEqual([
      'order-service',
      'web-shell',
      'order-service',
      'web-shell',
    ]);
    expect(await ends('Name')).toEqual(['cart', 'web-shell', 'web-shell', 'cart']);
    expect(screen.getByRole('columnheader', { name: 'Name' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });
});
