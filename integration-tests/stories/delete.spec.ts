import { triggerKind } from '../../src/k8s/trigger';
import { snapshotOf } from '../scenarios/snapshot';
import { expect, storyByHand } from './story';

storyByHand('deletes a trigger and leaves nothing behind', async ({ shop, visit, hand }) => {
  const { projects, admin } = shop;
  const before = await snapshotOf(admin, projects);
  await shop.bind({ stream: shop.remoteStream });
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  await hand.press(page.getByRole('button', { name: 'Actions' }));
  await hand.press(page.getByRole('menuitem', { name: 'Delete' }));

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('EventListener image-triggers')).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: 'Delete' }));

  await expect(page.getByRole('heading', { name: 'No image triggers' })).toBeVisible();
  await expect.poll(() => snapshotOf(admin, projects)).toEqual(before);
});

storyByHand('pauses a trigger with a reason and resumes it', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  await hand.press(page.getByRole('button', { name: 'Actions' }));
  await hand.press(page.getByRole('menuitem', { name: 'Pause' }));
  await hand.type(page.getByRole('textbox', { name: 'Reason' }), 'Release freeze');
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Pause' }));
  await expect(page.getByText('Reason: Release freeze')).toBeVisible();

  await registry.push(stream, 'frozen', images.named('frozen'));
  await expect(
    page.getByRole('row').filter({ hasText: 'frozen' }).getByText('Paused'),
  ).toBeVisible();

  await hand.press(page.getByRole('button', { name: 'Actions' }));
  await hand.press(page.getByRole('menuitem', { name: 'Resume' }));
  const dialog = page.getByRole('dialog');
  await hand.press(dialog.getByRole('button', { name: 'Resume' }));
  await expect(dialog.getByRole('link', { name: /pushes made during pauses/ })).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: 'Close' }).last());
  await expect(page.getByText('Active since')).toBeVisible();
  await registry.push(stream, 'thawed', images.named('thawed'));
  await expect(
    page.getByRole('row').filter({ hasText: 'thawed' }).getByText('Succeeded'),
  ).toBeVisible();
});

for (const action of ['Delete', 'Pause'])
  storyByHand(
    `says in the dialog to ${action.toLowerCase()} a trigger that somebody else deletes it`,
    async ({ shop, visit, hand }) => {
      const { projects, admin } = shop;
      const namespace = projects.pipelines;
      await shop.bind();
      const page = await visit(`/k8s/ns/${namespace}/image-triggers/web`);
      await hand.press(page.getByRole('button', { name: 'Actions' }));
      await hand.press(page.getByRole('menuitem', { name: action }));
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('button', { name: action })).toBeVisible();

      await admin.remove(triggerKind, { namespace, name: 'web' });
      await expect(
        dialog.getByRole('heading', { name: 'This image trigger was deleted meanwhile' }),
      ).toBeVisible();
      await expect(dialog.getByRole('alert')).toBeFocused();
      await expect(dialog.getByRole('button', { name: action })).toHaveCount(0);
      // Behind the dialog the page says the same.
      await expect(page.getByText('No image trigger web')).toBeVisible();

      await hand.press(dialog.getByRole('button', { name: 'Close' }).last());
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('heading', { name: 'Image triggers', level: 1 })).toBeFocused();
    },
  );
