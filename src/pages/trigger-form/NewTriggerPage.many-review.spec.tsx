import { screen, waitFor } from '@testing-library/react';
import { reviewMany, three } from '../../testing/many-form';
import { enlarge, fail, heal, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

const stateOf = (trigger: string): string =>
  screen
    .getByText(trigger, { selector: '[data-label="Image trigger"] *' })
    .closest('tr')!
    .querySelector('[data-label="State"]')!.textContent;

/** Resolves when the footer offers it: each trigger takes some forty requests before. */
const offers = (button: string) =>
  waitFor(() => expect(footerButton(button)).toBeEnabled(), { timeout: 10_000 });

const names = (cluster: Shop): string[] =>
  cluster.store
    .list(resources.triggerTemplates)
    .map(({ metadata }) => metadata.name)
    .sort();

describe('the review of many image triggers', () => {
  it('creates each of them, with what they share once', async () => {
    const cluster = await startShop();
    const { user, location } = await reviewMany(cluster);
    await offers('Create 3 image triggers');
    expect(
      screen.getByText(/^Pushes to 3 ImageStreams will run Pipeline print-image/),
    ).toHaveTextContent('Every push runs: also a rollback');
    // Three triggers of five objects, a listener's side, and a source's side for each project.
    expect(screen.getByText('28 objects')).toBeInTheDocument();
    expect(stateOf('cart-print-image')).toBe('Checked');
    await user.click(screen.getByRole('button', { name: 'Objects of cart-print-image' }));
    expect(
      screen.getByRole('button', { name: /^TriggerTemplate cart-print-image/ }),
    ).toBeInTheDocument();
    await user.click(footerButton('Create 3 image triggers'));
    await offers('Show the image triggers');
    expect(names(cluster)).toEqual([
      'cart-print-image',
      'nodejs-22-print-image',
      'order-service-print-image',
    ]);
    expect(cluster.store.list(resources.eventListeners)).toHaveLength(1);
    expect(cluster.store.list(resources.apiServerSources)).toHaveLength(2);
    expect(screen.getByRole('link', { name: 'cart-print-image' })).toBeInTheDocument();
    await user.click(footerButton('Show the image triggers'));
    expect(location()).toBe('/k8s/ns/supply-chain/image-triggers');
  });

  it('keeps in its row what is refused, and tries again what is left', async () => {
    const cluster = await startShop();
    const { user } = await reviewMany(cluster);
    await offers('Create 3 image triggers');
    await fail(cluster, {
      match: { method: 'POST', path: '/apiserversources$' },
      times: 1,
      respond: { status: 503, reason: 'ServiceUnavailable', message: 'no endpoints' },
    });
    await user.click(footerButton('Create 3 image triggers'));
    await offers('Try again (1)');
    expect(stateOf('nodejs-22-print-image')).toMatch(/^Not created.*no endpoints/);
    expect(screen.getByRole('alert')).toHaveTextContent(/1 image trigger was not created/);
    expect(names(cluster)).toEqual(['cart-print-image', 'order-service-print-image']);
    await heal(cluster);
    await user.click(footerButton('Try again (1)'));
    await offers('Show the image triggers');
    expect(stateOf('nodejs-22-print-image')).toBe('Created');
    expect(names(cluster)).toHaveLength(3);
  });

  it('says once what is refused of all, and can be asked again', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'POST', path: '/eventlisteners\\?dryRun=All' },
      respond: { status: 400, reason: 'BadRequest', message: 'no listeners today' },
    });
    const { user } = await reviewMany(cluster);
    const message = await screen.findByText('no listeners today');
    expect(message).toBeInTheDocument();
    expect(screen.getByText('This concerns 3 of the image triggers.')).toBeInTheDocument();
    expect(stateOf('cart-print-image')).toBe('Refused');
    await heal(cluster);
    await user.click(footerButton('Check again'));
    await offers('Create 3 image triggers');
    expect(names(cluster)).toEqual([]);
  });

  it('creates what is permitted, and says of the rest what is missing', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'POST', path: 'namespaces/platform/roles\\?dryRun=All' },
      respond: { status: 403, reason: 'Forbidden', message: 'no roles in platform' },
    });
    const { user } = await reviewMany(cluster);
    await offers('Create 2 image triggers');
    expect(stateOf('nodejs-22-print-image')).toMatch(/^Refused.*no roles in platform/);
    await user.click(footerButton('Create 2 image triggers'));
    await offers('Try again (1)');
    expect(names(cluster)).toHaveLength(2);
  });

  it('lists to an editor once what is missing for all', async () => {
    const cluster = await startShop();
    await reviewMany(cluster, three, 'editor');
    const title = /You do not have permission to create all of these image triggers/;
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getAllByText('create Roles in project supply-chain')).toHaveLength(1);
    expect(footerButton('Create 0 image triggers')).toBeDisabled();
  });

  it('warns where all together are too much for the listener', async () => {
    const cluster = await startShop();
    await enlarge(cluster, 'cart', 3);
    await reviewMany(cluster);
    expect(
      await screen.findByText('With these triggers, the listener of the project may lose pushes'),
    ).toBeInTheDocument();
  });
});
