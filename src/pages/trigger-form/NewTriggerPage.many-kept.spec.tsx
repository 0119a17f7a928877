import { screen, waitFor } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { catchDownloads } from '../../testing/downloads';
import { trackListener } from '../../testing/gitops';
import { openMany, reviewMany } from '../../testing/many-form';
import { bind, resources, startShop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

afterEach(() => jest.restoreAllMocks());

const two = 'shop-images/cart,shop-images/catalog';

const pattern = () => screen.getByRole('textbox', { name: 'Name pattern' });

describe('the form for many ImageStreams that was not finished', () => {
  it('is offered after a reload, and goes on where it was left', async () => {
    const cluster = await startShop();
    const first = await openMany(cluster, two);
    await first.user.type(pattern(), 'cat*');
    first.unmount();
    const second = await openMany(cluster, two);
    expect(screen.getByText('You have not finished this form')).toBeInTheDocument();
    await second.user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(pattern()).toHaveValue('cat*');
    expect(await screen.findByText('1 ImageStream matches')).toBeInTheDocument();
  });

  it('is forgotten once all triggers are there', async () => {
    const cluster = await startShop();
    const first = await reviewMany(cluster, two);
    await waitFor(() => expect(footerButton('Create 2 image triggers')).toBeEnabled());
    await first.user.click(footerButton('Create 2 image triggers'));
    await waitFor(() => expect(footerButton('Show the image triggers')).toBeEnabled(), {
      timeout: 10_000,
    });
    first.unmount();
    await openMany(cluster, two);
    expect(screen.queryByText('You have not finished this form')).not.toBeInTheDocument();
  });

  it('leaves whole triggers where one leaves it half-way, and those are left out then', async () => {
    const cluster = await startShop();
    const first = await reviewMany(cluster, two);
    await waitFor(() => expect(footerButton('Create 2 image triggers')).toBeEnabled());
    await first.user.click(footerButton('Create 2 image triggers'));
    await screen.findByText('Being created');
    first.unmount();
    const isWhole = () => {
      const triggers = cluster.store.list(resources.triggers);
      expect(triggers).toHaveLength(4);
      const active = triggers.map(({ metadata }) => metadata.labels?.['imagetriggers.dev/active']);
      expect(active).toEqual(['true', 'true', 'true', 'true']);
    };
    await waitFor(isWhole, { timeout: 10_000 });
    const second = await openMany(cluster, two);
    isWhole();
    await second.user.click(screen.getByRole('button', { name: 'Discard' }));
    await fillPipeline(second.user);
    expect(await screen.findByText(/^1 ImageStream is left out/)).toBeInTheDocument();
  });
});

describe('the manifests of many new triggers', () => {
  it('come first where Argo CD applies what they share, all in one folder', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await trackListener(cluster);
    const downloads = catchDownloads();
    const { user } = await reviewMany(cluster, two);
    const title = 'The event source and listener are managed by Argo CD (Application shop)';
    expect(await screen.findByText(title, { exact: false })).toBeInTheDocument();
    await waitFor(() => expect(footerButton('Create in the cluster anyway')).toBeEnabled());
    await waitFor(() => expect(footerButton('Download manifests')).toBeEnabled());
    await user.click(screen.getByRole('button', { name: 'Download as Kustomize folder' }));
    await waitFor(() => expect(downloads).toHaveLength(1));
    const [{ name, bytes }] = downloads as [(typeof downloads)[0]];
    expect(name).toBe('image-triggers.zip');
    const files = Object.keys(unzipSync(await bytes()));
    const kinds = files.map((file) => /\d+-([a-z]+)-/.exec(file)?.[1] ?? 'folder').sort();
    expect(kinds).toEqual([
      'folder',
      ...Array.from({ length: 8 }, () => 'trigger'),
      'triggertemplate',
      'triggertemplate',
    ]);
    expect(strFromU8(unzipSync(await bytes())['image-triggers/kustomization.yaml']!)).toContain(
      'triggertemplate-cart-print-image.yaml',
    );
  });
});
