import { screen, within } from '@testing-library/react';
import { imageStreamKind } from '../../k8s/image-stream';
import { openMany, three } from '../../testing/many-form';
import { bind, create, fail, patch, startShop } from '../../testing/shop';
import { fillPipeline, footerButton } from '../../testing/trigger-form';

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

describe('the choice of many ImageStreams', () => {
  it('is narrowed by names with their projects and by labels, and each can be left out', async () => {
    const cluster = await startShop();
    const place = { kind: imageStreamKind, namespace: 'shop-images', name: 'cart' };
    await patch(cluster, place, { metadata: { labels: { tier: 'front' } } });
    const { user } = await openMany(cluster);
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
    const { user } = await openMany(await startShop());
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

  it('is in the title of the page, as long as many are chosen', async () => {
    const { user } = await openMany(await startShop());
    const title = (): string => screen.getByRole('heading', { level: 1 }).textContent;
    expect(title()).toBe('Create image triggers');
    expect(document.title).toContain('Create image triggers');
    await user.click(screen.getByRole('radio', { name: 'One ImageStream' }));
    expect(title()).toBe('Create image trigger');
    expect(document.title).not.toContain('Create image triggers');
  });

  it('is among those that were selected in a list, until all are asked for', async () => {
    const { user } = await openMany(await startShop(), three);
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
    const { user } = await openMany(await startShop(), three);
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
    const { user } = await openMany(cluster, three);
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
    const { user } = await openMany(cluster, `${three},platform/cart`);
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
    await openMany(cluster);
    expect(
      screen.getByText('The ImageStreams of 1 project cannot be read, and get no image trigger'),
    ).toBeInTheDocument();
    expect(offered().filter((key) => key.includes('platform'))).toEqual([]);
  });
});
