import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { runNames, shopWithRun } from '../../testing/shop-run';
import { columnOf, findTable } from '../../testing/table';
import PushPage from './PushPage';

const home = '/k8s/ns/supply-chain/image-triggers-history';

describe('a push that has run', () => {
  it('is run again on its page, which stays, and shows what was before', async () => {
    const { cluster, name } = await shopWithRun();
    const { user, location } = await renderPage({
      page: <PushPage />,
      route: '/k8s/ns/:ns/image-triggers-history/:push',
      at: `${home}/${name}`,
      cluster,
    });
    await user.click(await screen.findByRole('button', { name: 'Run again' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Run this push again for print-orders?' }),
    );
    expect(await dialog.findByText(`${name}-r1`)).toBeInTheDocument();
    expect(dialog.getByText(new RegExp(`${name} stays on record`))).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: 'Run' }));
    const earlier = await findTable('Earlier runs of this push');
    expect(columnOf(earlier, 'PipelineRun').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(name),
    ]);
    expect(columnOf(earlier, 'Status').map(({ textContent }) => textContent)).toEqual([
      'Succeeded',
    ]);
    expect(await screen.findByText('Once more, by hand by admin.')).toBeInTheDocument();
    expect(location()).toBe(`${home}/${name}`);
    expect(runNames(cluster)).toEqual([name, `${name}-r1`]);
  });
});
