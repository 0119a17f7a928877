import { screen, waitFor, within } from '@testing-library/react';
import { aDraft } from '../../testing/builders';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import { bind, patch, push, remove, resources, setRunning, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, filterBy, findTable, linksOf } from '../../testing/table';
import HistoryPage from './HistoryPage';

const everywhere = '/k8s/all-namespaces/image-triggers-history';

const open = (cluster: Shop, query = '') =>
  renderPage({ page: <HistoryPage />, route: everywhere, at: `${everywhere}${query}`, cluster });

const column = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Pushes and runs'), title).map(({ textContent }) => textContent);

const untilStatuses = (...statuses: string[]) =>
  waitFor(async () => expect(await column('Status')).toEqual(statuses));

const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
const cart = { name: 'scan-cart', stream: { namespace: 'shop-images', name: 'cart' } };

/** Parameters that make a run of the local cluster end in a certain way. */
const ending = (outcome: string) => [
  ...aDraft().params,
  {
    name: 'outcome',
    type: 'string' as const,
    hasDefault: false,
    source: { from: 'literal' as const, value: outcome },
  },
];

describe('the history', () => {
  it('shows a push wait, run and succeed, with its image, its run and their times', async () => {
    const cluster = await startShop({ delays: { interceptors: 1_500, run: [1_500, 1_500] } });
    await bind(cluster);
    const { user } = await open(cluster);
    expect(await screen.findByRole('heading', { name: 'No pushes match' })).toBeInTheDocument();
    const { digest } = await push(cluster, { tag: 'v4' });
    await untilStatuses('Waiting');
    expect(await column('ImageStream')).toEqual([expect.stringContaining('order-service')]);
    expect(await column('Image')).toEqual([`v4 ${digest.slice(7, 19)}`]);
    await untilStatuses('Running');
    await untilStatuses('Succeeded');
    const [run] = cluster.store.list(resources.pipelineRuns);
    const link = screen.getByRole('link', { name: run!.metadata.name });
    expect(link).toHaveAttribute(
      'href',
      `/k8s/ns/supply-chain/tekton.dev~v1~PipelineRun/${run!.metadata.name}`,
    );
    expect((await column('Duration'))[0]).toMatch(/^\d+\ss$/);
    await user.click(screen.getByRole('button', { name: 'Succeeded' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /Created \d+\ss after the push, finished \d+\ss after it\./,
    );
    await user.keyboard('{Escape}');
    expect(screen.getByRole('link', { name: 'print-orders' })).toHaveAttribute(
      'href',
      '/k8s/ns/supply-chain/image-triggers/print-orders',
    );
  });

  it('shows how a run failed or was cancelled, newest first', async () => {
    const cluster = await startShop();
    await bind(cluster, { params: ending('fail') });
    await bind(cluster, { ...cart, params: ending('cancel') });
    await push(cluster);
    await waitFor(() => expect(cluster.store.list(resources.pipelineRuns)).toHaveLength(1));
    await push(cluster, { stream: 'cart', tag: 'v9' });
    const { user } = await open(cluster);
    await waitFor(async () =>
      expect((await column('Status')).sort()).toEqual(['Cancelled', 'Failed']),
    );
    await user.click(screen.getByRole('button', { name: 'Failed' }));
    const popover = await screen.findByRole('dialog');
    expect(popover).toHaveTextContent('The PipelineRun of this push failed.');
    expect(popover).toHaveTextContent('Tasks Completed: 1 (Failed: 1, Cancelled 0), Skipped: 0.');
  });

  it('tells what was missed while the event source was down', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await cluster.chain.settled();
    await setRunning(cluster, 'source', { ...source, running: false });
    await push(cluster, { tag: 'v5' });
    await setRunning(cluster, 'source', { ...source, running: true });
    await push(cluster, { stream: 'cart' });
    aheadBy(60);
    const { user } = await open(cluster, '?sort=status');
    await untilStatuses('Missed', 'Succeeded');
    expect(await column('Image')).toEqual([
      expect.stringMatching(/^v5 /),
      expect.stringMatching(/^v4 /),
    ]);
    expect((await column('PipelineRun'))[0]).toMatch(/^\s*Run now$/);
    expect((await column('Duration'))[0]).toBe('');
    await user.click(screen.getByRole('button', { name: 'Missed' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'The event was lost, the PipelineRun was refused, or somebody deleted it.',
    );
  });

  it('keeps what ran where its push is no longer on record, and its trigger gone', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, cart);
    await push(cluster, { tag: 'v4' });
    await push(cluster, { stream: 'cart', tag: 'v4' });
    await open(cluster);
    await untilStatuses('Succeeded', 'Succeeded');
    await remove(cluster, {
      kind: resources.imageStreamTags.kind,
      namespace: 'shop-images',
      name: 'order-service:v4',
    });
    await waitFor(async () =>
      expect((await column('Status')).sort()).toEqual(['Push no longer on record', 'Succeeded']),
    );
    await remove(cluster, { kind: resources.triggers.kind, ...source, name: 'scan-cart' });
    await remove(cluster, { kind: resources.triggers.kind, ...source, name: 'print-orders' });
    await waitFor(() => expect(cluster.store.list(resources.triggerTemplates)).toEqual([]));
    expect((await column('Status')).sort()).toEqual(['Push no longer on record', 'Succeeded']);
    expect(linksOf(await findTable('Pushes and runs'), 'Trigger').sort()).toEqual([
      'print-orders',
      'scan-cart',
    ]);
  });

  it('does not take a run for proof that does not say for which push it ran', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster);
    await open(cluster);
    await untilStatuses('Succeeded');
    const [run] = cluster.store.list(resources.pipelineRuns);
    await patch(
      cluster,
      { kind: resources.pipelineRuns.kind, ...source, name: run!.metadata.name },
      { metadata: { annotations: { 'imagetriggers.dev/digest': null } } },
    );
    await untilStatuses('Unverified');
  });
});

