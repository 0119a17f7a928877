import { screen, waitFor, within } from '@testing-library/react';
import { makeChain, runChain } from '../../testing/found-chain';
import { renderPage } from '../../testing/render-page';
import { bind, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { cellOf, findTable, linksOf, rowOf } from '../../testing/table';
import TriggersPage from './TriggersPage';

/** Opens the list, and on it what the label of a found chain says. */
const openExplanation = async (cluster: Shop) => {
  const { user } = await renderPage({
    page: <TriggersPage />,
    route: '/k8s/ns/:ns/image-triggers',
    at: '/k8s/ns/supply-chain/image-triggers',
    cluster,
  });
  await findTable('Image triggers');
  await user.click(within(rowOf('print')).getByRole('button', { name: 'Found, not managed' }));
  return screen.findByRole('dialog');
};

// The ImageStreams of a project are read when something names it: meanwhile the list stays.
describe('what is open on the list of image triggers', () => {
  it('stays when the run of a found chain names another project', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    const dialog = await openExplanation(cluster);
    const image = `registry.example/shop-images/cart@sha256:${'a'.repeat(64)}`;
    await runChain(cluster, 'print-1', image);
    await waitFor(() => expect(cellOf('print', 'Last push')).toMatch(/^Succeeded/));
    expect(dialog).toBeInTheDocument();
  });

  it('stays when a trigger binds an ImageStream of another project', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    const dialog = await openExplanation(cluster);
    const stream = { namespace: 'shop-payments', name: 'gateway' };
    await bind(cluster, { name: 'scan-gateway', stream });
    await waitFor(async () =>
      expect(linksOf(await findTable('Image triggers'), 'Name')).toEqual(['print', 'scan-gateway']),
    );
    expect(dialog).toBeInTheDocument();
  });
});
