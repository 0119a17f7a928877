import { screen, waitFor, within } from '@testing-library/react';
import { podKind } from '../../k8s/pod';
import { openOverview as open } from '../../testing/overview-page';
import {
  bind,
  enlarge,
  fail,
  patch,
  remove,
  resources,
  setRunning,
  startShop,
} from '../../testing/shop';
import type { Shop } from '../../testing/shop';

const source = { namespace: 'supply-chain', name: 'image-triggers-shop-images' };
const listener = { namespace: 'supply-chain', name: 'image-triggers' };

const relays = (): Promise<HTMLElement> =>
  screen.findByRole('grid', { name: 'Event sources and listeners' });

/** The texts of the rows below the titles, without the letters of the kinds' badges. */
const rows = async (): Promise<string[]> =>
  within(await relays())
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      [...(row as HTMLTableRowElement).cells].map(({ textContent }) => textContent).join(' | '),
    );

const untilRows = (...expected: RegExp[]) =>
  waitFor(async () => {
    const found = await rows();
    expect(found).toHaveLength(expected.length);
    expected.forEach((pattern, index) => expect(found[index]).toMatch(pattern));
  });

const start = async (): Promise<Shop> => {
  const cluster = await startShop();
  await bind(cluster);
  await bind(cluster, { name: 'scan-cart', stream: { namespace: 'shop-images', name: 'cart' } });
  return cluster;
};

describe('the event sources and listeners', () => {
  it('show their health, their triggers and their pods, live', async () => {
    const cluster = await start();
    await open(cluster);
    expect(await screen.findByText(/Requests: None declared/)).toBeInTheDocument();
    await untilRows(
      /supply-chain \| 2 of 2 ready$/,
      /image-triggers \| Receives events \| Ready \| 2 triggers \| 1 of 1 ready/,
      /image-triggers-shop-images \| Watches .*shop-images \| Ready \| 2 triggers \| 1 of 1 ready/,
    );
    await setRunning(cluster, 'listener', { ...listener, running: false });
    await untilRows(/1 of 2 ready/, /Not ready \| 2 triggers \| 0 of 1 ready/, /Ready/);
    await remove(cluster, { kind: resources.apiServerSources.kind, ...source });
    await untilRows(
      /0 of 1 ready/,
      /Not ready/,
      /ApiServerSource image-triggers-shop-images .*Missing .*No pods$/,
    );
  });

  it('give the controller’s words for what is not ready', async () => {
    const cluster = await start();
    const { user } = await open(cluster);
    await setRunning(cluster, 'source', { ...source, running: false });
    await user.click(await within(await relays()).findByRole('button', { name: 'Not ready' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Deployment does not have minimum availability',
    );
  });

  it('say where one may lose pushes, and why', async () => {
    const cluster = await start();
    const { user } = await open(cluster);
    await untilRows(/supply-chain/, /image-triggers \| Receives events \| Ready \|/, /Ready/);
    await enlarge(cluster, 'cart', 4);
    await untilRows(/supply-chain/, /Receives events \| Ready Overload \| 2 triggers/, /Ready/);
    expect(
      await screen.findByText('The listener in project supply-chain may lose pushes'),
    ).toBeInTheDocument();
    await user.click(within(await relays()).getByRole('button', { name: 'Overload' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      /Every event of ImageStream shop-images\/cart \(\d+ kB\) costs the listener \d+ calls/,
    );
  });

  it('sum up what the pods request, and say how many do', async () => {
    const cluster = await start();
    const [pod] = cluster.store.list(resources.pods, { namespace: 'supply-chain' });
    const requests = { cpu: '250m', memory: '96Mi' };
    await patch(
      cluster,
      { kind: podKind, namespace: 'supply-chain', name: pod!.metadata.name },
      { spec: { containers: [{ name: 'one', resources: { requests } }] } },
    );
    await open(cluster);
    expect(
      await screen.findByText(
        /Requests: 250m CPU, 96 MiB memory, declared by 1 of 2 pods. Counted are the pods/,
      ),
    ).toBeInTheDocument();
    await untilRows(/declared by 1 of 2 pods$/, /1 of 1 ready \| /, /1 of 1 ready \| /);
  });

  it('are shown without their pods where these may not be listed', async () => {
    const cluster = await start();
    const match = { path: '/pods\\?' };
    await fail(cluster, {
      match,
      respond: { status: 403, reason: 'Forbidden', message: 'no pods' },
    });
    await open(cluster);
    expect(await screen.findByText(/The pods could not be counted/)).toHaveTextContent('no pods');
    await untilRows(/Cannot be read/, /Ready \| 2 triggers \| Cannot be read/, /Ready/);
  });

  it('of another project are shown where they watch this one', async () => {
    await open(await start(), { namespace: 'shop-images' });
    await untilRows(/supply-chain/, /image-triggers/, /image-triggers-shop-images/);
  });

  it('that cannot be read leave the rest of the page as it is', async () => {
    const cluster = await start();
    const match = { path: '/apiserversources' };
    await fail(cluster, { match, respond: { status: 403, reason: 'Forbidden', message: 'no' } });
    await open(cluster);
    expect(
      await screen.findByRole('heading', { name: /Event sources and listeners cannot be read/ }),
    ).toBeInTheDocument();
    expect(await screen.findByText(/could not be read: You do not have/)).toBeInTheDocument();
    expect(screen.getByText('Pushes', { selector: 'dt span' })).toBeInTheDocument();
  });

  it('are none before the first trigger', async () => {
    await open();
    expect(
      await screen.findByText(/the first image trigger of a project creates them/),
    ).toBeInTheDocument();
  });
});
