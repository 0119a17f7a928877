import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { apiServerSourceKind } from '../../k8s/api-server-source';
import { eventListenerKind } from '../../k8s/event-listener';
import type { ResourceKind } from '../../k8s/resource';
import { roleKind } from '../../k8s/role';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
import { bind, fail, heal, patch, remove, resources, startShop } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { openTrigger } from '../../testing/trigger-page';

const namespace = 'supply-chain';
const name = 'print-orders';

const without =
  (kind: ResourceKind, object: string, where = namespace) =>
  (cluster: Shop) =>
    remove(cluster, { kind, namespace: where, name: object });

const openBroken = async (...breaks: ((cluster: Shop) => Promise<void>)[]) => {
  const cluster = await startShop();
  await bind(cluster);
  for (const broken of breaks) await broken(cluster);
  return openTrigger(cluster);
};

const dialog = () => screen.findByRole('dialog');

/** The dialog, once the API server has said what a repair would write. */
const checked = async (): Promise<HTMLElement> => {
  const box = await dialog();
  await within(box).findByText(/The API server agrees to every write/);
  return box;
};

const repairByNotice = async (user: UserEvent): Promise<HTMLElement> => {
  const [first] = await screen.findAllByText('Repair the trigger');
  await user.click(first!);
  return checked();
};

const repairByMenu = async (user: UserEvent): Promise<void> => {
  await user.click(await screen.findByRole('button', { name: 'Actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Repair' }));
};

/** The objects of the dialog, each with what happens to it. */
const objectsIn = (box: HTMLElement): string[] =>
  within(box)
    .queryAllByRole('button', { expanded: false })
    .map(({ textContent }) => textContent);

const press = (user: UserEvent, box: HTMLElement, button: string): Promise<void> =>
  user.click(within(box).getByRole('button', { name: button }));

const lanesOf = ({ store }: Shop): string[] =>
  store.list(resources.triggers).map(({ metadata }) => metadata.name);

