import { screen, waitFor, within } from '@testing-library/react';
import { triggerKind } from '../../k8s/trigger';
import { partsIn } from '../../testing/parts-in';
import { renderPage } from '../../testing/render-page';
import { bind, create, fail, push, resources, startShop } from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import TriggerPage from './TriggerPage';

const namespace = 'supply-chain';

/** Opens the menu of the trigger. */
const openPage = async (cluster: Shop, as?: PersonName) => {
  const rendered = await renderPage({
    page: <TriggerPage />,
    route: '/k8s/ns/:ns/image-triggers/:name',
    at: `/k8s/ns/${namespace}/image-triggers/print-orders`,
    cluster,
    as,
  });
  await rendered.user.click(await screen.findByRole('button', { name: 'Actions' }));
  return rendered;
};

const openDialog = async (cluster: Shop) => {
  const rendered = await openPage(cluster);
  await rendered.user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: /Delete image trigger print-orders\?/ });
  return { ...rendered, dialog };
};

const items = (dialog: HTMLElement): string[] =>
  within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

const ownParts = [
  'Trigger print-orders',
  'Trigger print-orders-2',
  'Trigger print-orders-3',
  'Trigger print-orders-4',
  'TriggerTemplate print-orders',
];

describe('deleting an image trigger', () => {
  it('shows exactly what goes, and leaves nothing but the runs', async () => {
    const cluster = await startShop();
    const before = partsIn(cluster);
    await bind(cluster);
    const written = partsIn(cluster).filter((part) => !before.includes(part));
    await push(cluster);
    const { dialog, user, location } = await openDialog(cluster);
    const shown = items(dialog).map((item) =>
      // Its own objects are named without their project, which is the page's own.
      ownParts.includes(item)
        ? item.replace(' ', ` ${namespace}/`)
        : item.replace(/^(\S+) (\S+) in project (\S+)$/, '$1 $3/$2'),
    );
    expect(shown.sort()).toEqual(written);
    expect(dialog).toHaveTextContent('This stays');

    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(location()).toBe(`/k8s/ns/${namespace}/image-triggers`));
    await waitFor(() => expect(partsIn(cluster)).toEqual(before));
    expect(cluster.store.list(resources.pipelineRuns)).toHaveLength(1);
    expect(cluster.store.list(resources.deployments, { namespace })).toEqual([]);
  });

  it('leaves the event source and listener that another trigger uses', async () => {
    const cluster = await startShop();
    await bind(cluster, { name: 'other', stream: { namespace: 'shop-images', name: 'cart' } });
    const before = partsIn(cluster);
    await bind(cluster);
    const { dialog, user } = await openDialog(cluster);
    expect(items(dialog)).toEqual(ownParts);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(partsIn(cluster)).toEqual(before));
    await push(cluster, { stream: 'cart' });
    await waitFor(() => expect(cluster.store.list(resources.pipelineRuns)).toHaveLength(1));
  });

  it('takes the event source of another project only, where the listener has other work', async () => {
    const cluster = await startShop();
    await bind(cluster, {
      name: 'other',
      stream: { namespace: 'shop-payments', name: 'payments-api' },
    });
    const before = partsIn(cluster);
    await bind(cluster);
    const { dialog, user } = await openDialog(cluster);
    expect(items(dialog).slice(ownParts.length)).toEqual([
      'Role image-triggers-source-supply-chain in project shop-images',
      'RoleBinding image-triggers-source-supply-chain in project shop-images',
      'ApiServerSource image-triggers-shop-images in project supply-chain',
    ]);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(partsIn(cluster)).toEqual(before));
    // A last look for triggers that came meanwhile is not over yet: it must not see another cluster.
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });

  it('leaves Triggers alone that somebody made by hand', async () => {
    const cluster = await startShop();
    await create(cluster, triggerKind, {
      metadata: { name: 'mine', namespace },
      spec: { template: { ref: 'mine' }, bindings: [{ ref: 'mine' }] },
    } as object);
    const before = partsIn(cluster);
    await bind(cluster);
    const { dialog, user } = await openDialog(cluster);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(partsIn(cluster)).toEqual(before));
  });

  it('does nothing when it is called off', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const before = partsIn(cluster);
    const { dialog, user } = await openDialog(cluster);
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(dialog).not.toBeInTheDocument();
    expect(partsIn(cluster)).toEqual(before);
  });
});

/** A permission that has been taken away since the page asked for it. */
const refuse = (cluster: Shop, method: 'DELETE' | 'PATCH'): Promise<void> =>
  fail(cluster, {
    match: { method, path: '/triggers/print-orders' },
    respond: { status: 403, reason: 'Forbidden', message: 'not any more' },
  });

describe('the actions on an image trigger', () => {
  it('are disabled for a viewer, each with its reason', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { user } = await openPage(cluster, 'viewer');
    for (const [action, verb] of [
      ['Pause', 'change'],
      ['Delete', 'delete'],
    ]) {
      const entry = await screen.findByRole('menuitem', {
        name: `${action} You do not have permission to ${verb} Triggers in project ${namespace}.`,
      });
      expect(entry).toHaveAttribute('aria-disabled', 'true');
      await user.click(entry);
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    }
  });
});

describe('deleting an image trigger, where it is refused', () => {
  it('says why, and removes nothing', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const before = partsIn(cluster);
    const { dialog, user } = await openDialog(cluster);
    await refuse(cluster, 'DELETE');
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await within(dialog).findByText(/The trigger was not deleted/)).toBeInTheDocument();
    expect(dialog).toHaveTextContent('not any more');
    expect(dialog).toHaveTextContent('Ask an administrator of the project');
    expect(partsIn(cluster)).toEqual(before);
  });

  it('says what is left where only the trigger could be deleted', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { dialog, user, location } = await openDialog(cluster);
    await fail(cluster, {
      match: { method: 'DELETE', path: 'shop-images/roles/' },
      respond: { status: 403, reason: 'Forbidden', message: 'roles are not yours' },
    });
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(
      await within(dialog).findByText(/parts of its event source and listener are left/),
    ).toBeInTheDocument();
    expect(dialog).toHaveTextContent('roles are not yours');
    // The page behind notices that its trigger is gone: that must not take the message away.
    expect(await screen.findByText('No image trigger print-orders')).toBeInTheDocument();
    expect(dialog).toBeInTheDocument();
    expect(cluster.store.list(resources.triggers)).toEqual([]);
    expect(partsIn(cluster).filter((part) => part.includes('image-triggers'))).toEqual([
      'Role shop-images/image-triggers-source-supply-chain',
    ]);
    await user.click(within(dialog).getAllByRole('button', { name: 'Close' }).at(-1)!);
    await waitFor(() => expect(location()).toBe(`/k8s/ns/${namespace}/image-triggers`));
  });
});

describe('pausing an image trigger, where it is refused', () => {
  it('says why, and the trigger stays active', async () => {
    const cluster = await startShop();
    await bind(cluster);
    const { dialog, user } = await openDialog(cluster);
    await refuse(cluster, 'PATCH');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await user.click(screen.getByRole('button', { name: 'Actions' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Pause' }));
    const pausing = await screen.findByRole('dialog');
    await user.click(within(pausing).getByRole('button', { name: 'Pause' }));
    expect(await within(pausing).findByText(/The trigger was not paused/)).toBeInTheDocument();
    expect(pausing).toHaveTextContent('not any more');
    expect(within(pausing).getByRole('button', { name: 'Pause' })).toBeEnabled();
  });
});
