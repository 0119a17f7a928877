import { screen, waitFor } from '@testing-library/react';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../../k8s/resource';
import { catchDownloads } from '../../testing/downloads';
import {
  choosePattern,
  mineFor,
  open,
  pictureOf,
  ready,
  rulesIn,
  toReview,
} from '../../testing/edit-page';
import { trackListener, trackTrigger } from '../../testing/gitops';
import { bind, startShop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

afterEach(() => jest.restoreAllMocks());

const documentsIn = (text: string): Manifest[] =>
  parseAllDocuments(text).map((document) => document.toJS() as Manifest);

const namesIn = (manifests: readonly Manifest[]): string[] =>
  manifests.map(({ kind, metadata: { name } }) => `${kind} ${name}`);

const own = [
  'TriggerTemplate print-orders',
  ...[4, 3, 2].map((lane) => `Trigger print-orders-${lane}`),
  'Trigger print-orders',
];

describe('editing a trigger that Argo CD applies', () => {
  it('hands out the trigger as it will be, and writes nothing', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await trackTrigger(cluster);
    const before = pictureOf(cluster);
    const downloads = catchDownloads();
    const { user } = await open(cluster);
    await choosePattern(user, 'v*');
    await toReview(user);
    expect(await screen.findByText('Managed by Argo CD (Application shop)')).toBeVisible();
    await user.click(screen.getByRole('button', { name: '2 objects' }));
    expect(screen.getByText('Trigger print-orders in project supply-chain')).toBeVisible();
    await waitFor(() => expect(footerButton('Download manifests')).toBeEnabled());
    await user.click(footerButton('Download manifests'));
    expect(downloads.map(({ name }) => name)).toEqual(['print-orders.yaml']);
    const manifests = documentsIn(await downloads[0]!.text());
    expect(namesIn(manifests)).toEqual(own);
    expect(manifests.map(({ metadata }) => Object.keys(metadata).sort())).toEqual(
      own.map(() => ['annotations', 'labels', 'name', 'namespace']),
    );
    expect(JSON.stringify(manifests.at(-1))).toContain('^v');
    expect(pictureOf(cluster)).toEqual(before);
  });

  it('saves it in the cluster, if somebody wants that anyway', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await trackTrigger(cluster);
    const { user, location } = await open(cluster);
    await choosePattern(user, 'v*');
    await toReview(user);
    await waitFor(() => expect(footerButton('Save in the cluster anyway')).toBeEnabled());
    await user.click(footerButton('Save in the cluster anyway'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(rulesIn(cluster)).toEqual(mineFor('v*'));
  });
});

it('says where only what triggers share is applied by Argo CD, and saves as ever', async () => {
  const cluster = await startShop();
  await bind(cluster);
  await trackListener(cluster);
  const { user } = await open(cluster);
  await choosePattern(user, 'v*');
  await toReview(user);
  const title = 'The event source and listener are managed by Argo CD (Application shop)';
  expect(await screen.findByText(title)).toBeVisible();
  await ready();
  expect(screen.queryByRole('button', { name: 'Download manifests' })).not.toBeInTheDocument();
});

it('hands out a trigger that no tool applies, also without a change, with its relay', async () => {
  const cluster = await startShop();
  await bind(cluster);
  const downloads = catchDownloads();
  const { user } = await open(cluster);
  await toReview(user);
  await user.click(
    await screen.findByRole('checkbox', { name: 'With the event source and listener' }),
  );
  await user.click(screen.getByRole('button', { name: 'Download as one file' }));
  const names = namesIn(documentsIn(await downloads[0]!.text()));
  expect(names).toHaveLength(10 + own.length);
  expect(names.slice(10)).toEqual(own);
});

it('hands out commands that also delete what the new rule needs no more', async () => {
  const cluster = await startShop();
  await bind(cluster);
  const { user } = await open(cluster);
  await user.click(screen.getByRole('radio', { name: 'Exact tags' }));
  await user.click(screen.getByRole('button', { name: /latest/ }));
  await toReview(user);
  expect(await screen.findByText(/^To be deleted/)).toHaveTextContent('print-orders-4');
  await user.click(screen.getByRole('button', { name: 'Copy as oc command' }));
  expect(await screen.findByText('Copied', { selector: 'div' })).toBeVisible();
  const command = await navigator.clipboard.readText();
  expect(command).toMatch(/^oc apply -f - <<'EOF'\n---\napiVersion/);
  expect(command).toContain('oc delete triggers.triggers.tekton.dev print-orders-4');
});
