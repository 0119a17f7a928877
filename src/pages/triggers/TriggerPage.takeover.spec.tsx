import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import { nameOf } from '../../k8s/resource';
import type { K8sObject } from '../../k8s/resource';
import { triggerBindingKind } from '../../k8s/trigger-binding';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { takesOverAnnotation } from '../../domain/marks';
import { aheadBy } from '../../testing/browser-time';
import { makeChain, takenChain } from '../../testing/found-chain';
import { track } from '../../testing/gitops';
import {
  bind,
  fail,
  patch,
  push,
  remove,
  resources,
  setRunning,
  startShop,
} from '../../testing/shop';
import type { PersonName, Shop } from '../../testing/shop';
import { openTrigger } from '../../testing/trigger-page';

const namespace = 'supply-chain';
const title = 'Take-over of chain print';

/** A shop in which `print-orders` takes over the chain `print`. */
const takingOver = async ({ proven = true } = {}): Promise<Shop> => {
  const cluster = await startShop();
  await makeChain(cluster);
  await bind(cluster, { takesOver: takenChain });
  if (!proven) return cluster;
  await push(cluster, { tag: 'v9' });
  await waitFor(() => expect(cluster.store.list(resources.pipelineRuns)).toHaveLength(1));
  return cluster;
};

const namesIn = (list: readonly K8sObject[]): string[] =>
  list.map(nameOf).filter((name) => ['images', 'event', 'print'].includes(name));

/** The objects of the chain that are there. */
const oldParts = ({ store }: Shop): string[] => [
  ...namesIn(store.list(resources.apiServerSources)),
  ...namesIn(store.list(resources.eventListeners)),
  ...namesIn(store.list(resources.triggerBindings)),
  ...namesIn(store.list(resources.triggerTemplates)),
];

/** What is left of the chain without its source and listener. */
const rest = [
  [triggerBindingKind, 'event'],
  [triggerTemplateKind, 'print'],
] as const;

const isMarked = ({ store }: Shop): boolean =>
  takesOverAnnotation in
  (store.get(resources.triggers, { namespace, name: 'print-orders' }).metadata.annotations ?? {});

const openRemoval = async (cluster: Shop, as?: PersonName) => {
  const page = await openTrigger(cluster, as);
  await screen.findByText(/^The new listener has run a push:/);
  await page.user.click(screen.getByRole('button', { name: 'Remove the old parts' }));
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('This goes, in this order');
  return { ...page, dialog: within(dialog) };
};

const press = (user: UserEvent, dialog: { getByRole: typeof screen.getByRole }, name: string) =>
  user.click(dialog.getByRole('button', { name }));

