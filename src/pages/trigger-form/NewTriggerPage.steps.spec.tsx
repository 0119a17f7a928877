import { screen, waitFor, within } from '@testing-library/react';
import { samplePipeline } from '../../domain/sample-pipeline';
import { pipelineKind } from '../../k8s/pipeline';
import { renderPage } from '../../testing/render-page';
import { bind, create, fail, push, resources, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { choose, fillPipeline, footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

const open = (cluster?: Shop, as?: PersonName) =>
  renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/~new',
    at: '/k8s/ns/supply-chain/image-triggers/~new?stream=shop-images%2Forder-service',
    cluster,
    as,
  });

const tagsThat = (icon: 'matches' | 'does not match'): string[] =>
  screen
    .queryAllByTitle(icon)
    .map((title) => title.closest('.pf-v6-c-label')!.textContent.replace(icon, ''));

const param = (name: string): HTMLElement[] =>
  within(screen.getByText(name, { selector: 'strong' }).closest('tr')!).getAllByRole('cell');

const untilLoaded = () => screen.findByText(/tags match/);

describe('the tags that start a run', () => {
  it('are shown as matching or not while one types a pattern', async () => {
    const { user } = await open();
    expect(await screen.findByText('4 of 4 tags match.')).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    expect(screen.getByText('Enter a pattern.')).toBeInTheDocument();
    expect(footerButton('Next')).toBeDisabled();
    await user.keyboard('{Tab}v3.*');
    expect(tagsThat('matches')).toEqual(['v3.0.0', 'v3.0.0-rc.1']);
    expect(tagsThat('does not match')).toEqual(['latest', 'pr-412']);
    expect(screen.getByText('2 of 4 tags match.')).toBeInTheDocument();
    await user.keyboard('x');
    expect(screen.getByText(/^No tag matches yet/)).toBeInTheDocument();
    expect(footerButton('Next')).toBeEnabled();
  });

  it('leave out what is to be ignored', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.type(screen.getByRole('textbox', { name: 'Tags to ignore' }), 'pr-*, *-rc*,');
    expect(screen.getByRole('textbox', { name: 'Tags to ignore' })).toHaveValue('pr-*, *-rc*,');
    expect(tagsThat('matches')).toEqual(['latest', 'v3.0.0']);
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v*');
    expect(tagsThat('matches')).toEqual(['v3.0.0']);
    await fillPipeline(user);
    await user.click(footerButton('Next'));
    expect(await screen.findByText(/Tags: Pattern: v\* except pr-\*, \*-rc\*\./)).toBeVisible();
  });

  it('are those of a regular expression that the listener understands', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Regular expression' }));
    const field = screen.getByRole('textbox', { name: 'Regular expression' });
    await user.type(field, 'v(');
    expect(screen.getByText(/^Not a regular expression that the listener/)).toBeInTheDocument();
    expect(field).toBeInvalid();
    expect(tagsThat('matches')).toEqual([]);
    expect(footerButton('Next')).toBeDisabled();
    await user.type(field, '3|4).*-rc.*');
    expect(tagsThat('matches')).toEqual(['v3.0.0-rc.1']);
    expect(footerButton('Next')).toBeEnabled();
    // JavaScript knows a look-ahead, RE2 does not.
    await user.clear(field);
    await user.type(field, '(?!pr).*');
    expect(screen.getByText(/^Not a regular expression that the listener/)).toBeInTheDocument();
  });

  it('can be listed by clicks, or typed with commas', async () => {
    const { user } = await open();
    await untilLoaded();
    await user.click(screen.getByRole('radio', { name: 'Exact tags' }));
    expect(screen.getByText('Name at least one tag.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /latest/ }));
    await user.click(screen.getByRole('button', { name: /v3\.0\.0$/ }));
    const field = screen.getByRole('textbox', { name: 'Exact tags' });
    expect(field).toHaveValue('latest, v3.0.0');
    await user.type(field, ', new,');
    expect(field).toHaveValue('latest, v3.0.0, new,');
    await user.click(screen.getByRole('button', { name: /latest/ }));
    expect(field).toHaveValue('v3.0.0, new');
    expect(tagsThat('matches')).toEqual(['v3.0.0']);
  });

  it('appear as they are pushed', async () => {
    const { cluster } = await open();
    await untilLoaded();
    await push(cluster, { tag: 'v5' });
    expect(await screen.findByText('5 of 5 tags match.')).toBeInTheDocument();
    expect(screen.getByText(/^Latest push: v5/)).toBeInTheDocument();
  });
});

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
    await user.type(text, 'release');
    expect(param('tag')[2]).toHaveTextContent('release');
    await user.selectOptions(select('severity'), 'Time of the push');
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(cluster.store.list(resources.triggerTemplates)).toHaveLength(1));
    const [template] = cluster.store.list(resources.triggerTemplates);
    const [run] = template!.spec!.resourcetemplates! as { spec: { params: unknown[] } }[];
    expect(run!.spec.params).toContainEqual({ name: 'tag', value: 'release' });
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

  it('warn of workspaces that the form cannot fill', async () => {
    const { user } = await open();
    await untilLoaded();
    await fillPipeline(user, 'promote');
    expect(screen.getByText(/The Pipeline needs workspaces: environment$/)).toBeInTheDocument();
    expect(param('git-revision')[1]).toHaveTextContent('The Pipeline needs a value.');
    expect(footerButton('Next')).toBeDisabled();
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
