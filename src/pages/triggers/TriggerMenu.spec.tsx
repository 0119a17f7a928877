import { screen, waitFor } from '@testing-library/react';
import { triggerKind } from '../../k8s/trigger';
import { renderPage } from '../../testing/render-page';
import { bind, create, patch, resources, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import TriggerPage from './TriggerPage';

const trigger = { namespace: 'supply-chain', name: 'print-orders' };

const openMenu = async (cluster: Shop, as?: PersonName) => {
  const rendered = await renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: '/k8s/ns/supply-chain/image-triggers/print-orders',
    cluster,
    as,
  });
  await rendered.user.click(await screen.findByRole('button', { name: 'Actions' }));
  return rendered;
};

const entry = (name: string) => screen.findByRole('menuitem', { name: new RegExp(`^${name}`) });

describe('the menu of an image trigger', () => {
  it('leads to the form that edits it and to the one that clones it', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await openMenu(cluster);
    const page = '/k8s/ns/supply-chain/image-triggers';
    expect(await entry('Edit')).toHaveAttribute('href', `${page}/print-orders/~edit`);
    expect(await entry('Clone')).toHaveAttribute('href', `${page}/~new?clone=print-orders`);
  });

  it('says to a viewer why neither can be done', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await openMenu(cluster, 'viewer');
    await waitFor(async () => expect(await entry('Edit')).toHaveAttribute('aria-disabled', 'true'));
    expect(await entry('Edit')).toHaveTextContent(/permission to change Triggers/);
    expect(await entry('Clone')).toHaveTextContent(/permission to create Triggers/);
  });

  it('says why what was changed by hand cannot be edited', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await patch(cluster, { kind: triggerKind, ...trigger }, { spec: { interceptors: [] } });
    await openMenu(cluster);
    expect(await entry('Edit')).toHaveAttribute('aria-disabled', 'true');
    expect(await entry('Edit')).toHaveTextContent(/changed by hand/);
  });

  it('ends an edit that nobody ended', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const [root] = cluster.store.list(resources.triggers);
    const { name, uid } = root!.metadata;
    const owner = { apiVersion: root!.apiVersion, kind: 'Trigger', name, uid };
    const labels = {
      'app.kubernetes.io/managed-by': 'image-triggers-plugin',
      'imagetriggers.dev/bridge': name,
    };
    await create(cluster, triggerKind, {
      ...root,
      metadata: { name: 'bridge', namespace: trigger.namespace, labels, ownerReferences: [owner] },
    });
    const { user } = await openMenu(cluster);
    expect(screen.getByText(/An edit of the trigger is not finished/)).toBeInTheDocument();
    await user.click(await entry('End the edit'));
    await user.click(await screen.findByRole('button', { name: 'End the edit' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(cluster.store.list(resources.triggers)).toHaveLength(4);
    await waitFor(() => expect(screen.queryByText(/edit of the trigger/)).not.toBeInTheDocument());
  });
});
