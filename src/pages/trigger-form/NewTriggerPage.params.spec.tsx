import { screen, waitFor, within } from '@testing-library/react';
import type { ParamSpec } from '../../k8s/pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { open as openEdit, ready as readyToSave } from '../../testing/edit-page';
import { openNew, untilLoaded } from '../../testing/new-trigger-page';
import { ready } from '../../testing/review-page';
import { bind, create, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

const texts = (...keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, { type: 'string' }] as const));

const image: ParamSpec = {
  name: 'image',
  type: 'object',
  description: 'The image and where it goes',
  properties: texts('url', 'digest', 'target'),
};

const server: ParamSpec = {
  name: 'server',
  type: 'object',
  properties: texts('host', 'path'),
  default: { host: 'rekor.example', path: '/api' },
};

/** A shop with a Pipeline `inspect` that has these parameters. */
const shopWith = async (...params: ParamSpec[]): Promise<Shop> => {
  const cluster = await startShop();
  const tasks = [{ name: 'print', taskRef: { name: 'print' } }];
  const metadata = { name: 'inspect', namespace: 'supply-chain' };
  const pipeline = { metadata, spec: { params, tasks } };
  await create(cluster, pipelineKind, pipeline);
  return cluster;
};

const value = (name: string) => screen.getByRole('combobox', { name: `Value of ${name}` });
const text = (name: string) => screen.getByRole('textbox', { name: `Text for ${name}` });
const rowOf = (name: string) => within(value(name).closest('tr')!);

const optionsOf = (name: string): (string | null)[] =>
  within(value(name))
    .getAllByRole<HTMLOptionElement>('option')
    .filter(({ disabled }) => !disabled)
    .map(({ textContent }) => textContent);

const paramsOf = (cluster: Shop): unknown => {
  const [template] = cluster.store.list(resources.triggerTemplates);
  const [run] = template!.spec!.resourcetemplates! as { spec: { params: unknown } }[];
  return run!.spec.params;
};

describe('a parameter of type object', () => {
  it('is filled key by key, and reaches the template with fields of the push', async () => {
    const cluster = await shopWith(image);
    const { user, location } = await openNew(cluster);
    await untilLoaded();
    await fillPipeline(user, 'inspect');
    expect(value('image')).toHaveDisplayValue('Key by key');
    expect(value('image.url')).toHaveDisplayValue('Image reference with digest');
    expect(rowOf('image.digest').getByText(/^sha256:/)).toBeVisible();
    // No name says what the last one is.
    expect(text('image.target')).toHaveAccessibleDescription(/^The Pipeline needs a value\./);
    expect(footerButton('Next')).toBeDisabled();
    await user.type(text('image.target'), 'releases/$((tag');
    expect(text('image.target')).toHaveAccessibleDescription(/^Anything in/);
    await user.clear(text('image.target'));
    await user.type(text('image.target'), 'releases:$(tag)');
    expect(rowOf('image.target').getByText(/^releases:[^$]+$/)).toBeVisible();
    await user.click(footerButton('Next'));
    await ready();
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/[-a-z]+$/));
    expect(paramsOf(cluster)).toEqual([
      {
        name: 'image',
        value: {
          url: '$(tt.params.image-reference)',
          digest: '$(tt.params.image-digest)',
          target: 'releases:$(tt.params.image-tag)',
        },
      },
    ]);
  });

  it('has the default of the Pipeline, or all of its keys begin with what that says', async () => {
    const { user } = await openNew(await shopWith(server));
    await untilLoaded();
    await fillPipeline(user, 'inspect');
    expect(value('server')).toHaveDisplayValue('Default of the Pipeline');
    expect(screen.queryByRole('combobox', { name: 'Value of server.host' })).toBeNull();
    await user.selectOptions(value('server'), 'Key by key');
    expect(text('server.host')).toHaveValue('rekor.example');
    expect(text('server.path')).toHaveValue('/api');
    expect(rowOf('server').getByText(/^Runs get nothing of the default/)).toBeVisible();
    // No key can be left to the default.
    expect(optionsOf('server.path')).not.toContain('Default of the Pipeline');
    await user.clear(text('server.path'));
    await waitFor(() => expect(footerButton('Next')).toBeEnabled());
  });

  it('keeps a key that the Pipeline does not declare, until it is left out', async () => {
    const cluster = await shopWith({ ...image, properties: texts('url', 'digest') });
    await bind(cluster, {
      pipeline: 'inspect',
      params: [
        {
          name: 'image',
          type: 'object',
          hasDefault: false,
          source: {
            from: 'object',
            keys: [
              { name: 'url', source: { from: 'push', field: 'reference' } },
              { name: 'old', source: { from: 'literal', value: 'x' } },
            ],
          },
        },
      ],
    });
    const { user, location } = await openEdit(cluster);
    await user.click(footerButton('Next'));
    await screen.findByRole('combobox', { name: 'Pipeline' });
    // Declared since, and in no run yet.
    expect(value('image.digest')).toHaveDisplayValue('Choose a value');
    expect(value('image.digest')).toHaveAccessibleDescription(/^The Pipeline needs a value\./);
    expect(footerButton('Next')).toBeDisabled();
    await user.selectOptions(value('image.digest'), 'Image digest');
    expect(text('image.old')).toHaveValue('x');
    expect(rowOf('image.old').getByText('The Pipeline does not declare this key.')).toBeVisible();
    await user.selectOptions(value('image.old'), 'Left out');
    expect(screen.queryByRole('combobox', { name: 'Value of image.old' })).toBeNull();
    await user.click(footerButton('Next'));
    const changes = within(await screen.findByRole('grid', { name: 'Your changes' }));
    const rows = changes.getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      'Parameter image.digestNoneImage digest',
      'Parameter image.oldxNone',
    ]);
    await readyToSave();
    await user.click(footerButton('Save'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/print-orders$/));
    expect(paramsOf(cluster)).toEqual([
      {
        name: 'image',
        value: { url: '$(tt.params.image-reference)', digest: '$(tt.params.image-digest)' },
      },
    ]);
  });
});
