import { expect, storyByHand } from './story';

storyByHand(
  'stops all triggers of a project with a reason, and resumes them',
  async ({ shop, visit, hand }) => {
    const { projects, stream, registry, images } = shop;
    for (const name of ['web', 'scan']) await shop.bind({ name });
    const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
    const dialog = page.getByRole('dialog');
    const rowOf = (name: string) =>
      page.locator('main').getByRole('row').filter({ hasText: name }).first();
    await hand.press(page.getByRole('button', { name: 'Select all (2)' }));
    await hand.press(page.getByRole('button', { name: 'Pause (2)' }));
    await hand.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Incident');
    await hand.press(dialog.getByRole('button', { name: 'Pause 2 image triggers' }));
    await expect(dialog.getByText('2 of 2 image triggers are paused.').first()).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Close' }).last()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Image triggers', level: 1 })).toBeFocused();
    await registry.push(stream, 'stopped', images.named('stopped'));
    await expect(page.getByRole('button', { name: 'Paused' })).toHaveCount(4);
    // A push of the second in which its trigger resumes counts as one of an active trigger.
    await shop.cluster.later(1);

    await hand.press(page.getByRole('checkbox', { name: 'Select image trigger scan' }));
    await hand.press(page.getByRole('button', { name: 'Clear selection' }));
    await hand.press(page.getByRole('button', { name: 'Select all (2)' }));
    await hand.press(page.getByRole('button', { name: 'Resume (2)' }));
    await expect(dialog.getByText('Reason: Incident')).toHaveCount(2);
    await hand.press(dialog.getByRole('button', { name: 'Resume 2 image triggers' }));
    await expect(dialog.getByText('2 of 2 image triggers are resumed.').first()).toBeVisible();
    await hand.press(dialog.getByRole('link', { name: 'Show the pushes made during pauses' }));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Image trigger history');
    await expect(rowOf('web').getByText('Paused')).toBeVisible();
    await expect(rowOf('scan').getByText('Paused')).toBeVisible();
  },
);
