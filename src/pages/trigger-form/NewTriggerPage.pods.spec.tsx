import { screen, waitFor, within } from '@testing-library/react';
import { noPodTemplate } from '../../domain/pod-template';
import { blankToleration } from '../../domain/toleration';
import { secretKind } from '../../k8s/secret';
import { open as openEdit, ready as readyToSave } from '../../testing/edit-page';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { ready } from '../../testing/review-page';
import { bind, create, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const toggle = () => screen.getByRole('button', { name: 'Nodes and security of the pods' });
const field = (name: string) => screen.getByRole('textbox', { name });
const button = (name: string) => screen.getByRole('button', { name });
const choice = (name: string) => screen.getByRole('combobox', { name });
const rootSwitch = () => screen.getByRole('checkbox', { name: 'Never run as root' });

const taskRunTemplateOf = (cluster: Shop): unknown => {
  const [template] = cluster.store.list(resources.triggerTemplates);
  const [run] = template!.spec!.resourcetemplates! as { spec: { taskRunTemplate?: unknown } }[];
  return run!.spec.taskRunTemplate;
};

describe('the pods of the runs', () => {
  it('are checked at their fields, and reach the template', async () => {
    const cluster = await startShop();
    await create(cluster, secretKind, { metadata: { name: 'quay', namespace: 'supply-chain' } });
    const { user, location } = await openNew(cluster);
    await untilLoaded();
    await fillPipeline(user);
    expect(toggle()).toHaveAttribute('aria-expanded', 'false');
    await user.click(toggle());

    await user.click(await screen.findByRole('button', { name: 'Add a node label' }));
    // A row that is blank asks for nothing.
    expect(footerButton('Next')).toBeEnabled();
    await user.type(field('Value of node label 1'), 'arm 64');
    expect(field('Name of node label 1')).toHaveAccessibleDescription(/^Enter the name of a label/);
    await user.type(field('Name of node label 1'), 'kubernetes.io/arch');
    expect(field('Name of node label 1')).toBeValid();
    expect(field('Value of node label 1')).toBeInvalid();
    expect(footerButton('Next')).toBeDisabled();
    await user.clear(field('Value of node label 1'));
    await user.type(field('Value of node label 1'), 'arm64');

    await user.click(button('Add a toleration'));
    await user.type(field('Value of toleration 1'), 'ci');
    expect(field('Key of toleration 1')).toHaveAccessibleDescription(/^Enter the key of a taint/);
    await user.type(field('Key of toleration 1'), 'dedicated');
    expect(screen.queryByRole('textbox', { name: 'Seconds of toleration 1' })).toBeNull();
    await user.selectOptions(choice('Effect of toleration 1'), 'NoExecute');
    await user.type(field('Seconds of toleration 1'), '1h');
    expect(field('Seconds of toleration 1')).toBeInvalid();
    await user.clear(field('Seconds of toleration 1'));
    await user.type(field('Seconds of toleration 1'), '60');
    await user.click(button('Add a toleration'));
    await user.selectOptions(choice('Operator of toleration 2'), 'Exists');
    expect(screen.queryByRole('textbox', { name: 'Value of toleration 2' })).toBeNull();

    await user.click(button('Add a pull secret'));
    await user.type(choice('Pull secret 1'), 'qua');
    await waitFor(() =>
      expect(choice('Pull secret 1')).toHaveAccessibleDescription(/There is no Secret qua now/),
    );
    await user.type(choice('Pull secret 1'), 'y');

    await user.click(rootSwitch());
    await user.type(field('User id'), '0');
    expect(field('User id')).toHaveAccessibleDescription(/^User 0 is root/);
    await user.clear(field('User id'));
    await user.type(field('Group id of volumes'), 'x');
    expect(field('Group id of volumes')).toHaveAccessibleDescription(/^Enter a whole number/);
    // Where something is wrong, it cannot be put out of sight.
    await user.click(toggle());
    expect(field('Group id of volumes')).toBeVisible();
    await user.clear(field('Group id of volumes'));
    await user.type(field('Group id of volumes'), '2000');
    await user.type(field('Priority class'), 'low');

    await user.click(footerButton('Next'));
    await ready();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(taskRunTemplateOf(cluster)).toEqual({
      podTemplate: {
        nodeSelector: { 'kubernetes.io/arch': 'arm64' },
        tolerations: [
          {
            key: 'dedicated',
            operator: 'Equal',
            value: 'ci',
            effect: 'NoExecute',
            tolerationSeconds: 60,
          },
          { operator: 'Exists' },
        ],
        imagePullSecrets: [{ name: 'quay' }],
        securityContext: { runAsNonRoot: true, fsGroup: 2000 },
        priorityClassName: 'low',
      },
    });
  });

  it('are shown to whoever edits them, beside what is kept, and taken away again', async () => {
    const cluster = await startShop();
    const podTemplate = { schedulerName: 'own', securityContext: { runAsGroup: 5 } };
    await bind(cluster, {
      pod: {
        ...noPodTemplate,
        tolerations: [{ ...blankToleration, key: 'dedicated', value: 'ci', effect: 'NoSchedule' }],
        pullSecrets: ['quay'],
        runAsUser: '1000',
      },
      kept: { spec: { taskRunTemplate: { podTemplate } }, labels: {}, annotations: {} },
    });
    const { user, location } = await openEdit(cluster);
    await user.click(footerButton('Next'));
    await screen.findByRole('combobox', { name: 'Pipeline' });
    expect(screen.getByText('Kept as it is: taskRunTemplate')).toBeVisible();
    expect(await screen.findByRole('textbox', { name: 'User id' })).toHaveValue('1000');
    await user.clear(field('User id'));
    await user.click(button('Remove toleration 1'));
    expect(button('Add a toleration')).toHaveFocus();
    await user.click(rootSwitch());
    await user.click(footerButton('Next'));
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    const rows = changes.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      'Tolerationsdedicated=ci:NoScheduleNone',
      'Never run as rootNoneYes',
      'User id1000None',
    ]);
    await readyToSave();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(taskRunTemplateOf(cluster)).toEqual({
      podTemplate: {
        schedulerName: 'own',
        securityContext: { runAsGroup: 5, runAsNonRoot: true },
        imagePullSecrets: [{ name: 'quay' }],
      },
    });
  });
});
