import { screen, waitFor, within } from '@testing-library/react';
import { imageStreamKind } from '../../k8s/image-stream';
import { bind, create, enlarge, fail, heal, patch, resources, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { renderPage } from '../../testing/render-page';
import { fillPipeline, footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

/** Opens the form for many ImageStreams: those that were selected in a list, or all. */
const open = async (cluster: Shop, streams = '', as?: PersonName) => {
  const query = streams === '' ? '' : `?streams=${encodeURIComponent(streams)}`;
  const rendered = await renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/all-namespaces/image-triggers/~new',
    at: `/k8s/all-namespaces/image-triggers/~new${query}`,
    cluster,
    as,
  });
  if (streams === '')
    await rendered.user.click(await screen.findByRole('radio', { name: 'Many ImageStreams' }));
  await screen.findByText(/ImageStreams? match/);
  return rendered;
};

/** The keys of the ImageStreams in the table, those that are left out in brackets. */
const offered = (): string[] =>
  within(screen.getByRole('grid', { name: 'ImageStreams that match' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => {
      const cell = (name: string): string =>
        row.querySelector(`[data-label="${name}"]`)!.textContent;
      const key = `${cell('Project')}/${cell('ImageStream')}`;
      const box = within(row).queryByRole('checkbox');
      return box && (box as HTMLInputElement).checked ? key : `(${key})`;
    })
    .sort();

const three = 'shop-images/cart,shop-images/order-service,platform/nodejs-22';

/** Fills the form for three ImageStreams of two projects, up to its review. */
const review = async (cluster: Shop, as?: PersonName) => {
  const rendered = await open(cluster, three, as);
  await fillPipeline(rendered.user);
  await rendered.user.click(footerButton('Next'));
  return rendered;
};

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

describe('the choice of many ImageStreams', () => {
  it('is narrowed by names with their projects and by labels, and each can be left out', async () => {
    const cluster = await startShop();
    const place = { kind: imageStreamKind, namespace: 'shop-images', name: 'cart' };
    await patch(cluster, place, { metadata: { labels: { tier: 'front' } } });
    const { user } = await open(cluster);
    expect(screen.getByText('12 ImageStreams match')).toBeInTheDocument();
    const [pattern, labels] = ['Name pattern', 'Labels'].map((name) =>
      screen.getByRole('textbox', { name }),
    );
    await user.type(pattern!, 'shop-p*/*, cart');
    expect(offered()).toEqual([
      'shop-images/cart',
      'shop-payments/fraud-check',
      'shop-payments/payments-api',
    ]);
    await user.click(screen.getByRole('checkbox', { name: /ImageStream fraud-check in project/ }));
    expect(offered()).toContain('(shop-payments/fraud-check)');
    expect(screen.getByText(/^2 of them get an image trigger each\./)).toHaveTextContent(
      'ImageStreams that are created later get none.',
    );
    await user.type(labels!, 'tier=front');
    expect(offered()).toEqual(['shop-images/cart']);
    await user.clear(labels!);
    // What was left out stays so.
    expect(offered()).toContain('(shop-payments/fraud-check)');
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    expect(footerButton('Next')).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Select all (3)' }));
    expect(footerButton('Next')).toBeEnabled();
  });

  it('says at its field what no name and no label can be', async () => {
    const { user } = await open(await startShop());
    const pattern = screen.getByRole('textbox', { name: 'Name pattern' });
    await user.type(pattern, 'Cart');
    expect(pattern).toHaveAccessibleDescription(/^No ImageStream can be called Cart:/);
    expect(footerButton('Next')).toBeDisabled();
    await user.clear(pattern);
    const labels = screen.getByRole('textbox', { name: 'Labels' });
    await user.type(labels, 'team,a=b=c');
    expect(labels).toHaveAccessibleDescription(/^a=b=c asks for no label\./);
    await user.clear(labels);
    await user.type(pattern, 'nothing-at-all');
    expect(screen.getByText('No ImageStream matches.')).toBeInTheDocument();
    expect(footerButton('Next')).toBeDisabled();
  });

  it('is among those that were selected in a list, until all are asked for', async () => {
    const { user } = await open(await startShop(), three);
    expect(offered()).toEqual([
      'platform/nodejs-22',
      'shop-images/cart',
      'shop-images/order-service',
    ]);
    await user.click(screen.getByRole('button', { name: 'Offer all' }));
    expect(offered()).toHaveLength(12);
    expect(screen.getByRole('textbox', { name: 'Name pattern' })).toHaveFocus();
  });

  it('says how many tags of each match, and how many runs the pushes would have made', async () => {
    const { user } = await open(await startShop(), three);
    await user.click(screen.getByRole('radio', { name: 'Pattern' }));
    await user.type(screen.getByRole('textbox', { name: 'Pattern' }), 'v*');
    const tags = (name: string): string =>
      screen.getByText(name).closest('tr')!.querySelector('[data-label="Tags that match"]')!
        .textContent;
    expect(['cart', 'order-service', 'nodejs-22'].map(tags)).toEqual([
      '3 of 5',
      '2 of 4',
      '0 of 1',
    ]);
    await user.click(
      screen.getByRole('button', { name: /^\d+ of \d+ pushes since .* would have run/ }),
    );
    const pushes = screen.getByRole('grid', { name: 'Pushes that the ImageStreams hold' });
    expect(within(pushes).getAllByText('shop-images/cart').length).toBeGreaterThan(0);
  });

  it('leaves out what a trigger runs the Pipeline for, and says which', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await open(cluster, three);
    await fillPipeline(user);
    await user.click(await screen.findByRole('button', { name: /^1 ImageStream is left out/ }));
    const left = screen.getByRole('grid', { name: 'ImageStreams that are left out' });
    expect(within(left).getByText('shop-images/order-service')).toBeInTheDocument();
    expect(within(left).getByText('print-orders')).toBeInTheDocument();
    await user.click(footerButton('Back'));
    expect(offered()).toContain('(shop-images/order-service)');
    expect(
      screen.getByText('Left out: print-orders runs this Pipeline for it already'),
    ).toBeInTheDocument();
  });

  it('names the triggers by the ImageStreams, with a prefix and a suffix', async () => {
    const cluster = await startShop();
    await create(cluster, imageStreamKind, { metadata: { namespace: 'platform', name: 'cart' } });
    const { user } = await open(cluster, `${three},platform/cart`);
    await fillPipeline(user);
    await user.type(screen.getByRole('textbox', { name: 'Prefix of the names' }), 'ci-');
    const suffix = screen.getByRole('textbox', { name: 'Suffix of the names' });
    expect(suffix).toHaveValue('-print-image');
    await user.clear(suffix);
    await user.type(suffix, '-x-');
    expect(suffix).toHaveAccessibleDescription(/end with a letter or digit/);
    expect(footerButton('Next')).toBeDisabled();
    await user.type(suffix, 'y');
    await user.click(screen.getByRole('button', { name: '4 image triggers' }));
    const list = screen.getByRole('grid', { name: 'Names of the triggers' });
    expect(
      within(list)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual([
      'platform/cartci-platform-cart-x-y',
      'platform/nodejs-22ci-nodejs-22-x-y',
      'shop-images/cartci-shop-images-cart-x-y',
      'shop-images/order-serviceci-order-service-x-y',
    ]);
  });

  it('cannot tell of projects that the user may not read', async () => {
    const cluster = await startShop();
    await fail(cluster, {
      match: { method: 'GET', path: '^/apis/image.openshift.io/v1/imagestreams\\?' },
      respond: { status: 403, reason: 'Forbidden', message: 'not all' },
    });
    await fail(cluster, {
      match: { method: 'GET', path: 'namespaces/platform/imagestreams\\?' },
      respond: { status: 403, reason: 'Forbidden', message: 'not those' },
    });
    await open(cluster);
    expect(
      screen.getByText('The ImageStreams of 1 project cannot be read, and get no image trigger'),
    ).toBeInTheDocument();
    expect(offered().filter((key) => key.includes('platform'))).toEqual([]);
  });
});

describe('the review of many image triggers', () => {
  it('creates each of them, with what they share once', async () => {
    const cluster = await startShop();
    const { user, location } = await review(cluster);
    await offers('Create 3 image triggers');
    expect(
      screen.getByText(/^Pushes to 3 ImageStreams will run Pipeline print-image/),
    ).toBeVisible();
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
    const { user } = await review(cluster);
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
    const { user } = await review(cluster);
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
    const { user } = await review(cluster);
    await offers('Create 2 image triggers');
    expect(stateOf('nodejs-22-print-image')).toMatch(/^Refused.*no roles in platform/);
    await user.click(footerButton('Create 2 image triggers'));
    await offers('Try again (1)');
    expect(names(cluster)).toHaveLength(2);
  });

  it('lists to an editor once what is missing for all', async () => {
    const cluster = await startShop();
    await review(cluster, 'editor');
    const title = /You do not have permission to create all of these image triggers/;
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.getAllByText('create Roles in project supply-chain')).toHaveLength(1);
    expect(footerButton('Create 0 image triggers')).toBeDisabled();
  });

  it('warns where all together are too much for the listener', async () => {
    const cluster = await startShop();
    await enlarge(cluster, 'cart', 3);
    await review(cluster);
    expect(
      await screen.findByText('With these triggers, the listener of the project may lose pushes'),
    ).toBeInTheDocument();
  });
});
