import { screen, waitFor } from '@testing-library/react';
import { eventListenerKind } from '../../k8s/event-listener';
import { review, ready } from '../../testing/review-page';
import { bind, create, enlarge, resources, startShop } from '../../testing/shop';
import { footerButton } from '../../testing/trigger-form';

describe('creating an image trigger on a relay that is not as this version builds it', () => {
  it('says what differs and that it stays, and can be done', async () => {
    const cluster = await startShop();
    const spec = { serviceAccountName: 'pipeline', triggers: [{ template: { ref: 'mine' } }] };
    const metadata = { name: 'image-triggers', namespace: 'supply-chain' };
    await create(cluster, eventListenerKind, { metadata, ...{ spec } });
    const { user, location } = await review(cluster);
    await ready();
    const title = '1 shared object is there already, and is not what this version builds';
    expect(await screen.findByText(title, { exact: false })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /^EventListener .* Not of this plugin$/ }));
    expect(screen.getByText('/spec/serviceAccountName').closest('.pf-v6-l-grid')).toHaveTextContent(
      'In the clusterpipelineAs this version builds itimage-triggers-listener',
    );
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/order-service-print-image$/));
    expect(cluster.store.list(resources.eventListeners)).toMatchObject([{ spec }]);
  });

  it('says nothing of one that this version built', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await review(cluster);
    await ready();
    expect(screen.getByRole('heading', { name: /10 of them already there/ })).toBeInTheDocument();
    expect(screen.queryByText(/shared objects? (is|are) there already/)).not.toBeInTheDocument();
  });
});

describe('a listener that bears no more', () => {
  const warning = 'With this trigger, the listener of the project may lose pushes';

  it('is named before the trigger is created, which still can be', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await enlarge(cluster, 'order-service', 8);
    await review(cluster);
    expect(await screen.findByRole('heading', { name: new RegExp(warning) })).toBeInTheDocument();
    expect(
      screen.getByText(/shop-images\/order-service .* costs the listener/),
    ).toBeInTheDocument();
    await ready();
  });
});