describe('a trigger that takes over a chain', () => {
  it('offers no removal before it has run a push, and says how it can prove itself', async () => {
    const cluster = await takingOver({ proven: false });
    await openTrigger(cluster);
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    const steps = await screen.findByRole('list', { name: 'The steps of the take-over' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map((step) => step.textContent),
    ).toEqual([
      expect.stringContaining('New triggerDone'),
      expect.stringMatching(/ProofNot yet.*oc tag shop-images\/order-service@sha256:/),
      expect.stringContaining('Old partsAfter the proof'),
    ]);
    expect(screen.getByRole('button', { name: 'Remove the old parts' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await push(cluster, { tag: 'v9' });
    expect(await screen.findByText(/^The new listener has run a push:/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Remove the old parts' })).toBeEnabled();
  });

  it('is proven by the event of a lost push that a user sends', async () => {
    const cluster = await takingOver({ proven: false });
    const source = { namespace, name: 'image-triggers-shop-images' };
    await setRunning(cluster, 'source', { ...source, running: false });
    await push(cluster, { tag: 'v9' });
    await setRunning(cluster, 'source', { ...source, running: true });
    aheadBy(60);
    const { user } = await openTrigger(cluster);
    await user.click(
      await screen.findByRole('button', { name: 'Send its event through the trigger' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('button', { name: 'Send through the chain' }));
    expect(await dialog.findByText('It succeeded.')).toBeVisible();
    await user.click(dialog.getByText('Close'));
    expect(await screen.findByText(/^The new listener has run a push:/)).toBeVisible();
  });

  it('shows what goes and what stays, removes it, and says no more that it takes over', async () => {
    const cluster = await takingOver();
    const { dialog, user } = await openRemoval(cluster);
    const lists = dialog.getAllByRole('list').map((list) =>
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    );
    expect(lists).toEqual([
      [
        'ApiServerSource images in project supply-chain',
        'EventListener images in project supply-chain',
        'TriggerBinding event in project supply-chain',
        'TriggerTemplate print in project supply-chain',
      ],
      [
        'Pipeline print-image and its Tasks: the trigger runs them.',
        'ServiceAccount watcher in project supply-chain, its roles and role bindings: others may use them.',
        'All PipelineRuns. The history lists those of the chain no more, for it finds them by it.',
      ],
    ]);
    await press(user, dialog, 'Remove the old parts');
    expect(await dialog.findByText(/^The old parts are removed/)).toBeVisible();
    expect(oldParts(cluster)).toEqual([]);
    expect(isMarked(cluster)).toBe(false);
    await user.click(dialog.getAllByRole('button', { name: 'Close' }).at(-1)!);
    expect(screen.queryByRole('heading', { name: title })).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  });

  it('names the permissions that are missing, and removes nothing', async () => {
    const cluster = await takingOver();
    const { dialog } = await openRemoval(cluster, 'viewer');
    expect(
      await dialog.findByText('You do not have permission to remove all old parts'),
    ).toBeVisible();
    expect(dialog.getByText('delete ApiServerSources in project supply-chain')).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Remove the old parts' })).toBeNull();
  });

  it('stops at what is refused, and goes on from there', async () => {
    const cluster = await takingOver();
    const { dialog, user } = await openRemoval(cluster);
    await fail(cluster, {
      match: { method: 'DELETE', path: '/eventlisteners/' },
      respond: { status: 403, reason: 'Forbidden', message: 'not this one' },
      times: 1,
    });
    await press(user, dialog, 'Remove the old parts');
    expect(await dialog.findByText(/^EventListener images .* was refused/)).toBeVisible();
    expect(dialog.getByText('not this one')).toBeVisible();
    await waitFor(() => expect(dialog.queryByText(/^ApiServerSource images/)).toBeNull());
    expect(oldParts(cluster)).toEqual(['images', 'event', 'print']);
    expect(isMarked(cluster)).toBe(true);
    await press(user, dialog, 'Remove the old parts');
    expect(await dialog.findByText(/^The old parts are removed/)).toBeVisible();
    expect(oldParts(cluster)).toEqual([]);
  });

  it('removes nothing that somebody changes at the last moment', async () => {
    const cluster = await takingOver();
    const { dialog, user } = await openRemoval(cluster);
    // The look at the source, which comes first, leaves time for it.
    await fail(cluster, { match: { method: 'GET', path: '/apiserversources' }, delayMs: 500 });
    await press(user, dialog, 'Remove the old parts');
    const place = { kind: eventListenerKind, namespace, name: 'images' };
    await patch(cluster, place, { spec: { serviceAccountName: 'new' } });
    expect(await dialog.findByText(/^EventListener images .* was changed meanwhile/)).toBeVisible();
    expect(oldParts(cluster)).toContain('print');
  });

  it('hands the removal to the GitOps tool that applies the old parts', async () => {
    const cluster = await takingOver();
    await track(cluster, apiServerSourceKind, 'images');
    await openTrigger(cluster);
    expect(await screen.findByText('Managed by Argo CD (Application shop)')).toBeVisible();
    expect(screen.getByText(/^Remove the old parts from its source/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Remove the old parts' })).toBeNull();
  });

  it('can be ended with both in place, and then says no more of it', async () => {
    const cluster = await takingOver({ proven: false });
    const { user } = await openTrigger(cluster);
    await user.click(await screen.findByRole('button', { name: 'Keep both' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/a push runs twice, as long as both are there/)).toBeVisible();
    await press(user, dialog, 'End the take-over');
    await waitFor(() => expect(screen.queryByRole('heading', { name: title })).toBeNull());
    expect(isMarked(cluster)).toBe(false);
    expect(oldParts(cluster)).toHaveLength(4);
  });

  it('can be ended where somebody else has removed the chain', async () => {
    const cluster = await takingOver({ proven: false });
    await remove(cluster, { kind: apiServerSourceKind, namespace, name: 'images' });
    await remove(cluster, { kind: eventListenerKind, namespace, name: 'images' });
    const { user } = await openTrigger(cluster);
    await screen.findByText(/^They are offered for removal/);
    for (const [kind, name] of rest) await remove(cluster, { kind, namespace, name });
    await user.click(await screen.findByRole('button', { name: 'End the take-over' }));
    const dialog = within(await screen.findByRole('dialog'));
    await press(user, dialog, 'End the take-over');
    await waitFor(() => expect(isMarked(cluster)).toBe(false));
  });
});
