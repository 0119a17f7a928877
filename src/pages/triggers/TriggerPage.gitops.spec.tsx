import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { trackListener, trackTrigger } from '../../testing/gitops';
import { bind, patch, startShop } from '../../testing/shop';
import { triggerKind } from '../../k8s/trigger';
import { openTrigger } from '../../testing/trigger-page';

const managed = 'Managed by Argo CD (Application shop)';

const start = async (user: UserEvent, action: string): Promise<HTMLElement> => {
  await user.click(screen.getByRole('button', { name: 'Actions' }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
  return screen.findByRole('dialog');
};

describe('a trigger that Argo CD applies', () => {
  it('is said on its page, with the objects', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await trackTrigger(cluster);
    await trackListener(cluster);
    const { user } = await openTrigger(cluster);
    expect(await screen.findByText(managed)).toBeVisible();
    expect(screen.getByText(/^What is changed here is undone by it/)).toBeVisible();
    await user.click(await screen.findByRole('button', { name: '3 objects' }));
    for (const object of ['Trigger print-orders', 'EventListener image-triggers'])
      expect(screen.getByText(`${object} in project supply-chain`)).toBeVisible();
  });

  it.each([
    ['Pause', /^It can undo the pause/],
    ['Delete', /^Remove the manifests from its source, too/],
  ])('is said before: %s', async (action, advice) => {
    const cluster = await startShop();
    await bind(cluster);
    await trackTrigger(cluster);
    const { user } = await openTrigger(cluster);
    const dialog = within(await start(user, action));
    expect(dialog.getByText(managed)).toBeVisible();
    expect(dialog.getByText(advice)).toBeVisible();
    expect(dialog.getByRole('button', { name: action })).toBeEnabled();
  });

  it('is said before a repair of what it applies', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await trackTrigger(cluster);
    const lane = { kind: triggerKind, namespace: 'supply-chain', name: 'print-orders' };
    await patch(cluster, lane, { spec: { bindings: [] } });
    const { user } = await openTrigger(cluster);
    const dialog = within(await start(user, 'Repair'));
    expect(await dialog.findByText(managed)).toBeVisible();
    expect(dialog.getByText(/^It can undo the repair/)).toBeVisible();
  });

  it('can be opened in the form by somebody who may only look', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await trackTrigger(cluster);
    const { user } = await openTrigger(cluster, 'viewer');
    await user.click(screen.getByRole('button', { name: 'Actions' }));
    const item = await screen.findByRole('menuitem', { name: 'Edit' });
    expect(item).not.toHaveAttribute('aria-disabled', 'true');
  });
});

it('says where Argo CD applies only what a trigger shares', async () => {
  const cluster = await startShop();
  await bind(cluster);
  await trackListener(cluster);
  const { user } = await openTrigger(cluster);
  const title = 'The event source and listener are managed by Argo CD (Application shop)';
  expect(await screen.findByText(title)).toBeVisible();
  const pause = within(await start(user, 'Pause'));
  expect(pause.queryByText(/Argo CD/)).not.toBeInTheDocument();
  await user.click(pause.getByRole('button', { name: 'Cancel' }));
  // It would take the listener with it.
  const deletion = within(await start(user, 'Delete'));
  expect(await deletion.findByText(managed)).toBeVisible();
});
