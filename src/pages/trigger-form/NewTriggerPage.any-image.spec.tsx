import { screen, waitFor, within } from '@testing-library/react';
import { openEmpty, openNew } from '../../testing/new-trigger-page';
import { push, resources } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const anyImage = () => screen.findByRole('radio', { name: 'Any image of the cluster' });

const rule = () => screen.getByRole('textbox', { name: 'Pattern' });

describe('the form for any image of the cluster', () => {
  it('warns, takes a rule for repositories, and makes a trigger that runs what is new', async () => {
    const { cluster, user, location } = await openEmpty();
    await user.click(await anyImage());
    expect(
      screen.getByRole('heading', { name: /Every image that is new to the cluster starts a run/ }),
    ).toBeVisible();
    expect(screen.queryByRole('combobox', { name: 'ImageStream' })).not.toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'Version range' })).not.toBeInTheDocument();
    expect(
      await screen.findByText(/of \d+ Images? since .* would have run|pushes since/),
    ).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(rule(), '*/shop-images/cart');
    expect(await screen.findByText(/^1 of \d+ repositories match\.$/)).toBeVisible();

    await fillPipeline(user);
    const value = screen.getByRole('combobox', { name: 'Value of IMAGE' });
    expect(value).toHaveDisplayValue('Image reference with digest');
    expect(within(value).getByRole('option', { name: 'Tag' })).toBeDisabled();
    expect(within(value).getByRole('option', { name: 'Image digest' })).toBeEnabled();
    expect(screen.getByRole('textbox', { name: 'Name of the trigger' })).toHaveValue(
      'any-image-print-image',
    );

    await user.click(footerButton('Next'));
    expect(
      await screen.findByText(/^Images that are new to the cluster will run Pipeline print-image/),
    ).toHaveTextContent('Repositories: Pattern: */shop-images/cart.');
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    expect(screen.getByRole('button', { name: /^ClusterRoleBinding / })).toBeVisible();
    await user.click(footerButton('Create'));
    await waitFor(() =>
      expect(location()).toBe('/k8s/ns/supply-chain/image-triggers/any-image-print-image'),
    );
    await waitFor(() => {
      const [source] = cluster.store.list(resources.apiServerSources);
      expect(source?.status?.conditions).toContainEqual(
        expect.objectContaining({ type: 'Ready', status: 'True' }),
      );
    });
    await push(cluster);
    const { digest } = await push(cluster, { stream: 'cart' });
    await waitFor(() => {
      const runs = cluster.store.list(resources.pipelineRuns);
      expect(runs.map(({ spec }) => spec?.params)).toEqual([
        [{ name: 'IMAGE', value: expect.stringMatching(`cart@${digest}$`) as string }],
      ]);
    });
  });

  it('goes back to one ImageStream with nothing chosen', async () => {
    const { user } = await openNew();
    await user.click(await anyImage());
    await user.click(screen.getByRole('radio', { name: 'One ImageStream' }));
    expect(screen.getByRole('combobox', { name: 'ImageStream' })).toHaveValue('');
    expect(footerButton('Next')).toBeDisabled();
  });

  it('says to somebody without rights in the cluster what is missing', async () => {
    const { user } = await openNew(undefined, 'editor');
    await user.click(await anyImage());
    expect(await screen.findByText('The Images of the cluster cannot be read')).toBeVisible();
    await fillPipeline(user);
    await user.click(footerButton('Next'));
    const denied = await screen.findByRole('heading', {
      name: /You do not have permission to create this trigger/,
    });
    expect(denied.closest('.pf-v6-c-alert')).toHaveTextContent('create ClusterRoleBindings');
    expect(footerButton('Create')).toBeDisabled();
  });
});
