import { expect, story } from './story';
import { snapshotOf } from '../scenarios/snapshot';

story('deletes a trigger and leaves nothing behind', async ({ shop, visit }) => {
  const { projects, admin } = shop;
  const before = await snapshotOf(admin, projects);
  await shop.bind({ stream: shop.remoteStream });
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('EventListener image-triggers')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete' }).click();

  await expect(page.getByRole('heading', { name: 'No image triggers' })).toBeVisible();
  await expect.poll(() => snapshotOf(admin, projects)).toEqual(before);
});

story('pauses a trigger with a reason and resumes it', async ({ shop, visit }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Pause' }).click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Release freeze');
  await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Release freeze')).toBeVisible();

  await registry.push(stream, 'frozen', images.named('frozen'));
  await expect(
    page.getByRole('row').filter({ hasText: 'frozen' }).getByText('Paused'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Active since')).toBeVisible();
  await registry.push(stream, 'thawed', images.named('thawed'));
  await expect(
    page.getByRole('row').filter({ hasText: 'thawed' }).getByText('Succeeded'),
  ).toBeVisible();
});
