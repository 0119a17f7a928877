import { screen } from '@testing-library/react';
import { catchDownloads } from '../../testing/downloads';
import { renderPage } from '../../testing/render-page';
import { bind, push, startShop } from '../../testing/shop';
import { findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

const route = '/k8s/ns/:ns/image-triggers-history';

afterEach(() => jest.restoreAllMocks());

describe('the export of the history', () => {
  it('holds the rows that are filtered for, those of all pages', async () => {
    const cluster = await startShop();
    await bind(cluster);
    for (const tag of ['rc-1', 'rc-2', 'other']) await push(cluster, { tag });
    const at = '/k8s/ns/supply-chain/image-triggers-history?perPage=1&search=rc-';
    const { user } = await renderPage({ page: <HistoryPage />, route, at, cluster });
    const downloads = catchDownloads();
    await findTable('Pushes and runs');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^2 rows as CSV/ }));
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^2 rows as JSON/ }));
    const [csv, json] = downloads;
    expect(csv?.name).toBe('image-trigger-history.csv');
    expect((await csv!.text()).match(/supply-chain,print-orders/g)).toHaveLength(2);
    expect(json?.name).toBe('image-trigger-history.json');
    const pushes = JSON.parse(await json!.text()) as { tags: string[] }[];
    expect(pushes.flatMap(({ tags }) => tags).sort()).toEqual(['rc-1', 'rc-2']);
  });
});
