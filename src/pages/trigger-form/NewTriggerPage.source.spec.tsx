import { screen, waitFor } from '@testing-library/react';
import { imageStreamKind } from '../../k8s/image-stream';
import { openEmpty, openNew, untilLoaded } from '../../testing/new-trigger-page';
import { patch, startShop } from '../../testing/shop';

const orders = { kind: imageStreamKind, namespace: 'shop-images', name: 'order-service' };

describe('the ImageStream that is chosen', () => {
  it('says what it imports on schedule, and what it could not import', async () => {
    const cluster = await startShop();
    const from = { kind: 'DockerImage', name: 'quay.io/shop/orders:mirror' };
    await patch(cluster, orders, {
      spec: { tags: [{ name: 'mirror', from, importPolicy: { scheduled: true } }] },
    });
    const condition = { type: 'ImportSuccess', status: 'False', message: 'unauthorized: no pull' };
    await patch(
      cluster,
      { ...orders, subresource: 'status' },
      { status: { tags: [{ tag: 'mirror', items: [], conditions: [condition] }] } },
    );
    await openNew(cluster);
    expect(await screen.findByText(/^OpenShift imports mirror on schedule/)).toBeInTheDocument();
    expect(screen.getByText('mirror: unauthorized: no pull')).toBeInTheDocument();
  });

  it('says nothing of imports where there are none', async () => {
    await openNew();
    await untilLoaded();
    expect(screen.queryByText(/imports/)).not.toBeInTheDocument();
    expect(screen.queryByText(/The last import/)).not.toBeInTheDocument();
  });
});

describe('the search for an ImageStream', () => {
  it('goes over all projects, and says which project each is of', async () => {
    const { user } = await openEmpty();
    const field = await screen.findByRole('combobox', { name: 'ImageStream' });
    const project = screen.getByRole('combobox', { name: 'Project of the ImageStream' });
    await waitFor(() => expect(project).toHaveValue('All projects'));
    await user.click(field);
    await user.keyboard('order');
    await user.click(await screen.findByRole('option', { name: 'shop-images/order-service' }));
    expect(field).toHaveValue('shop-images/order-service');
    await untilLoaded();
  });

  it('goes over the projects that one may see, where one may not see all at once', async () => {
    const { user } = await openEmpty('editor');
    await user.click(await screen.findByRole('combobox', { name: 'ImageStream' }));
    await user.keyboard('order');
    await user.click(await screen.findByRole('option', { name: 'shop-images/order-service' }));
    await untilLoaded();
  });
});
