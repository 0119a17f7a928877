import { screen, waitFor } from '@testing-library/react';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import type { TriggerTemplate } from '../../k8s/trigger-template';
import { pipelineOfTemplate } from '../../domain/image-trigger';
import { open, ready, trigger } from '../../testing/edit-page';
import { bind, remove, resources, startShop } from '../../testing/shop';
import { choose, footerButton } from '../../testing/trigger-form';

describe('editing an image trigger whose template was deleted', () => {
  it('asks for the Pipeline again, and makes the template', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await remove(cluster, { kind: triggerTemplateKind, ...trigger });
    const { user, location } = await open(cluster);
    await user.click(footerButton('Next'));
    expect(await screen.findByRole('combobox', { name: 'Pipeline' })).toHaveValue('');
    await choose(user, 'Pipeline', 'print-image');
    await waitFor(() => expect(footerButton('Next')).toBeEnabled());
    await user.click(footerButton('Next'));
    const made = await screen.findByRole('button', { name: /^TriggerTemplate print-orders/ });
    expect(made).toHaveTextContent('New');
    await ready();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    const templates: TriggerTemplate[] = cluster.store.list(resources.triggerTemplates);
    expect(templates.map(pipelineOfTemplate)).toEqual(['print-image']);
  });
});
