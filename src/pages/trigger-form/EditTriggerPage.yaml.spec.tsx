import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { runOfTemplate } from '../../domain/image-trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { open, ready, trigger } from '../../testing/edit-page';
import { bind, patch, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

const templateOf = ({ store }: Shop) => store.get(resources.triggerTemplates, trigger);
const runIn = (cluster: Shop) => runOfTemplate(templateOf(cluster));

/** A trigger to whose run somebody has added what the form has no fields for. */
const startWithKept = async (): Promise<Shop> => {
  const cluster = await startShop();
  await bind(cluster);
  const { spec } = structuredClone(templateOf(cluster));
  const run = runOfTemplate({ spec })!;
  Object.assign(run.spec!, { taskRunSpecs: [{ pipelineTaskName: 'print' }] });
  Object.assign(run.metadata!.labels!, { 'tekton.dev/old': 'x' });
  await patch(cluster, { kind: triggerTemplateKind, ...trigger }, { spec });
  return cluster;
};

/** Opens the form with it, up to its YAML. */
const openYaml = async (cluster: Shop) => {
  const rendered = await open(cluster);
  await rendered.user.click(footerButton('Next'));
  await rendered.user.click(await screen.findByRole('radio', { name: 'YAML view' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'PipelineRun that each push starts',
  });
  const replace = (before: string, after: string): void => {
    expect(field.value).toContain(before);
    fireEvent.change(field, { target: { value: field.value.replace(before, after) } });
  };
  return { ...rendered, field, replace };
};

describe('the YAML of a trigger that is edited', () => {
  it('changes what the form has no fields for, and both sides are shown', async () => {
    const cluster = await startWithKept();
    const before = runIn(cluster)!;
    const { user, replace, location } = await openYaml(cluster);
    replace(
      'pipelineTaskName: print',
      'pipelineTaskName: print\n      serviceAccountName: printer',
    );
    replace('    tekton.dev/old: x\n', '    team: a\n');
    await user.click(footerButton('Next'));
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    expect(
      changes
        .getAllByRole('row')
        .slice(1)
        .map((row) =>
          within(row)
            .getAllByRole('cell')
            .map(({ textContent }) => textContent),
        ),
    ).toEqual([
      ['Label team', 'None', 'a'],
      [
        'spec.taskRunSpecs',
        '[{"pipelineTaskName":"print"}]',
        '[{"pipelineTaskName":"print","serviceAccountName":"printer"}]',
      ],
      ['metadata.labels.tekton.dev/old', 'x', 'None'],
    ]);
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    const labels = { ...before.metadata!.labels, team: 'a' };
    Reflect.deleteProperty(labels, 'tekton.dev/old');
    expect(runIn(cluster)).toEqual({
      ...before,
      metadata: { ...before.metadata, labels },
      spec: {
        ...before.spec,
        taskRunSpecs: [{ pipelineTaskName: 'print', serviceAccountName: 'printer' }],
      },
    });
  });

  it('shows what is kept, refuses what the plugin sets, and changes nothing by itself', async () => {
    const cluster = await startWithKept();
    const { user, field, replace } = await openYaml(cluster);
    expect(field.value).not.toContain('imagetriggers.dev');
    expect(screen.getByText(/Kept as it is: taskRunSpecs, label tekton.dev\/old/)).toBeVisible();
    replace('metadata:\n', 'metadata:\n  name: mine\n');
    expect(field).toHaveAccessibleDescription(/^Line 4, .* set metadata\.name themselves/);
    replace('  name: mine\n', '  name: $(tt.params.run-name)\n');
    expect(field).toBeValid();
    await user.click(footerButton('Next'));
    expect(await screen.findByText(/there is nothing to save/)).toBeInTheDocument();
  });
});
