import { screen, waitFor, within } from '@testing-library/react';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import { bind, fail, passTime, push, resources, setRunning, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const route = '/k8s/ns/:ns/image-triggers-history';

/** A trigger whose source did not see three pushes, and an older push that came before it. */
const openWithLosses = async (options?: Parameters<typeof startShop>[0]) => {
  const cluster = await startShop(options);
  await bind(cluster);
  const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
  await setRunning(cluster, 'source', { ...source, running: false });
  for (const [index, tag] of ['v1', 'v2', 'v3'].entries()) {
    await passTime(cluster, (index + 1) * 2);
    await push(cluster, { tag });
  }
  aheadBy(90);
  const at = '/k8s/ns/supply-chain/image-triggers-history';
  const { user } = await renderPage({ page: <HistoryPage />, route, at, cluster });
  return { cluster, user };
};

const runsIn = ({ store }: Shop) => store.list(resources.pipelineRuns);

const titles: Record<number, string> = {
  1: 'Run 1 push?',
  2: 'Run 2 pushes?',
  3: 'Run 3 pushes?',
};

const findDialog = async (count: number) =>
  within(await screen.findByRole('dialog', { name: titles[count] }));

const progress = async (): Promise<string[]> =>
  columnOf(await findTable('Pushes to run, the oldest first'), 'Progress').map(
    ({ textContent }) => textContent,
  );

describe('many missed pushes', () => {
  it('are selected at once and run, the oldest first, each with its progress', async () => {
    const { cluster, user } = await openWithLosses();
    await user.click(await screen.findByRole('button', { name: 'Select all missed (3)' }));
    await user.click(screen.getByRole('button', { name: 'Run now (3)' }));
    const dialog = await findDialog(3);
    const table = await findTable('Pushes to run, the oldest first');
    expect(columnOf(table, 'Image').map(({ textContent }) => textContent.slice(0, 2))).toEqual([
      'v1',
      'v2',
      'v3',
    ]);
    expect(runsIn(cluster)).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'Run 3 pushes' }));
    await waitFor(async () =>
      expect(await progress()).toEqual(Array<string>(3).fill('Succeeded Created')),
    );
    expect(await dialog.findByText('All PipelineRuns have ended that were created.')).toBeVisible();
    await user.click(dialog.getByText('Close'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(runsIn(cluster)).toHaveLength(3);
    expect(screen.queryByRole('button', { name: /^Run now \(/ })).not.toBeInTheDocument();
  });

  it('are run so many at once as the user says, and no more once the dialog is closed', async () => {
    const { cluster, user } = await openWithLosses({ delays: { run: [60_000, 60_000] } });
    for (const tag of ['v1', 'v2'])
      await user.click(
        await screen.findByRole('checkbox', { name: `Select ${tag} for print-orders` }),
      );
    await user.click(screen.getByRole('button', { name: 'Run now (2)' }));
    const dialog = await findDialog(2);
    await user.click(dialog.getByRole('button', { name: 'One less' }));
    await user.click(dialog.getByRole('button', { name: 'One less' }));
    expect(dialog.getByRole('spinbutton', { name: 'PipelineRuns at once' })).toHaveValue(1);
    await user.click(dialog.getByRole('button', { name: 'Run 2 pushes' }));
    await waitFor(async () =>
      expect(await progress()).toEqual(['Running Created', 'Waits for its turn']),
    );
    expect(dialog.getByText(/Who closes it or leaves the page starts no more/)).toBeVisible();
    await user.click(dialog.getByText('Close'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'Run now (1)' })).toBeInTheDocument();
    expect(runsIn(cluster)).toHaveLength(1);
  });

  it('say nothing in the next dialog of what was on its way when one was closed', async () => {
    const { cluster, user } = await openWithLosses({ delays: { run: [60_000, 60_000] } });
    const choose = async (tag: string) => {
      const name = `Select ${tag} for print-orders`;
      await user.click(await screen.findByRole('checkbox', { name }));
      await user.click(screen.getByRole('button', { name: 'Run now (1)' }));
      return findDialog(1);
    };
    const slow = { match: { method: 'POST', path: 'pipelineruns' }, delayMs: 500 };
    await fail(cluster, slow);
    const dialog = await choose('v1');
    await user.click(dialog.getByRole('button', { name: 'Run 1 push' }));
    await user.click(dialog.getByText('Close'));
    await user.click(await screen.findByRole('checkbox', { name: 'Select v1 for print-orders' }));
    const next = await choose('v2');
    await waitFor(() => expect(runsIn(cluster)).toHaveLength(1));
    await waitFor(() => expect(screen.getByText('Running')).toBeInTheDocument());
    expect(next.getByRole('button', { name: 'Run 1 push' })).toBeVisible();
  });

  it('go on where one is refused, which is said in its row', async () => {
    const { cluster, user } = await openWithLosses();
    await user.click(await screen.findByRole('button', { name: 'Select all missed (3)' }));
    await user.click(screen.getByRole('button', { name: 'Run now (3)' }));
    const dialog = await findDialog(3);
    await fail(cluster, {
      match: { method: 'POST', path: 'pipelineruns' },
      respond: { status: 403, reason: 'Forbidden', message: 'exceeded quota: runs' },
      times: 1,
    });
    await user.click(dialog.getByRole('button', { name: 'Run 3 pushes' }));
    expect(
      await dialog.findByText('Some pushes were not run: the reason stands in their rows.'),
    ).toBeVisible();
    expect(await progress()).toEqual([
      'Refused: exceeded quota: runs',
      'Succeeded Created',
      'Succeeded Created',
    ]);
    expect(runsIn(cluster)).toHaveLength(2);
  });

  it('cannot be selected where there is nothing to run', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    const at = '/k8s/ns/supply-chain/image-triggers-history';
    await renderPage({ page: <HistoryPage />, route, at, cluster });
    expect(await screen.findByText('Succeeded')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Select all missed/ })).not.toBeInTheDocument();
  });
});