describe('the repair of an image trigger', () => {
  it('shows each object, with the old and the new value of each difference', async () => {
    const { user } = await openBroken(
      without(triggerKind, `${name}-3`),
      without(eventListenerKind, 'image-triggers'),
      (shop) =>
        patch(
          shop,
          { kind: triggerKind, namespace, name: `${name}-2` },
          { spec: { bindings: [{ ref: 'another' }] } },
        ),
    );
    const box = await repairByNotice(user);
    expect(objectsIn(box)).toEqual([
      'Trigger print-orders-2 in project supply-chain Changes',
      'Trigger print-orders-3 in project supply-chain New',
      'EventListener image-triggers in project supply-chain New',
    ]);
    expect(
      within(box).getByText('Used by 1 image trigger of project supply-chain'),
    ).toBeInTheDocument();
    await user.click(within(box).getByRole('button', { name: /^Trigger print-orders-2/ }));
    expect(within(box).getByText('another').closest('.pf-v6-l-grid__item')).toHaveTextContent(
      /^In the cluster/,
    );
  });

  it('writes them, says how far each is, and finds nothing any more', async () => {
    const { user, cluster } = await openBroken(without(triggerKind, `${name}-3`));
    const box = await repairByNotice(user);
    await user.click(await within(box).findByRole('button', { name: 'Repair' }));
    expect(await within(box).findByText('The image trigger is repaired')).toBeInTheDocument();
    expect(objectsIn(box)).toEqual(['Trigger print-orders-3 in project supply-chain Created']);
    expect(lanesOf(cluster)).toContain(`${name}-3`);
    // The button that was pressed is gone: the one that is left has the focus.
    const close = within(box).getAllByRole('button', { name: 'Close' }).at(-1)!;
    expect(close).toHaveFocus();
    await user.click(close);
    await waitFor(() => expect(screen.queryByText(/would build/)).not.toBeInTheDocument());
    expect(screen.queryByText(/is missing|are left/)).not.toBeInTheDocument();
  });

  it('has nothing to do where nothing differs', async () => {
    const { user } = await openBroken();
    await repairByMenu(user);
    const box = await dialog();
    expect(await within(box).findByText(/^Nothing has to be repaired/)).toBeInTheDocument();
    expect(within(box).queryByRole('button', { name: 'Repair' })).not.toBeInTheDocument();
  });

  it('is an upgrade of what an older version built', async () => {
    const cluster = await startShop();
    await bind(cluster);
    for (const lane of lanesOf(cluster))
      await patch(
        cluster,
        { kind: triggerKind, namespace, name: lane },
        {
          metadata: { annotations: { 'imagetriggers.dev/builder-version': '0.0.9' } },
          spec: { bindings: [{ ref: 'old' }] },
        },
      );
    const { user } = await openTrigger(cluster);
    await user.click(await screen.findByText('Upgrade the trigger'));
    const box = await checked();
    expect(within(box).getByText(`Upgrade image trigger ${name}`)).toBeInTheDocument();
    await user.click(await within(box).findByRole('button', { name: 'Upgrade' }));
    await within(box).findByText('The image trigger is repaired');
    expect(JSON.stringify(cluster.store.list(resources.triggers))).not.toContain('0.0.9');
  });

  it('names the permissions that are missing, and writes nothing without them', async () => {
    const cluster = await startShop();
    await bind(cluster);
    await without(apiServerSourceKind, 'image-triggers-shop-images')(cluster);
    await without(triggerKind, `${name}-4`)(cluster);
    const { user } = await openTrigger(cluster, 'viewer');
    const [first] = await screen.findAllByText('Repair the trigger');
    await user.click(first!);
    const box = await dialog();
    const title = 'You do not have permission to repair this trigger';
    const alert = (await within(box).findByText(title)).closest<HTMLElement>('.pf-v6-c-alert')!;
    const missing = within(alert)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(missing).toContain('create Triggers in project supply-chain');
    expect(within(box).queryByRole('button', { name: 'Repair' })).not.toBeInTheDocument();
    expect(lanesOf(cluster)).not.toContain(`${name}-4`);
  });

  it('names the object that is refused, leaves the rest, and goes on when asked again', async () => {
    const { user, cluster } = await openBroken(
      without(roleKind, 'image-triggers-listener'),
      without(triggerKind, `${name}-3`),
    );
    const box = await repairByNotice(user);
    await within(box).findByRole('button', { name: 'Repair' });
    await fail(cluster, {
      match: { path: `/namespaces/${namespace}/triggers$`, method: 'POST' },
      respond: { status: 403, reason: 'Forbidden', message: 'exceeded quota' },
    });
    await press(user, box, 'Repair');
    expect(
      await within(box).findByText(/Trigger print-orders-3 in project supply-chain was refused/),
    ).toBeInTheDocument();
    expect(within(box).getByText('exceeded quota')).toBeInTheDocument();
    expect(
      within(box).getByText(/1 of 2 objects are repaired, the others are as they were/),
    ).toBeInTheDocument();
    expect(cluster.store.list(resources.roles, { namespace })).toHaveLength(1);
    expect(lanesOf(cluster)).not.toContain(`${name}-3`);
    await heal(cluster);
    await press(user, box, 'Check again');
    await checked();
    await user.click(await within(box).findByRole('button', { name: 'Repair' }));
    expect(await within(box).findByText('The image trigger is repaired')).toBeInTheDocument();
  });

  it('writes over nothing that somebody has changed since it was shown', async () => {
    const { user, cluster } = await openBroken((shop) =>
      patch(
        shop,
        { kind: triggerKind, namespace, name: `${name}-2` },
        { spec: { bindings: [{ ref: 'theirs' }] } },
      ),
    );
    const box = await repairByNotice(user);
    await within(box).findByRole('button', { name: 'Repair' });
    await patch(
      cluster,
      { kind: triggerKind, namespace, name: `${name}-2` },
      { spec: { bindings: [{ ref: 'newer' }] } },
    );
    await press(user, box, 'Repair');
    expect(await within(box).findByText(/Nothing was written\./)).toBeInTheDocument();
    expect(JSON.stringify(cluster.store.list(resources.triggers))).toContain('"newer"');
    await press(user, box, 'Check again');
    await checked();
    await user.click(within(box).getByRole('button', { name: /^Trigger print-orders-2/ }));
    expect(within(box).getByText('newer')).toBeInTheDocument();
  });

  it('says what to do where nobody can tell what it should be', async () => {
    const { user } = await openBroken(async (cluster) => {
      for (const lane of lanesOf(cluster))
        await patch(
          cluster,
          { kind: triggerKind, namespace, name: lane },
          { spec: { interceptors: [] } },
        );
    });
    await repairByMenu(user);
    const box = await dialog();
    expect(
      await within(box).findByText(/delete the trigger and create it again/),
    ).toBeInTheDocument();
    expect(within(box).queryByRole('button', { name: 'Repair' })).not.toBeInTheDocument();
  });

  it('leaves a template that is gone, and leads to the form', async () => {
    const { user } = await openBroken(
      without(triggerTemplateKind, name),
      without(triggerKind, `${name}-2`),
    );
    const link = await screen.findByRole('link', { name: 'Edit the trigger' });
    expect(link).toHaveAttribute('href', `/k8s/ns/${namespace}/image-triggers/${name}/~edit`);
    const box = await repairByNotice(user);
    expect(within(box).getByText(/nothing else says which Pipeline it ran/)).toBeInTheDocument();
    expect(objectsIn(box)).toEqual(['Trigger print-orders-2 in project supply-chain New']);
  });
});
