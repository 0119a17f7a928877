import { screen, waitFor, within } from '@testing-library/react';
import { historyPath } from '../../components/paths';
import { clusterImages } from '../../domain/push';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, setRunning, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import HistoryPage from './HistoryPage';

const open = (cluster: Shop) =>
  renderPage({
    page: <HistoryPage />,
    route: '/k8s/ns/:ns/image-triggers-history',
    at: historyPath('supply-chain', {}),
    cluster,
  });

const rowOf = async (digest: string): Promise<HTMLElement> =>
  (await screen.findByText(digest.slice(7, 19))).closest('tr')!;

const bindAll = (cluster: Shop) => bind(cluster, { name: 'scan-all', stream: clusterImages });

describe('the history of a trigger for any image of the cluster', () => {
  it('shows an Image by its repository, with its run', async () => {
    const cluster = await startShop();
    await bindAll(cluster);
    const { digest } = await push(cluster, { stream: 'cart' });
    await open(cluster);
    const row = await rowOf(digest);
    expect(row).toHaveTextContent('Any image of the cluster');
    expect(row).toHaveTextContent('shop-images/cart');
    await waitFor(() => expect(row).toHaveTextContent('Succeeded'));
  });

  it('finds one that no event told of, and runs it after all', async () => {
    const cluster = await startShop();
    await bindAll(cluster);
    await setRunning(cluster, 'source', {
      namespace: 'supply-chain',
      name: 'image-triggers',
      running: false,
    });
    const { digest } = await push(cluster, { stream: 'cart' });
    aheadBy(60);
    const { user } = await open(cluster);
    const row = await rowOf(digest);
    expect(row).toHaveTextContent('Missed');
    await user.click(within(row).getByRole('button', { name: /^Run now: .*shop-images\/cart$/ }));
    const dialog = within(await screen.findByRole('dialog', { name: /^Run this push for / }));
    await dialog.findByText(/^scan-all-[0-9a-f]{8}-\d{10}$/);
    await user.click(await dialog.findByRole('button', { name: 'Run' }));
    await waitFor(() => expect(row).toHaveTextContent('Succeeded'));
    expect(row).toHaveTextContent('Run by hand by admin');
  });

  it('shows what ran where the Images cannot be read, and says so', async () => {
    const cluster = await startShop();
    await bindAll(cluster);
    const { digest } = await push(cluster, { stream: 'cart' });
    await fail(cluster, {
      match: { path: '/v1/images(\\?|$)' },
      respond: { status: 403, reason: 'Forbidden', message: 'no images for you' },
    });
    await open(cluster);
    expect(await rowOf(digest)).toHaveTextContent('shop-images/cart');
    expect(screen.getByText('The Images of the cluster cannot be read')).toBeVisible();
  });
});