describe('the filters of the history', () => {
  it('show pushes that needed no run only when asked to', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'glob', pattern: 'v*' } });
    await push(cluster, { tag: 'v4' });
    await push(cluster, { tag: 'nightly' });
    const { location, user } = await open(cluster);
    await untilStatuses('Succeeded');
    await user.click(screen.getByRole('switch', { name: 'Pushes that needed no run' }));
    expect(location()).toBe(`${everywhere}?quiet=yes`);
    const statuses = await column('Status');
    expect(new Set(statuses)).toEqual(new Set(['Succeeded', 'Not matched', 'Before activation']));
    expect(await column('Image')).toContainEqual(expect.stringContaining('nightly'));
    await user.click(screen.getByRole('switch', { name: 'Pushes that needed no run' }));
    await untilStatuses('Succeeded');
  });

  it('find a status, a trigger, a tag, a digest or a run, and are kept in the URL', async () => {
    const cluster = await startShop();
    await bind(cluster, { params: ending('fail') });
    await bind(cluster, cart);
    const { digest } = await push(cluster, { tag: 'v4' });
    await push(cluster, { stream: 'cart', tag: 'v7' });
    const { location, user } = await open(cluster);
    await waitFor(async () =>
      expect((await column('Status')).sort()).toEqual(['Failed', 'Succeeded']),
    );
    await filterBy(user, 'Status');
    await user.click(screen.getByRole('button', { name: 'Status: All' }));
    await user.click(await screen.findByRole('option', { name: 'Failed' }));
    await untilStatuses('Failed');
    await filterBy(user, 'Trigger');
    await user.click(screen.getByRole('button', { name: 'Trigger: All' }));
    await user.click(await screen.findByRole('option', { name: 'scan-cart' }));
    expect(await screen.findByRole('heading', { name: 'No pushes match' })).toBeInTheDocument();
    expect(location()).toBe(`${everywhere}?status=failed&trigger=supply-chain%2Fscan-cart`);
    await filterBy(user, 'Status');
    await user.click(screen.getByRole('button', { name: 'Status: Failed' }));
    await user.click(await screen.findByRole('option', { name: 'All' }));
    await untilStatuses('Succeeded');
    await filterBy(user, 'Trigger');
    await user.click(screen.getByRole('button', { name: 'Trigger: scan-cart' }));
    await user.click(await screen.findByRole('option', { name: 'All' }));
    await filterBy(user, 'Name, tag or digest');
    const search = screen.getByRole('textbox', { name: 'Search pushes' });
    await user.type(search, digest.slice(0, 19));
    await untilStatuses('Failed');
    await user.clear(search);
    await user.type(search, 'V7');
    await untilStatuses('Succeeded');
    expect(location()).toBe(`${everywhere}?search=V7`);
  });

  it('come from links', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, cart);
    await push(cluster);
    await push(cluster, { stream: 'cart', tag: 'v7' });
    const { user } = await open(cluster, '?stream=shop-images%2Fcart');
    await waitFor(async () => expect(await column('Trigger')).toEqual(['scan-cart']));
    await user.click(screen.getByRole('button', { name: 'ImageStream: shop-images/cart' }));
    await user.click(await screen.findByRole('option', { name: 'All' }));
    await waitFor(async () => expect(await column('Trigger')).toHaveLength(2));
  });
});

describe('the history without anything to show', () => {
  it('leads to the form where there is no trigger', async () => {
    await open(await startShop());
    const heading = await screen.findByRole('heading', { name: 'No image triggers' });
    const state = heading.closest<HTMLElement>('.pf-v6-c-empty-state')!;
    expect(within(state).getByRole('link', { name: 'Create image trigger' })).toHaveAttribute(
      'href',
      '/k8s/all-namespaces/image-triggers/~new',
    );
  });
});
