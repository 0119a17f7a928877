import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { pipelineKind } from '../../k8s/pipeline';
import { takesOverAnnotation } from '../../domain/marks';
import { makeChain, runChain, takenChain } from '../../testing/found-chain';
import { parseTakenChain } from '../../domain/take-over/taken-chain';
import { renderPage } from '../../testing/render-page';
import { patch, push, remove, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { choose, footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

const namespace = 'supply-chain';

/** A shop with the chain `print`, whose Pipeline wants the type of the event, too. */
const shopWithChain = async (): Promise<Shop> => {
  const cluster = await startShop();
  await makeChain(cluster);
  const place = { kind: pipelineKind, namespace, name: 'print-image' };
  await patch(cluster, place, { spec: { params: [{ name: 'IMAGE' }, { name: 'TYPE' }] } });
  return cluster;
};

const open = (cluster: Shop) =>
  renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/~new',
    at: `/k8s/ns/${namespace}/image-triggers/~new?chain=supply-chain%2Fimages%2Fsupply-chain%2Fprint%2Fprint`,
    cluster,
  });

const choosing = async (user: UserEvent): Promise<void> => {
  await screen.findByText('The trigger takes the place of chain print');
  await choose(user, 'Project of the ImageStream', 'shop-images');
  await choose(user, 'ImageStream', 'order-service');
  await user.click(footerButton('Next'));
};

const rowOf = async (param: string) =>
  within((await screen.findByText(param, { selector: 'strong' })).closest('tr')!);

describe('taking over a chain', () => {
  it('says why an ImageStream is to be chosen, that pushes run twice, and what is left out', async () => {
    const { user } = await open(await shopWithChain());
    expect(await screen.findByText(/^The chain watches Images/)).toBeVisible();
    expect(screen.getByText(/until then a push runs twice/)).toBeVisible();
    expect(screen.getByText(/No run of the chain that is left tells/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'What is not taken over (2)' }));
    expect(screen.getByText(/^All other ImageStreams/)).toBeVisible();
    expect(screen.getByText(/^Runs for what is no push/)).toBeVisible();
    expect(footerButton('Next')).toBeDisabled();
  });

  it('offers the ImageStreams whose images the chain has run', async () => {
    const cluster = await shopWithChain();
    const { digest } = await push(cluster, { tag: 'v9' });
    const reference = `registry.example/shop-images/order-service@${digest}`;
    await runChain(cluster, 'print-1', reference);
    const { user } = await open(cluster);
    await user.click(
      await screen.findByRole('button', { name: 'Choose shop-images/order-service' }),
    );
    await screen.findByText(/tags match/);
    expect(screen.getByRole('combobox', { name: 'ImageStream' })).toHaveValue('order-service');
  });

  it('fills in what the chain gives, each with its reason, and leaves the rest to the user', async () => {
    const { user } = await open(await shopWithChain());
    await choosing(user);
    const image = await rowOf('IMAGE');
    expect(image.getByRole('combobox')).toHaveDisplayValue('Image reference with digest');
    expect(
      image.getByText(
        'Taken over: the chain gives it $(body.dockerImageReference), which is the same.',
      ),
    ).toBeVisible();
    const type = await rowOf('TYPE');
    expect(type.getByText('The Pipeline needs a value.')).toBeVisible();
    expect(
      type.getByText(/^Not taken over: the chain gives it \$\(header.Ce-Type\)/),
    ).toBeVisible();
    expect(footerButton('Next')).toBeDisabled();
    await user.selectOptions(image.getByRole('combobox'), 'Image digest');
    expect(image.getByText('The chain gives it $(body.dockerImageReference).')).toBeVisible();
  });

  it('creates a trigger that says whose place it takes, after a warning', async () => {
    const cluster = await shopWithChain();
    const { user, location } = await open(cluster);
    await choosing(user);
    await user.type(await screen.findByRole('textbox', { name: 'Text for TYPE' }), 'push');
    await user.click(footerButton('Next'));
    expect(
      await screen.findByText('Until you remove chain print, a push runs twice'),
    ).toBeVisible();
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/order-service-print-image$/));
    const lane = cluster.store.get(resources.triggers, {
      namespace,
      name: 'order-service-print-image',
    });
    const text = lane.metadata.annotations?.[takesOverAnnotation] ?? '';
    expect(parseTakenChain(text)).toEqual(takenChain);
  });

  it('takes the chain over also where its run is written as YAML', async () => {
    const cluster = await shopWithChain();
    const { user, location } = await open(cluster);
    await choosing(user);
    await user.click(screen.getByRole('radio', { name: 'YAML view' }));
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^PipelineRun/ });
    const value = field.value.replace(
      'name: TYPE\n      value: ""',
      'name: TYPE\n      value: push',
    );
    expect(value).not.toBe(field.value);
    fireEvent.change(field, { target: { value } });
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/order-service-print-image$/));
    const place = { namespace, name: 'order-service-print-image' };
    const { metadata } = cluster.store.get(resources.triggers, place);
    expect(metadata.annotations).toHaveProperty([takesOverAnnotation]);
    expect(JSON.stringify(cluster.store.get(resources.triggerTemplates, place).spec)).toContain(
      '{"name":"TYPE","value":"push"}',
    );
  });

  it('survives a reload with what was filled in', async () => {
    const cluster = await shopWithChain();
    const first = await open(cluster);
    await choosing(first.user);
    await first.user.type(await screen.findByRole('textbox', { name: 'Text for TYPE' }), 'push');
    first.unmount();
    const { user } = await open(cluster);
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    await user.click(footerButton('Next'));
    expect(await screen.findByRole('textbox', { name: 'Text for TYPE' })).toHaveValue('push');
    await user.click(footerButton('Next'));
    expect(await screen.findByText(/^Until you remove chain print/)).toBeVisible();
  });

  it('says where the chain is gone', async () => {
    await open(await startShop());
    expect(await screen.findByText('There is no such chain any more')).toBeVisible();
  });

  it('says where the chain cannot be taken over', async () => {
    const cluster = await shopWithChain();
    await remove(cluster, { kind: triggerTemplateKind, namespace, name: 'print' });
    await open(cluster);
    expect(await screen.findByText('This chain cannot be taken over')).toBeVisible();
    expect(screen.getByText(/^Its template is missing/)).toBeVisible();
  });
});
