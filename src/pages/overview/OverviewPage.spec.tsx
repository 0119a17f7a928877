import { screen, waitFor, within } from '@testing-library/react';
import { imageStreamKind } from '../../k8s/image-stream';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import { aheadBy } from '../../testing/browser-time';
import { openOverview as open } from '../../testing/overview-page';
import {
  bind,
  fail,
  patch,
  push,
  remove,
  resources,
  setRunning,
  startShop,
} from '../../testing/shop';
import type { Shop } from '../../testing/shop';

const everywhere = '/k8s/all-namespaces/image-triggers-history';
const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
const listener = { namespace: 'supply-chain', name: 'image-triggers' };
const ofPrintOrders = 'trigger=supply-chain%2Fprint-orders';

const attention = async (): Promise<string[]> => {
  const list = await screen.findByRole('list', { name: 'What needs attention' });
  return [...list.querySelectorAll('strong')].map(({ textContent }) => textContent);
};

const linkOf = async (title: string | RegExp): Promise<string | null> => {
  const item = (await screen.findByText(title, { selector: 'strong' })).closest('li')!;
  return within(item).getByRole('link').getAttribute('href');
};

const statement = (name: string) => screen.findByRole('heading', { name: new RegExp(`${name}$`) });
const figure = (term: string): HTMLElement =>
  screen.getByText(term, { selector: 'dt span' }).closest('dt')!.nextElementSibling as HTMLElement;

/** A push that has run, and one that was lost while the source was down. */
const aLoss = async (): Promise<Shop> => {
  const cluster = await startShop();
  await bind(cluster);
  await push(cluster, { tag: 'v4' });
  await cluster.chain.settled();
  await setRunning(cluster, 'source', { ...source, running: false });
  await push(cluster, { tag: 'v5' });
  aheadBy(60);
  return cluster;
};

const setStatus = async (cluster: Shop, status: 'False' | 'True'): Promise<void> => {
  const [run] = cluster.store.list(resources.pipelineRuns);
  const { name, namespace } = run!.metadata;
  const conditions = [{ type: 'Succeeded', status, reason: 'Failed', message: 'Tasks: 1 failed' }];
  await patch(
    cluster,
    { kind: pipelineRunKind, namespace, name, subresource: 'status' },
    { status: { conditions } },
  );
};

/** Waits until the only run has ended, so that its simulation does not write over a status. */
const untilEnded = (cluster: Shop) =>
  waitFor(() => {
    const [run] = cluster.store.list(resources.pipelineRuns);
    expect(run?.status?.completionTime).toBeDefined();
  });

describe('what needs attention', () => {
  it('are a lost push and the source that lost it, worst first, until it is put right', async () => {
    const cluster = await aLoss();
    await open(cluster);
    const lost = 'supply-chain/print-orders missed 1 push in the last 24 hours';
    const stopped = 'Pushes to project shop-images do not reach project supply-chain';
    await waitFor(async () => expect(await attention()).toEqual([stopped, lost]));
    expect(screen.getByText(/Deployment does not have minimum availability/)).toHaveTextContent(
      '1 image trigger depends on it.',
    );
    expect(await linkOf(lost)).toBe(`${everywhere}?${ofPrintOrders}&status=missed&range=24h`);
    expect(await linkOf(stopped)).toBe(
      '/k8s/ns/supply-chain/sources.knative.dev~v1~ApiServerSource/image-triggers-shop-images',
    );
    await setRunning(cluster, 'source', { ...source, running: true });
    await waitFor(async () => expect(await attention()).toEqual([lost]));
    expect(screen.getByRole('heading', { name: '1 thing needs attention' })).toBeInTheDocument();
  });

  it('is a current image that failed, until its tag holds one that passed', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await untilEnded(cluster);
    await setStatus(cluster, 'False');
    await open(cluster);
    const failed = 'supply-chain/print-orders failed for the newest push of: v4';
    expect(await attention()).toEqual([failed]);
    expect(await linkOf(failed)).toBe(`${everywhere}?${ofPrintOrders}&status=failed&only=newest`);
    await push(cluster, { tag: 'v4' });
    expect(await statement('Nothing needs attention')).toBeInTheDocument();
  });

  it('is an alias whose image never ran, until it holds one that did', async () => {
    const cluster = await startShop();
    await bind(cluster, { rule: { kind: 'tags', tags: ['stable'] } });
    const stream = { kind: imageStreamKind, namespace: 'shop-images', name: 'order-service' };
    const from = { kind: 'ImageStreamTag', name: 'v4' };
    await patch(cluster, stream, { spec: { tags: [{ name: 'stable', from }] } });
    await setRunning(cluster, 'source', { ...source, running: false });
    await push(cluster, { tag: 'v4' });
    await setRunning(cluster, 'source', { ...source, running: true });
    aheadBy(60);
    await open(cluster);
    const never = 'supply-chain/print-orders never ran for the image of the alias: stable';
    await waitFor(async () => expect(await attention()).toEqual([never]));
    expect(await linkOf(never)).toBe(`${everywhere}?${ofPrintOrders}&status=alias&only=newest`);
    await push(cluster, { tag: 'v4' });
    expect(await statement('Nothing needs attention')).toBeInTheDocument();
  });

  it('is a trigger that was changed by hand, and no trigger that is paused', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const trigger = { namespace: 'supply-chain', name: 'print-orders' };
    await remove(cluster, { kind: resources.triggers.kind, ...trigger, name: 'print-orders-3' });
    await bind(cluster, { name: 'paused', stream: { namespace: 'shop-images', name: 'cart' } });
    const pausedLanes = cluster.store
      .list(resources.triggers)
      .filter(({ metadata }) => metadata.name.startsWith('paused'));
    for (const { metadata } of pausedLanes)
      await patch(
        cluster,
        { kind: resources.triggers.kind, namespace: 'supply-chain', name: metadata.name },
        { metadata: { labels: { 'imagetriggers.dev/active': null } } },
      );
    await open(cluster);
    const broken = 'Image trigger supply-chain/print-orders needs repair';
    expect(await attention()).toEqual([broken]);
    expect(await linkOf(broken)).toBe('/k8s/ns/supply-chain/image-triggers/print-orders');
    expect(
      screen.getByText(/1 image trigger is paused: its pushes start no runs/),
    ).toBeInTheDocument();
  });

  it('is a listener that is gone, and an import that fails', async () => {
    const cluster = await startShop();
    await bind(cluster, { stream: { namespace: 'shop-images', name: 'legacy-cart' } });
    await remove(cluster, { kind: resources.eventListeners.kind, ...listener });
    await open(cluster);
    const gone = 'The listener in project supply-chain does not receive events';
    const failing = 'ImageStream shop-images/legacy-cart could not import: 2.1';
    await waitFor(async () => expect(await attention()).toEqual([gone, failing]));
    expect(await linkOf(gone)).toBe('/k8s/ns/supply-chain/image-triggers');
    expect(await linkOf(failing)).toBe(
      '/k8s/ns/shop-images/image.openshift.io~v1~ImageStream/legacy-cart',
    );
  });

  it('is a prerequisite that is missing, with the way to what must be done', async () => {
    const { user } = await open(await startShop({ listenerRole: false }));
    expect(await attention()).toEqual(['Missing: Cluster role of the listeners']);
    await user.click(screen.getByRole('button', { name: 'Show what to do' }));
    expect(screen.getByText('Cluster role of the listeners', { selector: 'strong' })).toHaveFocus();
  });

  it('is a project that cannot be read, and then nobody says that all is well', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const match = { path: 'shop-images/imagestreams' };
    await fail(cluster, { match, respond: { status: 403, reason: 'Forbidden', message: 'no' } });
    await open(cluster, { namespace: 'supply-chain' });
    const hidden = 'The ImageStreams of project shop-images cannot be read';
    expect(await attention()).toEqual([hidden]);
    expect(await linkOf(hidden)).toBe('/k8s/ns/shop-images/rolebindings');
    expect(
      screen.getByText('Without the pushes to 1 project that cannot be read.'),
    ).toBeInTheDocument();
  });
});

