import { screen, waitFor, within } from '@testing-library/react';
import { aheadBy } from '../../testing/browser-time';
import { catchDownloads } from '../../testing/downloads';
import { renderPage } from '../../testing/render-page';
import { bind, passTime, push, setRunning, startShop } from '../../testing/shop';
import { columnOf, filterBy, findTable, titlesOf } from '../../testing/table';
import HistoryPage from './HistoryPage';

const route = '/k8s/ns/:ns/image-triggers-history';
const path = '/k8s/ns/supply-chain/image-triggers-history';

/** A trigger that ran two pushes and missed the next, and one that ran one. */
const openWithPushes = async (query = '') => {
  const cluster = await startShop();
  await bind(cluster);
  await bind(cluster, { name: 'scan-cart', stream: { namespace: 'shop-images', name: 'cart' } });
  await push(cluster, { stream: 'cart', tag: 'v7' });
  for (const [index, tag] of ['v1', 'v2'].entries()) {
    await passTime(cluster, (index + 1) * 2);
    await push(cluster, { tag });
  }
  await cluster.chain.settled();
  const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
  await setRunning(cluster, 'source', { ...source, running: false });
  await passTime(cluster, 6);
  await push(cluster, { tag: 'v3' });
  aheadBy(90);
  return renderPage({ page: <HistoryPage />, route, at: `${path}${query}`, cluster });
};

const groups = () => findTable('Groups of pushes');

const column = async (title: string): Promise<string[]> =>
  columnOf(await groups(), title).map(({ textContent }) => textContent.trim());

describe('the history in groups', () => {
  it('counts what came of the pushes of each trigger, and draws the last ones', async () => {
    const { user, location } = await openWithPushes();
    await findTable('Pushes and runs');
    await user.click(screen.getByRole('button', { name: 'Group by: None' }));
    await user.click(await screen.findByRole('option', { name: 'Trigger' }));
    expect(location()).toBe(`${path}?group=trigger`);
    await waitFor(async () =>
      expect(await column('Trigger')).toEqual(['print-orders', 'scan-cart']),
    );
    expect(await column('Pushes')).toEqual(['3', '1']);
    expect(await column('Results')).toEqual(['2 Succeeded 1 Missed or superseded', '1 Succeeded']);
    const pictures = within(await groups()).getAllByRole('img', { name: /^Last / });
    expect(pictures.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Last 3 pushes: Succeeded 2, Missed 1. Newest: Missed.',
      'Last push: Succeeded 1. Newest: Succeeded.',
    ]);
    expect((await column('Push to run, median'))[0]).toMatch(/\ss$/);
    expect((await column('Newest push'))[0]).toMatch(/^Missed/);
  });

  it('sorts them by what needs a person, filters and exports their pushes', async () => {
    const { user } = await openWithPushes('?group=stream&sort=results');
    await waitFor(async () =>
      expect(await column('ImageStream')).toEqual([
        expect.stringContaining('cart'),
        expect.stringContaining('order-service'),
      ]),
    );
    await filterBy(user, 'Name, tag or digest');
    await user.type(screen.getByRole('textbox', { name: 'Search pushes' }), 'order');
    await waitFor(async () => expect(await column('Pushes')).toEqual(['3']));
    const downloads = catchDownloads();
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: /^3 rows as JSON/ }));
    expect(JSON.parse(await downloads[0]!.text())).toHaveLength(3);
    expect(screen.getByRole('button', { name: 'Select all missed (1)' })).toBeInTheDocument();
  });

  it('opens a group by the keyboard to its pushes, and leads from a count to them', async () => {
    const { user, location } = await openWithPushes('?group=trigger');
    const opener = await screen.findByRole('button', { name: 'Pushes of print-orders' });
    expect(opener).toHaveAttribute('aria-expanded', 'false');
    opener.focus();
    await user.keyboard('{Enter}');
    expect(opener).toHaveAttribute('aria-expanded', 'true');
    const opened = await findTable('Newest pushes of print-orders');
    expect(columnOf(opened, 'Status').map(({ textContent }) => textContent)).toEqual([
      'Missed',
      'Succeeded',
      'Succeeded',
    ]);
    expect(titlesOf(opened)).not.toContain('Trigger');
    await user.click(within(opened).getByRole('checkbox', { name: 'Select v3 for print-orders' }));
    expect(screen.getByRole('button', { name: 'Run now (1)' })).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: '1 Missed or superseded' }));
    expect(location()).toBe(
      `${path}?trigger=supply-chain%2Fprint-orders&status=missed%2Calias%2Csuperseded`,
    );
    const rows = await findTable('Pushes and runs');
    expect(columnOf(rows, 'Status').map(({ textContent }) => textContent)).toEqual(['Missed']);
  });

  it('shows the newest of many pushes, and the way to all', async () => {
    const cluster = await startShop();
    await bind(cluster);
    for (let index = 1; index <= 12; index += 1) {
      await passTime(cluster, index * 2);
      await push(cluster, { tag: `v${index}` });
    }
    const at = `${path}?group=trigger&perPage=5`;
    const { user, location } = await renderPage({ page: <HistoryPage />, route, at, cluster });
    await user.click(await screen.findByRole('button', { name: 'Pushes of print-orders' }));
    const opened = await findTable('Newest pushes of print-orders');
    expect(columnOf(opened, 'Image')).toHaveLength(10);
    expect(columnOf(opened, 'Image')[0]).toHaveTextContent(/^v12 /);
    await user.click(screen.getByRole('link', { name: 'Show all 12 pushes' }));
    expect(location()).toBe(`${path}?perPage=5&trigger=supply-chain%2Fprint-orders`);
    expect(columnOf(await findTable('Pushes and runs'), 'Image')).toHaveLength(5);
  });

  it('is of one digest, whichever trigger it concerns', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await bind(cluster, { name: 'scan-orders' });
    const { digest } = await push(cluster, { tag: 'v1' });
    const at = `${path}?group=digest`;
    await renderPage({ page: <HistoryPage />, route, at, cluster });
    await waitFor(async () => expect(await column('Pushes')).toEqual(['2']));
    expect((await column('Digest'))[0]).toBe(`v1${digest.slice(7, 19)}`);
  });
});

