import { screen, waitFor } from '@testing-library/react';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import { catchDownloads } from '../../testing/downloads';
import { trackListener } from '../../testing/gitops';
import { partsIn } from '../../testing/parts-in';
import { ready, review } from '../../testing/review-page';
import { bind, startShop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

afterEach(() => jest.restoreAllMocks());

describe('the manifests of a new trigger', () => {
  it('are a folder for Kustomize, with the relay where it is not there', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    const downloads = catchDownloads();
    const { user } = await review(cluster);
    await ready();
    const shared = await screen.findByRole('checkbox', {
      name: 'With the event source and listener',
    });
    expect(shared).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Download as Kustomize folder' }));
    await waitFor(() => expect(downloads).toHaveLength(1));
    const [{ name, bytes }] = downloads as [(typeof downloads)[0]];
    const folder = name.replace(/\.zip$/, '');
    const files = unzipSync(await bytes());
    const read = (file: string) =>
      parse(strFromU8(files[`${folder}/${file}`]!)) as { kind: string; resources: string[] };
    const { resources } = read('kustomization.yaml');
    expect(Object.keys(files)).toHaveLength(1 + resources.length);
    expect(resources.map((file) => read(file).kind).slice(-6)).toEqual([
      'ApiServerSource',
      'TriggerTemplate',
      'Trigger',
      'Trigger',
      'Trigger',
      'Trigger',
    ]);
    expect(partsIn(cluster)).toEqual(before);
  });

  it('come first where Argo CD applies the relay, which is left out then', async () => {
    const cluster = await startShop();
    await bind(cluster, { name: 'other' });
    await trackListener(cluster);
    const downloads = catchDownloads();
    const { user, location } = await review(cluster);
    const title = 'The event source and listener are managed by Argo CD (Application shop)';
    expect(await screen.findByText(title)).toBeVisible();
    await waitFor(() => expect(footerButton('Download manifests')).toBeEnabled());
    await user.click(footerButton('Download manifests'));
    expect((await downloads[0]!.text()).match(/^kind: .*$/gm)).toEqual([
      'kind: TriggerTemplate',
      ...[1, 2, 3, 4].map(() => 'kind: Trigger'),
    ]);
    await waitFor(() => expect(footerButton('Create in the cluster anyway')).toBeEnabled());
    await user.click(footerButton('Create in the cluster anyway'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[^~]+$/));
  });

  it('say what nobody does for whoever applies them', async () => {
    const { user } = await review(await startShop());
    await user.click(
      await screen.findByRole('button', { name: 'What to know before they are applied' }),
    );
    expect(screen.getByText(/^The time of activation is in them/)).toBeVisible();
    expect(screen.queryByText(/^The API server has not agreed/)).not.toBeInTheDocument();
  });

  it('are there for somebody who may not create them, unchecked', async () => {
    const downloads = catchDownloads();
    const { user } = await review(await startShop(), 'viewer');
    await user.click(await screen.findByRole('button', { name: 'Download as one file' }));
    const text = await downloads[0]!.text();
    expect(text.match(/^kind: .*$/gm)).toHaveLength(15);
    // Not a time that stands in for one.
    expect(text).not.toContain('1970-');
    await user.click(screen.getByRole('button', { name: 'What to know before they are applied' }));
    expect(screen.getByText(/^The API server has not agreed/)).toBeVisible();
    expect(footerButton('Create')).toBeDisabled();
  });
});