describe('where nothing needs attention', () => {
  it('says so, and what that rests on', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await push(cluster, { tag: 'v4' });
    await cluster.chain.settled();
    await open(cluster);
    const alert = (await statement('Nothing needs attention')).closest('.pf-v6-c-alert');
    expect(alert).toHaveTextContent('The only push of the last 24 hours has its PipelineRun.');
    expect(alert).toHaveTextContent('Event sources and listeners are ready in 1 project.');
    await push(cluster, { tag: 'v5' });
    await waitFor(() => expect(alert).toHaveTextContent(/All 2 pushes of the last 24 hours/));
  });

  it('says what it cannot tell, and claims no more than it sees', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await open(cluster, { namespace: 'supply-chain', as: 'viewer' });
    await statement('Nothing that this page can see needs attention');
    const gaps = (await statement('What this page cannot tell')).closest('.pf-v6-c-alert');
    expect(gaps).toHaveTextContent('Image triggers of other projects are not shown');
    expect(gaps).toHaveTextContent('You may not look at: Knative Eventing');
  });

  it('invites to the first trigger', async () => {
    await open();
    expect(await statement('No image triggers yet')).toBeInTheDocument();
  });

  it('waits for what is still on its way', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await fail(cluster, { match: { path: '/eventlisteners' }, delayMs: 3_000 });
    await open(cluster);
    await waitFor(() => expect(figure('Pushes')).toHaveTextContent('0'));
    expect(screen.queryByText('Nothing needs attention')).not.toBeInTheDocument();
    expect(
      await screen.findByText('Nothing needs attention', {}, { timeout: 8_000 }),
    ).toBeInTheDocument();
  });
});

describe('the last 24 hours', () => {
  it('are counted live, the figures add up, and each leads to its pushes', async () => {
    await open(await aLoss());
    await waitFor(() => expect(figure('Succeeded')).toHaveTextContent('1'));
    const counts = ['Pushes', 'PipelineRuns', 'Missed', 'Succeeded', 'Failed', 'Under way'].map(
      (term) => {
        const link = within(figure(term)).getByRole('link');
        return [term, link.textContent, link.getAttribute('href')];
      },
    );
    const runs = 'queued%2Crunning%2Csucceeded%2Cfailed%2Ccancelled';
    expect(counts).toEqual([
      ['Pushes', '2', `${everywhere}?range=24h`],
      ['PipelineRuns', '1', `${everywhere}?status=${runs}&range=24h`],
      ['Missed', '1', `${everywhere}?status=missed&range=24h`],
      ['Succeeded', '1', `${everywhere}?status=succeeded&range=24h`],
      ['Failed', '0', `${everywhere}?status=failed&range=24h`],
      ['Under way', '0', `${everywhere}?status=queued%2Crunning&range=24h`],
    ]);
    expect(screen.queryByText('Paused', { selector: 'dt span' })).not.toBeInTheDocument();
  });

  it('say in words what is missing for them', async () => {
    await open(await startShop({ absentGroups: ['triggers.tekton.dev'] }));
    expect(await screen.findByRole('heading', { name: 'An API is missing' })).toBeInTheDocument();
  });
});
