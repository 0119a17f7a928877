import { screen, waitFor, within } from '@testing-library/react';
import { serviceAccountKind } from '../../k8s/service-account';
import { open as openEdit, ready as readyToSave } from '../../testing/edit-page';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { ready } from '../../testing/review-page';
import { bind, create, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const toggle = () => screen.getByRole('button', { name: 'Service account and timeouts' });
const account = () => screen.getByRole('combobox', { name: 'Service account' });
const timeout = (of: string) => screen.getByRole('textbox', { name: `Timeout of ${of}` });

const runSpecOf = (cluster: Shop) => {
  const [template] = cluster.store.list(resources.triggerTemplates);
  const [run] = template!.spec!.resourcetemplates! as { spec: object }[];
  return run!.spec;
};

describe('the settings of the runs', () => {
  it('are out of the way, and nothing is written of them where nothing is filled in', async () => {
    const { cluster, user, location } = await openNew();
    await untilLoaded();
    await fillPipeline(user);
    expect(toggle()).toHaveAttribute('aria-expanded', 'false');
    await user.click(footerButton('Next'));
    await ready();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(Object.keys(runSpecOf(cluster)).sort()).toEqual(['params', 'pipelineRef']);
  });

  it('are checked as Tekton does, and reach the template', async () => {
    const cluster = await startShop();
    await create(cluster, serviceAccountKind, {
      metadata: { name: 'promoter', namespace: 'supply-chain' },
    });
    const { user, location } = await openNew(cluster);
    await untilLoaded();
    await fillPipeline(user);
    await user.click(toggle());
    await user.type(account(), 'Promoter');
    expect(account()).toHaveAccessibleDescription(/^Use lower case letters/);
    // Where something is wrong, it cannot be put out of sight.
    await user.click(toggle());
    expect(account()).toBeVisible();
    expect(footerButton('Next')).toBeDisabled();
    await user.clear(account());
    await user.type(account(), 'promo');
    await waitFor(() =>
      expect(account()).toHaveAccessibleDescription(/There is no ServiceAccount promo now/),
    );
    await user.type(account(), 'ter');
    expect(account()).toHaveAccessibleDescription(/^Empty for the default of Pipelines/);

    await user.type(timeout('the Pipeline'), '2');
    expect(timeout('the Pipeline')).toHaveAccessibleDescription(/^Enter a duration/);
    expect(footerButton('Next')).toBeDisabled();
    await user.type(timeout('the Pipeline'), 'h');
    await user.type(timeout('its tasks'), '110m');
    await user.type(timeout('its finally tasks'), '11m');
    expect(timeout('its finally tasks')).toHaveAccessibleDescription(/must not take longer/);
    expect(footerButton('Next')).toBeDisabled();
    await user.clear(timeout('its finally tasks'));
    await user.type(timeout('its finally tasks'), '10m');
    await user.click(footerButton('Next'));
    await ready();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(runSpecOf(cluster)).toMatchObject({
      taskRunTemplate: { serviceAccountName: 'promoter' },
      timeouts: { pipeline: '2h', tasks: '110m', finally: '10m' },
    });
  });

  it('are shown to whoever edits them, and taken away again', async () => {
    const cluster = await startShop();
    await bind(cluster, {
      settings: {
        serviceAccount: 'builder',
        pipelineTimeout: '',
        tasksTimeout: '30m',
        finallyTimeout: '',
      },
    });
    const { user, location } = await openEdit(cluster);
    await user.click(footerButton('Next'));
    await screen.findByRole('combobox', { name: 'Pipeline' });
    expect(account()).toHaveValue('builder');
    expect(timeout('its tasks')).toHaveValue('30m');
    await user.clear(account());
    await user.clear(timeout('its tasks'));
    await user.type(timeout('its tasks'), '45m');
    await user.click(footerButton('Next'));
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    expect(
      changes
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual(['Service accountbuilderDefault', 'Timeout of its tasks30m45m']);
    await readyToSave();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    const spec = runSpecOf(cluster);
    expect(spec).toMatchObject({ timeouts: { tasks: '45m' } });
    expect(spec).not.toHaveProperty('taskRunTemplate');
  });
});
