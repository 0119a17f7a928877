import { screen } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { bind, passTime, push, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { columnOf, findTable, linksOf } from '../../testing/table';
import TriggerPage from './TriggerPage';

const at = '/k8s/ns/supply-chain/image-triggers/print-orders';

const open = (cluster: Shop, query = '') =>
  renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: `${at}${query}`,
    cluster,
  });

describe('the latency of a trigger', () => {
  it('is shown for every part of the way, with the push that took longest', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await push(cluster, { tag: 'v5' });
    await open(cluster);
    await screen.findByRole('grid', { name: 'Latency' });
    await screen.findByText('In all');
    const table = await findTable('Latency');
    // Which of them is slow depends on the clock.
    const parts = columnOf(table, 'Part of the way').map(({ textContent }) =>
      textContent.replace('Slowest part', '').trim(),
    );
    expect(parts).toEqual([
      'From the push to the event',
      'From the event to the PipelineRun',
      'Until Tekton starts it',
      'Until it has ended',
      'In all',
    ]);
    expect(columnOf(table, 'Pushes').map(({ textContent }) => textContent)).toContain('2');
    expect(linksOf(table, 'Slowest').every((tag) => ['v4', 'v5'].includes(tag))).toBe(true);
  });

  it('is that of the range in the URL', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await passTime(cluster, 10);
    const range = '2026-01-01T00:00:00Z/2026-01-02T00:00:00Z';
    const { user, location } = await open(cluster, `?range=${encodeURIComponent(range)}`);
    expect(
      await screen.findByText('No push of this time has a PipelineRun that the listener created.'),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: /^Time: / }));
    await user.click(await screen.findByRole('option', { name: 'Last 24 hours' }));
    expect(location()).toBe(`${at}?range=24h`);
    expect(await screen.findByRole('grid', { name: 'Latency' })).toBeVisible();
  });
});
