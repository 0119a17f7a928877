import { screen, waitFor, waitForElementToBeRemoved } from '@testing-library/react';
import type { ImageStream } from '../k8s/image-stream';
import { imageStreamKind } from '../k8s/image-stream';
import { nameOf } from '../k8s/resource';
import type { K8sObject } from '../k8s/resource';
import { roleBindingKind } from '../k8s/role-binding';
import { serviceAccountKind } from '../k8s/service-account';
import { renderPage } from '../testing/render-page';
import { retryAtOnce } from '../testing/retry-at-once';
import { create, cutWatches, fail, heal, remove, startShop } from '../testing/shop';
import type { ListQuery } from './live/list-query';
import { useWatchList, useWatchLists } from './use-watch';
import type { Watched } from '../domain/watched';

const Seen = ({ name, watched }: { name: string; watched: Watched<K8sObject[]> }) => (
  <section aria-label={name}>
    <h2>{watched.state}</h2>
    {watched.state === 'failed' && <p>{JSON.stringify(watched.problem)}</p>}
    {watched.state === 'loaded' && (
      <>
        <ul>
          {watched.data.map((one) => (
            <li key={nameOf(one)}>{nameOf(one)}</li>
          ))}
        </ul>
        {watched.stale && <p>stale: {watched.stale.code}</p>}
      </>
    )}
  </section>
);

const One = ({ query }: { query: ListQuery | undefined }) => (
  <Seen name="list" watched={useWatchList(query)} />
);

const Many = ({ namespaces }: { namespaces: string[] }) =>
  [...useWatchLists<ImageStream>(imageStreamKind, namespaces)].map(([namespace, watched]) => (
    <Seen key={namespace} name={namespace} watched={watched} />
  ));

const open = { route: '/', at: '/' };
const names = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
const isNow = (state: Watched<unknown>['state']) => screen.findByRole('heading', { name: state });

const streams = { kind: imageStreamKind, namespace: 'shop-frontend' };
const mobile = { metadata: { name: 'mobile', namespace: 'shop-frontend' } };
const listOfStreams = { path: 'shop-frontend/imagestreams', method: 'GET' };

describe('useWatchList', () => {
  it('shows a list, and what is written later', async () => {
    const { cluster } = await renderPage({ ...open, page: <One query={streams} /> });
    await isNow('loaded');
    expect(names()).toEqual(['web-shell']);
    await create(cluster, imageStreamKind, mobile);
    expect(await screen.findByText('mobile')).toBeInTheDocument();
    await remove(cluster, { kind: imageStreamKind, ...mobile.metadata });
    await waitForElementToBeRemoved(() => screen.queryByText('mobile'));
  });

  it.each<[string, ListQuery, string[]]>([
    ['by name', { kind: serviceAccountKind, namespace: 'platform', name: 'builder' }, ['builder']],
    ['by a name that there is not', { ...streams, name: 'nothing' }, []],
    [
      'by label, in all namespaces',
      { kind: imageStreamKind, labels: { team: 'payments' } },
      ['fraud-check', 'payments-api'],
    ],
  ])('finds %s', async (_, query, found) => {
    await renderPage({ ...open, page: <One query={query} /> });
    await isNow('loaded');
    expect(names()).toEqual(found);
  });

  it('is loading as long as it watches nothing', async () => {
    await renderPage({ ...open, page: <One query={undefined} /> });
    await isNow('loading');
  });

  it('says who may not', async () => {
    await renderPage({ ...open, page: <One query={streams} />, as: 'nobody' });
    await isNow('failed');
    expect(screen.getByText(/"code":"forbidden"/)).toHaveTextContent(
      'User \\"nobody\\" cannot list',
    );
  });

  it('says which API is missing', async () => {
    const cluster = await startShop({ absentGroups: ['image.openshift.io'] });
    await renderPage({ ...open, page: <One query={streams} />, cluster });
    await isNow('failed');
    expect(screen.getByText(/"code":"api-missing"/)).toBeInTheDocument();
  });

  it('fails on a Status in place of a list, without crashing', async () => {
    const cluster = await startShop();
    await fail(cluster, { match: listOfStreams, respond: { status: 200, message: 'odd' } });
    await renderPage({ ...open, page: <One query={streams} />, cluster });
    await isNow('failed');
    expect(screen.getByText(/"code":"unexpected"/)).toBeInTheDocument();
  });

  it('keeps the data after live updates have stopped, says so, and recovers', async () => {
    const { cluster } = await renderPage({ ...open, page: <One query={streams} /> });
    await isNow('loaded');
    retryAtOnce();
    await fail(cluster, { match: listOfStreams, respond: { status: 500 } });
    await cutWatches(cluster);
    expect(await screen.findByText('stale: unavailable')).toBeInTheDocument();
    expect(names()).toEqual(['web-shell']);
    await create(cluster, imageStreamKind, mobile);
    await heal(cluster);
    expect(await screen.findByText('mobile')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText(/stale/)).not.toBeInTheDocument());
  });

  it('hides the data from who may not see it any more', async () => {
    const { cluster } = await renderPage({ ...open, page: <One query={streams} />, as: 'viewer' });
    await isNow('loaded');
    retryAtOnce();
    const right = { namespace: 'shop-frontend', name: 'view-viewer' };
    await remove(cluster, { kind: roleBindingKind, ...right });
    await cutWatches(cluster);
    await isNow('failed');
    expect(names()).toEqual([]);
  });
});

describe('useWatchLists', () => {
  it('watches each namespace by itself', async () => {
    const namespaces = ['shop-frontend', 'platform'];
    const page = <Many namespaces={namespaces} />;
    const { cluster } = await renderPage({ ...open, page, as: 'viewer' });
    expect(await screen.findByText('web-shell')).toBeInTheDocument();
    const hidden = screen.getByRole('region', { name: 'platform' });
    expect(await screen.findByRole('heading', { name: 'failed' })).toBe(hidden.firstChild);
    await create(cluster, imageStreamKind, mobile);
    expect(await screen.findByText('mobile')).toBeInTheDocument();
  });

  it('knows nothing of no namespace', async () => {
    const { container } = await renderPage({ ...open, page: <Many namespaces={[]} /> });
    expect(container).toBeEmptyDOMElement();
  });
});
