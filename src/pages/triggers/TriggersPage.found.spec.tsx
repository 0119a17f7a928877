import { screen, waitFor, within } from '@testing-library/react';
import { makeChain, runChain, takenChain } from '../../testing/found-chain';
import { renderPage } from '../../testing/render-page';
import { bind, fail, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { filterBy, cellOf, findTable, linksOf, rowOf } from '../../testing/table';
import TriggersPage from './TriggersPage';

const open = (
  cluster: Shop,
  {
    namespace = 'supply-chain',
    query = '',
    as,
  }: { namespace?: string; query?: string; as?: PersonName } = {},
) =>
  renderPage({
    page: <TriggersPage />,
    route: '/k8s/ns/:ns/image-triggers',
    at: `/k8s/ns/${namespace}/image-triggers${query}`,
    cluster,
    as,
  });

const names = async () => linksOf(await findTable('Image triggers'), 'Name');

describe('the list of image triggers, with a chain that somebody else made', () => {
  it('shows what it runs for, its Pipeline, its health and its last run', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await makeChain(cluster);
    const { user } = await open(cluster);
    expect(await names()).toEqual(['print', 'print-orders']);
    expect(cellOf('print', 'ImageStream and tags')).toBe('Any image pushed to the clusterAny tag');
    expect(cellOf('print', 'Pipeline')).toContain('print-image');
    expect(cellOf('print', 'Last push')).toBe('None yet');
    // Nobody allows its source to read images.
    expect(cellOf('print', 'Health')).toContain('problem');
    await runChain(cluster, 'print-1', `sha256:${'a'.repeat(64)}`);
    await waitFor(() => expect(cellOf('print', 'Last push')).toMatch(/^Succeeded\s*Just now$/));
    await user.click(within(rowOf('print')).getByRole('button', { name: 'Found, not managed' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('Somebody else made this');
  });

  it('leads from its row to its take-over, its runs and its objects, and changes nothing', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    const { user, location } = await open(cluster);
    await names();
    const console = '/k8s/ns/supply-chain';
    const key = 'supply-chain%2Fimages%2Fsupply-chain%2Fprint%2Fprint';
    expect(screen.getByRole('link', { name: 'print' })).toHaveAttribute(
      'href',
      `${console}/triggers.tekton.dev~v1beta1~EventListener/images`,
    );
    await user.click(screen.getByRole('button', { name: 'Actions on print' }));
    const items = await screen.findAllByRole('menuitem');
    expect(items.map((item) => [item.textContent, item.getAttribute('href')])).toEqual([
      ['Take over', `${console}/image-triggers/~new?chain=${key}`],
      ['Show runs', `${console}/image-triggers-history?trigger=${key}`],
      ['Open ApiServerSource images', `${console}/sources.knative.dev~v1~ApiServerSource/images`],
      ['Open EventListener images', `${console}/triggers.tekton.dev~v1beta1~EventListener/images`],
      ['Open TriggerBinding event', `${console}/triggers.tekton.dev~v1beta1~TriggerBinding/event`],
      [
        'Open TriggerTemplate print',
        `${console}/triggers.tekton.dev~v1beta1~TriggerTemplate/print`,
      ],
    ]);
    await user.click(items[1]!);
    expect(location()).toContain('/image-triggers-history?trigger=');
  });

  it('is filtered by who made it, and searched like the others', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await makeChain(cluster);
    const { user, location } = await open(cluster, { query: '?search=print' });
    expect(await names()).toEqual(['print', 'print-orders']);
    await filterBy(user, 'Origin');
    await user.click(screen.getByRole('button', { name: 'Origin: All' }));
    await user.click(await screen.findByRole('option', { name: 'Managed' }));
    expect(await names()).toEqual(['print-orders']);
    await user.click(screen.getByRole('button', { name: 'Origin: Managed' }));
    await user.click(await screen.findByRole('option', { name: 'Found, not managed' }));
    expect(await names()).toEqual(['print']);
    expect(location()).toContain('origin=found');
  });

  it('is none of the business of a project that it does not name', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    await open(cluster, { namespace: 'shop-images' });
    expect(await screen.findByRole('heading', { name: 'No image triggers' })).toBeInTheDocument();
  });

  it('says what may be missing where the parts of chains cannot be read', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await makeChain(cluster);
    const match = { path: '/apiserversources', method: 'GET' };
    await fail(cluster, { match, respond: { status: 403, message: 'no sources for you' } });
    await open(cluster);
    expect(await names()).toEqual(['print-orders']);
    expect(
      screen.getByText(/made by hand may be missing: ApiServerSources cannot be read/),
    ).toBeInTheDocument();
  });

  it('leads to the trigger that takes it over already', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    await bind(cluster, { takesOver: takenChain });
    const { user } = await open(cluster);
    await names();
    await user.click(screen.getByRole('button', { name: 'Actions on print' }));
    const item = await screen.findByRole('menuitem', { name: 'Go on with the take-over' });
    expect(item).toHaveAttribute('href', '/k8s/ns/supply-chain/image-triggers/print-orders');
    expect(screen.queryByRole('menuitem', { name: 'Take over' })).not.toBeInTheDocument();
  });

  it('says who may not take it over, and why', async () => {
    const cluster = await startShop();
    await makeChain(cluster);
    const { user } = await open(cluster, { as: 'viewer' });
    await names();
    await user.click(screen.getByRole('button', { name: 'Actions on print' }));
    const item = await screen.findByRole('menuitem', { name: /^Take over/ });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveTextContent('You do not have permission to create Triggers');
  });
});
