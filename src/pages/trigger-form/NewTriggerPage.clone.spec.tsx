import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { bind, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { choose, footerButton } from '../../testing/trigger-form';
import NewTriggerPage from './NewTriggerPage';

const openClone = (cluster: Shop, name = 'print-orders') =>
  renderPage({
    page: <NewTriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/~new',
    at: `/k8s/ns/supply-chain/image-triggers/~new?clone=${name}`,
    cluster,
  });

describe('cloning an image trigger', () => {
  it('opens with everything but the name, and lets one choose another ImageStream', async () => {
    const cluster = await startShop();
    const value = 'registry.example/x';
    const source = { from: 'literal', value } as const;
    const param = { name: 'IMAGE', type: 'string', hasDefault: false, source } as const;
    await bind(cluster, { rule: { kind: 'glob', pattern: 'v*' }, params: [param] });
    const { user, location } = await openClone(cluster);
    await screen.findByText(/tags match/);
    expect(screen.getByRole('textbox', { name: 'Pattern' })).toHaveValue('v*');
    await choose(user, 'ImageStream', 'cart');
    await user.click(footerButton('Next'));
    expect(await screen.findByRole('textbox', { name: 'Text for IMAGE' })).toHaveValue(value);
    expect(screen.getByRole('textbox', { name: 'Name of the trigger' })).toHaveValue(
      'cart-print-image',
    );
    await user.click(footerButton('Next'));
    await waitFor(() => expect(footerButton('Create')).toBeEnabled());
    await user.click(footerButton('Create'));
    await waitFor(() => expect(location()).toMatch(/image-triggers\/cart-print-image$/));
    const names = cluster.store
      .list(resources.triggerTemplates)
      .map(({ metadata }) => metadata.name);
    expect(names.sort()).toEqual(['cart-print-image', 'print-orders']);
  });

  it('says where there is nothing to clone', async () => {
    await openClone(await startShop(), 'nothing');
    expect(await screen.findByText('No image trigger nothing')).toBeInTheDocument();
  });
});
