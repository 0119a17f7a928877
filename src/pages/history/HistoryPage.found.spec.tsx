import { screen, waitFor, within } from '@testing-library/react';
import { aDigest } from '../../testing/builders';
import { makeChain, runChain } from '../../testing/found-chain';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, filterBy, findTable, linksOf } from '../../testing/table';
import HistoryPage from './HistoryPage';

const open = (cluster: Shop, query = '') =>
  renderPage({
    page: <HistoryPage />,
    route: '/k8s/ns/:ns/image-triggers-history',
    at: `/k8s/ns/supply-chain/image-triggers-history${query}`,
    cluster,
  });

const column = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Pushes and runs'), title).map(({ textContent }) => textContent);

const untilStatuses = (...statuses: string[]) =>
  waitFor(async () => expect(await column('Status')).toEqual(statuses));

/** The pull spec that the ledger has of the newest image of a tag. */
const newestOf = ({ store }: Shop, tag: string): string => {
  const key = { namespace: 'shop-images', name: 'order-service' };
  const { status } = store.get(resources.imageStreams, key);
  return status!.tags!.find((one) => one.tag === tag)!.items![0]!.dockerImageReference;
};

describe('the history, with the runs of a chain that somebody else made', () => {
  it('shows the push that the parameters of a run name, and what that proves', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    const { digest } = await push(cluster, { tag: 'v4' });
    await runChain(cluster, 'print-1', newestOf(cluster, 'v4'));
    const { user } = await open(cluster);
    await untilStatuses('Succeeded');
    expect(await column('ImageStream')).toEqual([expect.stringContaining('order-service')]);
    expect(await column('Image')).toEqual([`v4 ${digest.slice(7, 19)}`]);
    expect(await column('Trigger')).toEqual(['print Found, not managed']);
    await user.click(screen.getByRole('button', { name: 'Succeeded' }));
    const proof = await screen.findByRole('dialog');
    expect(proof).toHaveTextContent('Its image is read from its parameters');
  });

  it('says plainly where the push of a run is not known', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    await runChain(cluster, 'print-1', 'registry.example/any/thing:latest');
    await runChain(cluster, 'print-2', aDigest('f'));
    const { user } = await open(cluster, '?sort=run');
    await untilStatuses('Succeeded', 'Succeeded');
    expect(await column('Pushed')).toEqual(['Push not known', 'Push not known']);
    expect(await column('ImageStream')).toEqual(['', '']);
    // The time of a run is no latency of a push that nobody knows.
    await user.click(screen.getAllByRole('button', { name: 'Succeeded' })[0]!);
    expect(await screen.findByRole('dialog')).not.toHaveTextContent('after');
    expect((await column('Image')).map((text) => text.trim())).toEqual(['', 'f'.repeat(12)]);
  });

  it('narrows to the runs of the chain, beside those of image triggers', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await makeChain(cluster);
    await push(cluster, { tag: 'v4' });
    await runChain(cluster, 'print-1', newestOf(cluster, 'v4'));
    const { user } = await open(cluster);
    await untilStatuses('Succeeded', 'Succeeded');
    await filterBy(user, 'Trigger');
    await user.click(screen.getByRole('button', { name: 'Trigger: All' }));
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual(['All', 'print-orders', 'print']);
    await user.click(options[2]!);
    await untilStatuses('Succeeded');
    expect(linksOf(await findTable('Pushes and runs'), 'Trigger')).toEqual(['print']);
    // A chain has no trigger of its own kind in the choice of streams, but its pushes have theirs.
    await filterBy(user, 'ImageStream');
    await user.click(screen.getByRole('button', { name: 'ImageStream: All' }));
    const list = await screen.findByRole('listbox');
    expect(
      within(list).getByRole('option', { name: 'shop-images/order-service' }),
    ).toBeInTheDocument();
  });

  it('waits for pushes of a chain that has no run yet', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    await open(cluster);
    expect(await screen.findByRole('heading', { name: 'No pushes yet' })).toBeInTheDocument();
  });

  it('still shows the pushes of image triggers where the runs of chains cannot be read', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await makeChain(cluster);
    await push(cluster, { tag: 'v4' });
    const match = { path: 'triggers.tekton.dev%2Feventlistener', method: 'GET' };
    await fail(cluster, { match, respond: { status: 403, message: 'no runs for you' } });
    await open(cluster);
    await untilStatuses('Succeeded');
    expect(
      screen.getByText(/made by hand may be missing: PipelineRuns cannot be read/),
    ).toBeInTheDocument();
  });
});
