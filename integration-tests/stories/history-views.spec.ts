import { findingsOn } from './axe';
import { expect, storyByHand } from './story';

storyByHand(
  'groups the pushes, chooses columns and keeps the view',
  async ({ shop, visit, hand }) => {
    const { projects, stream, registry, images } = shop;
    await shop.bind();
    for (const tag of ['v1', 'v2']) await registry.push(stream, tag, images.named(tag));
    const path = `/k8s/ns/${projects.pipelines}/image-triggers-history`;
    const page = await visit(path);
    await expect(page.getByRole('grid').getByText('Succeeded')).toHaveCount(2);

    await hand.press(page.getByRole('button', { name: 'Group by: None' }));
    await hand.press(page.getByRole('option', { name: 'Trigger' }));
    const groups = page.getByRole('grid', { name: 'Groups of pushes' });
    await expect(
      groups.getByRole('img', { name: 'Last 2 pushes: Succeeded 2. Newest: Succeeded.' }),
    ).toBeVisible();

    await hand.press(page.getByRole('button', { name: 'Manage columns' }));
    await hand.press(page.getByRole('checkbox', { name: 'Duration' }));
    await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
    await hand.press(groups.getByRole('button', { name: 'Pushes of web' }));
    const opened = page.getByRole('grid', { name: 'Newest pushes of web' });
    await expect(opened.getByText('Succeeded')).toHaveCount(2);
    await expect(opened.getByRole('columnheader', { name: 'Duration' })).toHaveCount(0);
    expect(await findingsOn(page)).toEqual([]);

    await hand.press(page.getByRole('button', { name: 'Views' }));
    await hand.press(page.getByRole('menuitem', { name: 'Save the current view' }));
    await hand.type(page.getByRole('textbox', { name: 'Name' }), 'By trigger');
    await hand.press(page.getByRole('checkbox', { name: 'Open the history with this view' }));
    await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
    await expect(page.getByRole('button', { name: 'View: By trigger' })).toBeFocused();

    await visit(path);
    await expect(page).toHaveURL(/group=trigger/);
    await expect(groups).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'View: By trigger' }));
    await hand.press(page.getByRole('menuitem', { name: 'Manage views' }));
    expect(await findingsOn(page)).toEqual([]);
    await hand.press(page.getByRole('button', { name: 'Delete By trigger' }));
    await hand.press(page.getByRole('button', { name: 'Close' }).last());
    await hand.press(groups.getByRole('link', { name: /^2 Succeeded$/ }));
    await expect(page.getByRole('grid', { name: 'Pushes and runs' })).toBeVisible();
    await expect(page).toHaveURL(/trigger=.*status=succeeded|status=succeeded.*trigger=/);
  },
);
