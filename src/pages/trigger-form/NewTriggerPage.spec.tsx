import { screen, waitFor, within } from '@testing-library/react';
import { parse } from 'yaml';
import { partsIn } from '../../testing/parts-in';
import { renderPage } from '../../testing/render-page';
import { bind, push, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { choose, fillPipeline, fillStream, footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

const everywhere = '/k8s/all-namespaces/image-triggers/~new';

const open = (cluster?: Shop, query = '') =>
  renderPage({ page: <NewTriggerPage />, route: everywhere, at: `${everywhere}${query}`, cluster });

/** The cells of a parameter's row. */
const param = (name: string): HTMLElement[] =>
  within(screen.getByText(name, { selector: 'strong' }).closest('tr')!).getAllByRole('cell');

const reviewed = (): HTMLElement[] => screen.getAllByRole('button', { name: / in project / });

describe('the form that creates an image trigger', () => {
  it('leads from an ImageStream to a trigger that runs its pushes', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    const { location, user } = await open(cluster);
    expect(footerButton('Next')).toBeDisabled();
    await fillStream(user);
    expect(screen.getByText(/^Latest push: latest/)).toBeInTheDocument();
    await fillPipeline(user);
    const [, value, preview] = param('IMAGE');
    expect(within(value!).getByRole('combobox')).toHaveDisplayValue('Image reference with digest');
    expect(screen.getByText(/^Values are proposed by the names of the parameters/)).toBeVisible();
    expect(value).not.toHaveTextContent('Proposed');
    expect(preview).toHaveTextContent(/shop-images\/order-service@sha256:[0-9a-f]{64}$/);
    expect(screen.getByRole('textbox', { name: 'Name of the trigger' })).toHaveValue(
      'order-service-print-image',
    );

    await user.click(footerButton('Next'));
    const summary = await screen.findByText(
      /^Pushes to ImageStream order-service in project shop-images/,
    );
    expect(summary).toHaveTextContent(
      'will run Pipeline print-image in project supply-chain. Tags: Any tag.',
    );
    expect(summary).toHaveTextContent('Every push runs: also a rollback');
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    const shown = reviewed().map((button) =>
      button.textContent.replace(/^(\S+) (\S+) in project (\S+) Checked$/, '$1 $3/$2'),
    );
    expect(screen.getByRole('heading', { name: '15 objects' })).toBeInTheDocument();
    expect(partsIn(cluster)).toEqual(before);

    await user.click(footerButton('Create'));
    await waitFor(() =>
      expect(location()).toBe('/k8s/ns/supply-chain/image-triggers/order-service-print-image'),
    );
    const written = partsIn(cluster).filter((part) => !before.includes(part));
    expect(written).toEqual(shown.sort());
    await waitFor(() => {
      const [source] = cluster.store.list(resources.apiServerSources);
      expect(source?.status?.conditions).toContainEqual(
        expect.objectContaining({ type: 'Ready', status: 'True' }),
      );
    });
    const { digest } = await push(cluster);
    await waitFor(() => {
      const [run] = cluster.store.list(resources.pipelineRuns);
      expect(run?.spec?.params).toEqual([
        { name: 'IMAGE', value: expect.stringMatching(`order-service@${digest}$`) as string },
      ]);
    });
  });

  it('shows the YAML of every object that it writes', async () => {
    const { cluster, user } = await open();
    await fillStream(user);
    await fillPipeline(user);
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    const template = screen.getByRole('button', { name: /^TriggerTemplate / });
    await user.click(template);
    const code = template.closest('.pf-v6-c-expandable-section')!.querySelector('code')!;
    const manifest = parse(code.textContent) as { spec: unknown };
    await user.click(footerButton('Create'));
    await waitFor(() => expect(cluster.store.list(resources.triggerTemplates)).toHaveLength(1));
    const [stored] = cluster.store.list(resources.triggerTemplates);
    expect(JSON.parse(JSON.stringify(stored!.spec))).toEqual(manifest.spec);
  });

  it('finds the event source and listener of another trigger in place', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await open(cluster);
    await fillStream(user);
    await fillPipeline(user);
    await user.click(footerButton('Next'));
    expect(
      await screen.findByRole('heading', { name: '15 objects, 10 of them already there' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^EventListener / })).toHaveTextContent(
      'Already there',
    );
  });

  it('begins with the ImageStream of the row that it was opened from', async () => {
    const { user } = await open(undefined, '?stream=shop-images%2Fcart');
    expect(screen.getByRole('combobox', { name: 'Project of the ImageStream' })).toHaveValue(
      'shop-images',
    );
    expect(screen.getByRole('combobox', { name: 'ImageStream' })).toHaveValue('cart');
    expect(await screen.findByText('5 of 5 tags match.')).toBeInTheDocument();
    // Another project has other ImageStreams: the choice of before is none there.
    await choose(user, 'Project of the ImageStream', 'shop-payments');
    expect(screen.getByRole('combobox', { name: 'ImageStream' })).toHaveValue('');
    expect(footerButton('Next')).toBeDisabled();
  });

  it('begins with the Pipeline of the page that it was opened from', async () => {
    const at = '/k8s/ns/supply-chain/image-triggers/~new?pipeline=scan-and-sign';
    const route = '/k8s/ns/:ns/image-triggers/~new';
    const { user } = await renderPage({ page: <NewTriggerPage />, route, at });
    await fillStream(user);
    await user.click(footerButton('Next'));
    expect(await screen.findByRole('combobox', { name: 'Pipeline' })).toHaveValue('scan-and-sign');
    expect(screen.getByRole('combobox', { name: 'Value of tag' })).toHaveDisplayValue('Tag');
    expect(footerButton('Next')).toBeEnabled();
  });

  it('says that the Pipeline that it was opened with is gone', async () => {
    const at = '/k8s/ns/supply-chain/image-triggers/~new?pipeline=gone';
    const route = '/k8s/ns/:ns/image-triggers/~new';
    const { user } = await renderPage({ page: <NewTriggerPage />, route, at });
    await fillStream(user);
    await user.click(footerButton('Next'));
    expect(
      await screen.findByText('There is no Pipeline gone in project supply-chain.'),
    ).toBeInTheDocument();
  });

  it('keeps what was filled in when one goes back', async () => {
    const { user } = await open();
    await fillStream(user);
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v*');
    await fillPipeline(user);
    await user.click(footerButton('Back'));
    expect(screen.getByRole('textbox', { name: 'Pattern' })).toHaveValue('v*');
    expect(screen.getByRole('combobox', { name: 'ImageStream' })).toHaveValue('order-service');
    await user.click(footerButton('Next'));
    expect(screen.getByRole('combobox', { name: 'Pipeline' })).toHaveValue('print-image');
  });

  it('is left without a trace', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    const { location, user } = await open(cluster);
    await fillStream(user);
    await user.click(footerButton('Cancel'));
    expect(location()).toBe('/k8s/all-namespaces/image-triggers');
    expect(partsIn(cluster)).toEqual(before);
  });
});
