import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { bind, push, startShop } from '../../testing/shop';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const open = async (query: string) => {
  const cluster = await startShop();
  await bind(cluster);
  await push(cluster, { tag: 'v4' });
  return renderPage({
    page: <HistoryPage />,
    route: '/k8s/ns/:ns/image-triggers-history',
    at: `/k8s/ns/supply-chain/image-triggers-history${query}`,
    cluster,
  });
};

const findChart = () => screen.findByRole('group', { name: 'Pushes over time' });

describe('the chart of the history', () => {
  it('says how many pushes came when and what became of them, and narrows the time', async () => {
    const { user, location } = await open('?range=24h');
    const chart = await findChart();
    const bar = await within(chart).findByRole('button', { name: /1 push.*, Succeeded: 1$/ });
    expect(within(chart).getAllByRole('button').length).toBeGreaterThan(20);
    await user.click(bar);
    expect(decodeURIComponent(location())).toMatch(/\?range=\S+Z\/\S+Z$/);
    await waitFor(async () =>
      expect(columnOf(await findTable('Pushes and runs'), 'Status')).toHaveLength(1),
    );
  });

  it('is one stop of the tab key, with arrows from bar to bar', async () => {
    const { user } = await open('?range=24h');
    const bars = within(await findChart()).getAllByRole('button');
    expect(bars.filter(({ tabIndex }) => tabIndex === 0)).toEqual([bars.at(-1)]);
    bars.at(-1)!.focus();
    await user.keyboard('{ArrowLeft}');
    expect(bars.at(-2)).toHaveFocus();
    expect(bars.filter(({ tabIndex }) => tabIndex === 0)).toEqual([bars.at(-2)]);
  });

  it('narrows the history to an outcome by its legend', async () => {
    const { user, location } = await open('');
    await findChart();
    await user.click(await screen.findByRole('button', { name: 'Succeeded 1' }));
    expect(location()).toMatch(/\?status=succeeded$/);
  });
});
