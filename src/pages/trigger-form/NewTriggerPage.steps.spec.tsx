import { screen, waitFor, within } from '@testing-library/react';
import { samplePipeline } from '../../domain/sample-pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { openNew as open, untilLoaded } from '../../testing/new-trigger-page';
import { bind, create, fail, resources, startShop } from '../../testing/shop';
import { choose, fillPipeline, footerButton } from '../../testing/trigger-form';

const param = (name: string): HTMLElement[] =>
  within(screen.getByText(name, { selector: 'strong' }).closest('tr')!).getAllByRole('cell');

describe('the parameters', () => {
  it('are proposed by name, description and default, and can be changed', async () => {
    const { cluster, user } = await open();
    await untilLoaded();
    await fillPipeline(user, 'scan-and-sign');
    const select = (name: string) => screen.getByRole('combobox', { name: `Value of ${name}` });
    expect(select('IMAGE')).toHaveDisplayValue('Image reference with digest');
    expect(select('image-digest')).toHaveDisplayValue('Image digest');
    expect(select('tag')).toHaveDisplayValue('Tag');
    expect(param('tag')[2]).toHaveTextContent('latest');
    expect(select('severity')).toHaveDisplayValue('Default of the Pipeline');
    expect(param('severity')[2]).toHaveTextContent('HIGH');

    await user.selectOptions(select('tag'), 'Text');
    expect(param('tag')[1]).toHaveTextContent('The Pipeline needs a value.');
    expect(footerButton('Next')).toBeDisabled();
    const text = screen.getByRole('textbox', { name: 'Text for tag' });
    await user.type(text, '$(body)');
    expect(param('tag')[1]).toHaveTextContent(/would be replaced on the way/);
    await user.clear(text);
    await user.type(text, 'release-$(tag)');
    expect(param('tag')[2]).toHaveTextContent('release-latest');
    await user.selectOptions(select('severity'), 'Time of the push');
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(cluster.store.list(resources.triggerTemplates)).toHaveLength(1));
    const [template] = cluster.store.list(resources.triggerTemplates);
    const [run] = template!.spec!.resourcetemplates! as { spec: { params: unknown[] } }[];
    expect(run!.spec.params).toContainEqual({
      name: 'tag',
      value: 'release-$(tt.params.image-tag)',
    });
    expect(JSON.stringify(run!.spec.params)).toContain('"name":"severity"');
  });

  it('are previewed with the latest push that the rule matches', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v3.*');
    await fillPipeline(user, 'scan-and-sign');
    expect(param('tag')[2]).toHaveTextContent('v3.0.0');
  });

  it('are missed where a Pipeline has none', async () => {
    const cluster = await startShop();
    const bare = samplePipeline('supply-chain');
    await create(cluster, pipelineKind, {
      ...bare,
      metadata: { ...bare.metadata, name: 'bare' },
      spec: { ...bare.spec, params: [], tasks: [] },
    } as object);
    const { user } = await open(cluster);
    await untilLoaded();
    await fillPipeline(user, 'bare');
    expect(
      screen.getByText('The Pipeline has no parameters: it will not know which image was pushed.'),
    ).toBeInTheDocument();
  });
});

describe('a project without Pipelines', () => {
  it('gets the sample with one click', async () => {
    const { cluster, user } = await open();
    await untilLoaded();
    await user.click(footerButton('Next'));
    await choose(user, 'Project of the Pipeline', 'shop-frontend');
    const button = await screen.findByRole('button', {
      name: 'Create the sample Pipeline print-image',
    });
    await user.click(button);
    await waitFor(() => expect(button).not.toBeInTheDocument());
    expect(
      cluster.store.find(resources.pipelines, { namespace: 'shop-frontend', name: 'print-image' }),
    ).toBeDefined();
    await choose(user, 'Pipeline', 'print-image');
    expect(within(param('IMAGE')[1]!).getByRole('combobox')).toHaveDisplayValue(
      'Image reference with digest',
    );
  });

  it('says why the sample was refused', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'POST', path: 'shop-frontend/pipelines' },
      respond: { status: 403, reason: 'Forbidden', message: 'exceeded quota' },
    });
    const { user } = await open(cluster);
    await untilLoaded();
    await user.click(footerButton('Next'));
    await choose(user, 'Project of the Pipeline', 'shop-frontend');
    await user.click(await screen.findByRole('button', { name: /^Create the sample Pipeline/ }));
    expect(await screen.findByText('exceeded quota')).toBeInTheDocument();
  });
});

describe('the name', () => {
  it('is free when it is proposed, and checked when it is typed', async () => {
    const cluster = await startShop();
    await bind(cluster, { name: 'order-service-print-image' });
    const { user } = await open(cluster);
    await untilLoaded();
    await fillPipeline(user);
    const field = screen.getByRole('textbox', { name: 'Name of the trigger' });
    await waitFor(() => expect(field).toHaveValue('order-service-print-image-5'));
    for (const [name, problem] of [
      ['order-service-print-image', /^A Trigger or a TriggerTemplate of this name exists/],
      ['order-service-print-image-2', /^A Trigger or a TriggerTemplate of this name exists/],
      ['Orders', /^Use lower case letters/],
      ['n'.repeat(44), /^Use at most \d+ characters/],
    ] as const) {
      await user.clear(field);
      expect(screen.getByText('Enter a name.')).toBeInTheDocument();
      await user.type(field, name);
      expect(screen.getByText(problem)).toBeInTheDocument();
      expect(footerButton('Next')).toBeDisabled();
    }
    await user.clear(field);
    await user.type(field, 'orders');
    expect(footerButton('Next')).toBeEnabled();
    // A name that was typed is kept, whatever is chosen later.
    await choose(user, 'Pipeline', 'scan-and-sign');
    expect(field).toHaveValue('orders');
  });
});
