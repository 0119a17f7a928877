import { screen, waitFor } from '@testing-library/react';
import { roleBindingKind } from '../../k8s/role-binding';
import { aheadBy } from '../../testing/browser-time';
import { renderPage } from '../../testing/render-page';
import { bind, fail, push, remove, setRunning, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { columnOf, findTable } from '../../testing/table';
import HistoryPage from './HistoryPage';

interface Visit {
  readonly namespace?: string;
  readonly as?: PersonName;
}

const open = (cluster: Shop, { namespace, as }: Visit = {}) => {
  const at =
    namespace === undefined
      ? '/k8s/all-namespaces/image-triggers-history'
      : `/k8s/ns/${namespace}/image-triggers-history`;
  const route = namespace === undefined ? at : '/k8s/ns/:ns/image-triggers-history';
  return renderPage({ page: <HistoryPage />, route, at, cluster, as });
};

const statuses = async (): Promise<string[]> =>
  columnOf(await findTable('Pushes and runs'), 'Status').map(({ textContent }) => textContent);

const unreadable = 'The ImageStreams of project shop-images cannot be read';

describe('the history, where the ImageStreams of another project cannot be read', () => {
  it('says so, and claims nothing about their pushes', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await cluster.chain.settled();
    await setRunning(cluster, 'source', {
      namespace: 'supply-chain',
      name: 'image-triggers-shop-images',
      running: false,
    });
    await push(cluster, { tag: 'v5' });
    await remove(cluster, {
      kind: roleBindingKind,
      namespace: 'shop-images',
      name: 'view-viewer',
    });
    aheadBy(60);
    await open(cluster, { namespace: 'supply-chain', as: 'viewer' });
    expect(await screen.findByText(unreadable, { exact: false })).toBeInTheDocument();
    expect(
      screen.getByText(/User "viewer" cannot list resource "imagestreams"/),
    ).toBeInTheDocument();
    expect(await statuses()).toEqual(['Succeeded']);
    expect(screen.getByText(/Image triggers of other projects are not shown/)).toBeInTheDocument();
  });

  it('shows in their project what triggers of other projects did, to whom may see it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await open(cluster, { namespace: 'shop-images' });
    await waitFor(async () => expect(await statuses()).toEqual(['Succeeded']));
    expect(screen.queryByText(/are not shown/)).not.toBeInTheDocument();
  });

  it('does not show what has nothing to do with the project', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await open(cluster, { namespace: 'shop-payments' });
    expect(await screen.findByRole('heading', { name: 'No image triggers' })).toBeInTheDocument();
  });
});

describe('the history, where it cannot be read', () => {
  it('offers who may not look into all projects those that they can see', async () => {
    await open(await startShop(), { as: 'viewer' });
    expect(
      await screen.findByRole('heading', { name: 'You do not have permission' }),
    ).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'supply-chain' })).toHaveAttribute(
      'href',
      '/k8s/ns/supply-chain/image-triggers-history',
    );
  });

  it.each([['tekton.dev'], ['triggers.tekton.dev']])(
    'leads to what must be installed without %s',
    async (group) => {
      await open(await startShop({ absentGroups: [group] }));
      expect(await screen.findByRole('heading', { name: 'An API is missing' })).toBeInTheDocument();
      expect(screen.getByRole('link', { name: 'Show what must be installed' })).toBeInTheDocument();
    },
  );

  it('gives the words of an API server that fails', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { path: '/pipelineruns(\\?|$)', method: 'GET' },
      respond: { status: 500, message: 'etcd leader changed' },
    });
    await open(cluster);
    expect(
      await screen.findByRole('heading', { name: 'The API server could not answer' }),
    ).toBeInTheDocument();
    expect(screen.getByText('etcd leader changed')).toBeInTheDocument();
  });
});
