import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { open as openEdit, ready as readyToSave } from '../../testing/edit-page';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { bind, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const toggle = () => screen.getByRole('button', { name: 'Labels and annotations of the runs' });
const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });

/** What the template marks its run with, beside the plugin's own marks. */
const marksIn = (cluster: Shop) => {
  const [template] = cluster.store.list(resources.triggerTemplates);
  const [run] = template!.spec!.resourcetemplates! as {
    metadata: Record<'labels' | 'annotations', Record<string, string>>;
  }[];
  const { labels, annotations } = run!.metadata;
  return [labels, annotations].map((all) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => !/^(imagetriggers|app.kubernetes)/.test(name)),
    ),
  );
};

describe('the labels and annotations of the runs', () => {
  it('are checked at their fields, and reach the template', async () => {
    const { cluster, user, location } = await openNew();
    await untilLoaded();
    await fillPipeline(user);
    expect(toggle()).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle());
    await user.click(button('Add a label'));
    // A row that is blank asks for nothing.
    expect(footerButton('Next')).toBeEnabled();
    await user.type(field('Name of label 1'), 'imagetriggers.dev/tag');
    expect(field('Name of label 1')).toBeInvalid();
    expect(field('Name of label 1')).toHaveAccessibleDescription(/^This name is reserved/);
    expect(footerButton('Next')).toBeDisabled();
    await user.clear(field('Name of label 1'));
    await user.type(field('Name of label 1'), 'team');
    await user.type(field('Value of label 1'), 'supply chain');
    expect(field('Name of label 1')).toBeValid();
    expect(field('Value of label 1')).toBeInvalid();
    expect(field('Value of label 1')).toHaveAccessibleDescription(/take an annotation/);
    await user.clear(field('Value of label 1'));
    await user.type(field('Value of label 1'), 'supply-chain');
    await user.click(button('Add an annotation'));
    await user.type(field('Name of annotation 1'), 'example.com/about');
    await user.type(field('Value of annotation 1'), 'pushed as $(tag)');
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(marksIn(cluster)).toEqual([
      { team: 'supply-chain' },
      { 'example.com/about': 'pushed as $(tt.params.image-tag)' },
    ]);
  });

  it('are refused at the largest where all annotations are too large together', async () => {
    const { user } = await openNew();
    await untilLoaded();
    await fillPipeline(user);
    await user.click(toggle());
    await user.click(button('Add an annotation'));
    await user.type(field('Name of annotation 1'), 'about');
    const value = field('Value of annotation 1');
    fireEvent.change(value, { target: { value: 'x'.repeat(241 * 1024) } });
    expect(value).toBeInvalid();
    expect(value).toHaveAccessibleDescription(/they may take 240 KiB\./);
    expect(footerButton('Next')).toBeDisabled();
    fireEvent.change(value, { target: { value: 'x'.repeat(239 * 1024) } });
    expect(value).toBeValid();
    expect(footerButton('Next')).toBeEnabled();
  });

  it('are shown to whoever edits them, and taken away again', async () => {
    const cluster = await startShop();
    await bind(cluster, {
      metadata: {
        labels: [
          { name: 'team', value: 'a' },
          { name: 'stage', value: 'test' },
        ],
        annotations: [{ name: 'about', value: 'of $(tag)' }],
      },
    });
    const { user, location } = await openEdit(cluster);
    await user.click(footerButton('Next'));
    await screen.findByRole('combobox', { name: 'Pipeline' });
    expect(field('Value of annotation 1')).toHaveValue('of $(tag)');
    await user.click(button('Remove label 1'));
    expect(button('Add a label')).toHaveFocus();
    expect(field('Name of label 1')).toHaveValue('stage');
    await user.type(field('Value of label 1'), '-2');
    await user.click(footerButton('Next'));
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    const rows = changes.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      'Label stagetesttest-2',
      'Label teamaNone',
    ]);
    await readyToSave();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(marksIn(cluster)).toEqual([{ stage: 'test-2' }, { about: 'of $(tt.params.image-tag)' }]);
  });
});
