import { screen, waitFor, within } from '@testing-library/react';
import { imageStreamKind } from '../../k8s/image-stream';
import { renderPage } from '../../testing/render-page';
import { retryAtOnce } from '../../testing/retry-at-once';
import { create, cutWatches, fail, heal, startShop } from '../../testing/shop';
import type { Fault, PersonName, Shop } from '../../testing/shop';
import { findTable, linksOf } from '../../testing/table';
import StreamsPage from './StreamsPage';

interface Visit {
  readonly namespace?: string;
  readonly as?: PersonName;
  readonly cluster?: Shop;
}

const open = ({ namespace, ...options }: Visit = {}) => {
  const at =
    namespace === undefined
      ? '/k8s/all-namespaces/image-triggers-streams'
      : `/k8s/ns/${namespace}/image-triggers-streams`;
  const route = namespace === undefined ? at : '/k8s/ns/:ns/image-triggers-streams';
  return renderPage({ page: <StreamsPage />, route, at, ...options });
};

const streamLists: Fault['match'] = { path: 'imagestreams(\\?|$)', method: 'GET' };

const withFault = async (respond: Fault['respond']): Promise<Shop> => {
  const cluster = await startShop();
  await fail(cluster, { match: streamLists, respond });
  return cluster;
};

const findProblem = (title: string) => screen.findByRole('heading', { level: 2, name: title });

describe('the list of ImageStreams, where it cannot be read', () => {
  it.each<[PersonName, string]>([
    ['viewer', 'Choose a project that you can see:'],
    ['nobody', 'There is no other project that you can see. Ask an administrator for access.'],
  ])('offers %s, who may not look into all projects, those that there are', async (as, words) => {
    await open({ as });
    expect(await findProblem('You do not have permission')).toBeInTheDocument();
    expect(
      screen.getByText(`imagestreams.image.openshift.io is forbidden: User "${as}" cannot list`, {
        exact: false,
      }),
    ).toBeInTheDocument();
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says in a project whom to ask', async () => {
    await open({ as: 'nobody', namespace: 'shop-images' });
    expect(await findProblem('You do not have permission')).toBeInTheDocument();
    expect(screen.getByText(/^Ask an administrator of the project/)).toBeInTheDocument();
  });

  it('leads to what must be installed where the API is missing', async () => {
    const cluster = await startShop({ absentGroups: ['image.openshift.io'] });
    const { location, user } = await open({ cluster });
    expect(await findProblem('An API is missing')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Show what must be installed' }));
    expect(location()).toBe('/k8s/all-namespaces/image-triggers-overview');
  });

  it('gives the words of an API server that fails', async () => {
    await open({ cluster: await withFault({ status: 500, message: 'etcd leader changed' }) });
    expect(await findProblem('The API server could not answer')).toBeInTheDocument();
    expect(screen.getByText('etcd leader changed')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeInTheDocument();
  });

  it('says how long a busy API server asks to wait', async () => {
    const busy = { status: 429, message: 'too many requests', retryAfterSeconds: 7 };
    await open({ cluster: await withFault(busy) });
    expect(await findProblem('The API server is busy')).toBeInTheDocument();
    expect(screen.getByText(/The API server asks to wait 7 s\./)).toBeInTheDocument();
  });

  it('keeps the rows when live updates stop, says so, and catches up', async () => {
    const { cluster } = await open({ namespace: 'shop-payments' });
    const table = await findTable('ImageStreams');
    retryAtOnce();
    await fail(cluster, { match: streamLists, respond: { status: 503 } });
    await cutWatches(cluster);
    expect(await screen.findByText(/Live updates have stopped/)).toBeInTheDocument();
    expect(linksOf(table, 'Name')).toEqual(['fraud-check', 'payments-api']);
    await create(cluster, imageStreamKind, {
      metadata: { name: 'refunds', namespace: 'shop-payments' },
    });
    await heal(cluster);
    expect(await screen.findByRole('link', { name: 'refunds' })).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.queryByText(/Live updates have stopped/)).not.toBeInTheDocument(),
    );
  });
});

describe('the list of ImageStreams, where only the triggers are not known', () => {
  it.each([['triggers.tekton.dev'], ['tekton.dev']])('shows it without %s', async (group) => {
    await open({ cluster: await startShop({ absentGroups: [group] }) });
    expect(linksOf(await findTable('ImageStreams'), 'Name')).toHaveLength(12);
    expect(await screen.findByText(/Missing in this cluster/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show what must be installed' })).toBeInTheDocument();
    expect(screen.queryByText('Not bound')).not.toBeInTheDocument();
  });

  it('says so to whom may not read triggers', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { path: '/triggers\\?', method: 'GET' },
      respond: { status: 403, reason: 'Forbidden', message: 'no triggers for you' },
    });
    await open({ cluster, namespace: 'shop-images' });
    expect(linksOf(await findTable('ImageStreams'), 'Name')).toHaveLength(7);
    expect(await screen.findByText('no triggers for you')).toBeInTheDocument();
  });

  it('says to whom may look into one project only what that leaves out', async () => {
    await open({ as: 'viewer', namespace: 'shop-images' });
    expect(linksOf(await findTable('ImageStreams'), 'Name')).toHaveLength(7);
    expect(
      await screen.findByText(/Image triggers of other projects are not shown/),
    ).toBeInTheDocument();
  });
});

describe('the button that creates', () => {
  it('is disabled for a viewer, and says why', async () => {
    const { user, location } = await open({ as: 'viewer', namespace: 'shop-images' });
    const before = location();
    await findTable('ImageStreams');
    const header = screen.getByRole('heading', { level: 1 }).closest('section')!;
    const button = await within(header).findByRole('button', { name: 'Create image trigger' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await user.hover(button);
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'You do not have permission to create Triggers in project shop-images.',
    );
    await user.click(button);
    expect(location()).toBe(before);
  });
});
