import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { failRun, shopWithRun } from '../../testing/shop-run';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const home = '/k8s/ns/supply-chain/image-triggers-history';

describe('a push whose run has failed', () => {
  it('is run again, and is what the last run says', async () => {
    const { cluster, name } = await shopWithRun();
    await failRun(cluster, name);
    const { user } = await renderPage({
      page: <HistoryPage />,
      route: '/k8s/ns/:ns/image-triggers-history',
      at: home,
      cluster,
    });
    await user.click(await screen.findByRole('button', { name: 'Run again: v9' }));
    const dialog = within(await screen.findByRole('dialog'));
    await dialog.findByText(`${name}-r1`);
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    const cells = async (title: string) =>
      columnOf(await findTable('Pushes and runs'), title).map(({ textContent }) => textContent);
    await waitFor(async () => expect(await cells('Status')).toEqual(['Succeeded']));
    expect(await cells('PipelineRun')).toEqual([
      expect.stringMatching(new RegExp(`${name}-r1.*Run again by admin`)),
    ]);
    expect(screen.queryByRole('button', { name: /^Run again/ })).not.toBeInTheDocument();
  });
});
