import { screen, waitFor, within } from '@testing-library/react';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import { bind, push, resources, setRunning, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const path = '/k8s/ns/supply-chain/image-triggers-history';
const route = '/k8s/ns/:ns/image-triggers-history';
const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };

/** A history with a push that the source did not see, and the dialog that runs it. */
const openWithLoss = async () => {
  const cluster = await startShop();
  await bind(cluster);
  await setRunning(cluster, 'source', { ...source, running: false });
  await push(cluster, { tag: 'v5' });
  await setRunning(cluster, 'source', { ...source, running: true });
  aheadBy(60);
  const { user } = await renderPage({ page: <HistoryPage />, route, at: path, cluster });
  await user.click(await screen.findByRole('button', { name: 'Run now: v5' }));
  const dialog = within(await screen.findByRole('dialog'));
  const send = await dialog.findByRole('button', { name: 'Send through the chain' });
  return { cluster, user, dialog, send };
};

const runsIn = ({ store }: Shop) => store.list(resources.pipelineRuns);

const cells = async (title: string): Promise<string[]> =>
  columnOf(await findTable('Pushes and runs'), title).map(({ textContent }) => textContent);

describe('a push that was missed', () => {
  it('is sent through the chain, and followed up to the end of its run', async () => {
    const { cluster, user, dialog, send } = await openWithLoss();
    await user.click(send);
    await dialog.findByText('It succeeded.');
    const steps = within(dialog.getByRole('list', { name: /^The way of the event/ }));
    expect(steps.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('The listener has taken the event'),
      expect.stringContaining('The listener made it of this event'),
      expect.stringContaining('It succeeded'),
    ]);
    expect(runsIn(cluster)).toHaveLength(1);
    await user.click(dialog.getByText('Close'));
    expect(await cells('Status')).toEqual(['Succeeded']);
    expect(await cells('PipelineRun')).toEqual([expect.stringMatching(/Run by hand by admin$/)]);
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('says why its event does not reach the listener, and can be run all the same', async () => {
    const { cluster, user, dialog, send } = await openWithLoss();
    const listener = { namespace: 'supply-chain', name: 'image-triggers' };
    await setRunning(cluster, 'listener', { ...listener, running: false });
    await user.click(send);
    expect(await dialog.findByText('The event was not sent')).toBeInTheDocument();
    expect(dialog.getByText(/no endpoints available for service/)).toBeInTheDocument();
    expect(runsIn(cluster)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    await waitFor(() => expect(runsIn(cluster)).toHaveLength(1));
  });
});