describe('the columns of the history', () => {
  it('are chosen in a dialog, kept in the URL, and shown to who follows it', async () => {
    const { user, location } = await openWithPushes('?columns=pushed,status,project');
    expect(titlesOf(await findTable('Pushes and runs'))).toEqual([
      'Selection',
      'Pushed',
      'Project',
      'Status',
    ]);
    await user.click(screen.getByRole('button', { name: 'Manage columns' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Manage columns' }));
    expect(dialog.getByRole('checkbox', { name: 'Pushed' })).toBeDisabled();
    await user.click(dialog.getByRole('checkbox', { name: 'Project' }));
    await user.click(dialog.getByRole('checkbox', { name: 'Push to run' }));
    await user.click(dialog.getByText('Save'));
    expect(location()).toBe(`${path}?columns=pushed%2Cstatus%2Cwait`);
    const table = await findTable('Pushes and runs');
    expect(titlesOf(table)).toEqual(['Selection', 'Pushed', 'Status', 'Push to run']);
    expect(columnOf(table, 'Push to run').map(({ textContent }) => textContent !== '')).toEqual([
      false,
      true,
      true,
      true,
    ]);
    await user.click(screen.getByRole('button', { name: 'Manage columns' }));
    await user.click(await screen.findByText('Restore default columns'));
    await user.click(screen.getByText('Save'));
    expect(location()).toBe(path);
    expect(titlesOf(await findTable('Pushes and runs'))).toHaveLength(8);
  });

  it('are those of the pushes in a group, too', async () => {
    const { user } = await openWithPushes('?group=stream&columns=status,image');
    const name = 'shop-images/cart';
    await user.click(await screen.findByRole('button', { name: `Pushes of ${name}` }));
    expect(titlesOf(await findTable(`Newest pushes of ${name}`))).toEqual([
      'Selection',
      'Pushed',
      'Image',
      'Status',
    ]);
  });
});
