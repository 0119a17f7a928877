import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { cellOf, findTable, linksOf, rowOf, titlesOf } from '../../testing/table';
import TriggersPage from './TriggersPage';

interface Visit {
  readonly namespace?: string;
  readonly query?: string;
  readonly as?: PersonName;
  readonly cluster?: Shop;
}

const open = ({ namespace, query = '', ...options }: Visit = {}) => {
  const path =
    namespace === undefined
      ? '/k8s/all-namespaces/image-triggers'
      : `/k8s/ns/${namespace}/image-triggers`;
  const route = namespace === undefined ? path : '/k8s/ns/:ns/image-triggers';
  return renderPage({ page: <TriggersPage />, route, at: `${path}${query}`, ...options });
};

const cart = { name: 'scan-cart', stream: { namespace: 'shop-images', name: 'cart' } };

const names = async () => linksOf(await findTable('Image triggers'), 'Name');

describe('the list of image triggers', () => {
  it('shows what each binds, its health, and its last push and result as they happen', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, { ...cart, rule: { kind: 'glob', pattern: 'v*' } });
    await open({ cluster });
    expect(await names()).toEqual(['print-orders', 'scan-cart']);
    expect(cellOf('scan-cart', 'Namespace')).toContain('supply-chain');
    expect(cellOf('scan-cart', 'ImageStream and tags')).toMatch(/cartv\*$/);
    expect(cellOf('print-orders', 'ImageStream and tags')).toMatch(/order-serviceAny tag$/);
    expect(cellOf('scan-cart', 'Pipeline')).toContain('print-image');
    await waitFor(() => expect(cellOf('scan-cart', 'Health')).toBe('Ready'));
    expect(cellOf('scan-cart', 'Last push')).toBe('None yet');
    await push(cluster, { stream: 'cart', tag: 'v2.0.0' });
    await waitFor(() => expect(cellOf('scan-cart', 'Last push')).toMatch(/^Succeeded\s*Just now$/));
    expect(cellOf('print-orders', 'Last push')).toBe('None yet');
    // A push that the rule does not match is none of the trigger's business.
    await push(cluster, { stream: 'cart', tag: 'nightly' });
    await push(cluster, { tag: 'nightly' });
    await waitFor(() => expect(cellOf('print-orders', 'Last push')).toMatch(/^Succeeded/));
    expect(cellOf('scan-cart', 'Last push')).toMatch(/^Succeeded/);
  });

  it('is filtered by trigger, ImageStream and Pipeline, and sorted, by the URL', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, { ...cart, pipeline: 'scan-and-sign', params: [] });
    const { location, user } = await open({ cluster, query: '?search=cart' });
    expect(await names()).toEqual(['scan-cart']);
    const search = screen.getByRole('textbox', { name: 'Search triggers' });
    await user.clear(search);
    await user.type(search, 'PRINT-IMAGE');
    expect(await names()).toEqual(['print-orders']);
    await user.clear(search);
    await user.type(search, 'xyz');
    expect(screen.getByRole('heading', { name: 'No image triggers match' })).toBeInTheDocument();
    await user.clear(search);
    await user.click(screen.getByRole('button', { name: 'ImageStream and tags' }));
    expect(await names()).toEqual(['scan-cart', 'print-orders']);
    expect(location()).toBe('/k8s/all-namespaces/image-triggers?sort=stream');
  });

  it('shows in a project the triggers of other projects that are bound to its ImageStreams', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await open({ cluster, namespace: 'shop-images' });
    expect(await names()).toEqual(['print-orders']);
    expect(titlesOf(await findTable('Image triggers'))).toContain('Namespace');
  });

  it('leaves the project out where it is the same in all rows', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await open({ cluster, namespace: 'supply-chain' });
    expect(await names()).toEqual(['print-orders']);
    expect(titlesOf(await findTable('Image triggers'))).not.toContain('Namespace');
  });

  it('shows in a project what the newest pushes of each have come to', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, cart);
    await push(cluster, { stream: 'cart', tag: 'v2' });
    await open({ cluster, namespace: 'supply-chain' });
    await names();
    const recent = { name: 'Last push: Succeeded 1. Newest: Succeeded.' };
    expect(await within(rowOf('scan-cart')).findByRole('img', recent)).toBeInTheDocument();
    expect(cellOf('print-orders', 'Recent results')).toBe('');
  });

  it('says what a trigger is where there is none, and leads to the form', async () => {
    const { location, user } = await open({ namespace: 'supply-chain' });
    const empty = await screen.findByRole('heading', { name: 'No image triggers' });
    const state = empty.closest<HTMLElement>('.pf-v6-c-empty-state')!;
    await user.click(within(state).getByRole('link', { name: 'Create image trigger' }));
    expect(location()).toBe('/k8s/ns/supply-chain/image-triggers/~new');
  });

  it('pauses and deletes from the row', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await open({ cluster });
    await names();
    await user.click(
      within(rowOf('print-orders')).getByRole('button', { name: 'Actions on print-orders' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Pause' }));
    const dialog = await screen.findByRole('dialog', { name: 'Pause image trigger print-orders?' });
    await user.type(
      within(dialog).getByRole('textbox', { name: 'Reason (optional)' }),
      'freeze{Enter}',
    );
    await waitFor(() => expect(cellOf('print-orders', 'Health')).toBe('Paused'));
    await user.click(
      within(rowOf('print-orders')).getByRole('button', { name: 'Actions on print-orders' }),
    );
    expect(await screen.findByRole('menuitem', { name: 'Resume' })).toBeInTheDocument();
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('heading', { name: 'No image triggers' })).toBeInTheDocument();
  });
});

describe('the list of image triggers, where it cannot be read', () => {
  it('offers who may not look into all projects those that they can see', async () => {
    await open({ as: 'viewer' });
    expect(
      await screen.findByRole('heading', { name: 'You do not have permission' }),
    ).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'supply-chain' })).toHaveAttribute(
      'href',
      '/k8s/ns/supply-chain/image-triggers',
    );
  });

  it('leads to what must be installed where Tekton Triggers is missing', async () => {
    await open({ cluster: await startShop({ absentGroups: ['triggers.tekton.dev'] }) });
    expect(await screen.findByRole('heading', { name: 'An API is missing' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show what must be installed' })).toBeInTheDocument();
  });

  it('still lists the triggers where their event sources cannot be read', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const match = { path: '/apiserversources', method: 'GET' };
    await fail(cluster, { match, respond: { status: 403, message: 'no sources for you' } });
    await open({ cluster });
    expect(await names()).toEqual(['print-orders']);
    await push(cluster);
    await waitFor(() => expect(cellOf('print-orders', 'Last push')).toMatch(/^Succeeded/));
    // Nothing is claimed about what nobody could look at.
    expect(cellOf('print-orders', 'Health')).toBe('Unknown');
  });
});
