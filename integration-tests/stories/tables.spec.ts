import { filterBy } from './hand';
import { expect, story, storyByHand } from './story';

storyByHand('sorts, pages and filters the pushes', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  for (const tag of ['v1', 'v2', 'v3']) await registry.push(stream, tag, images.named(tag));
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history?perPage=2`);
  const rows = page.getByRole('grid').getByRole('row').filter({ hasText: 'v' });
  const tags = page.getByRole('grid').getByRole('list', { name: 'Tags' });
  await expect(rows).toHaveCount(2);

  await hand.press(page.getByRole('button', { name: 'Image', exact: true }));
  await expect(tags).toHaveText(['v1', 'v2']);
  const top = page.getByRole('navigation', { name: 'Pages, top' });
  await hand.press(top.getByRole('button', { name: 'Go to next page' }));
  await expect(tags).toHaveText(['v3']);
  await hand.press(page.getByRole('button', { name: '3 - 3 of 3' }).first());
  await hand.press(page.getByRole('menuitem', { name: '10 per page' }));
  await expect(tags).toHaveText(['v1', 'v2', 'v3']);

  await hand.type(page.getByRole('textbox', { name: 'Search pushes' }), 'v2');
  await expect(tags).toHaveText(['v2']);
  // What has changed is said to who does not see it.
  await expect(page.getByRole('status')).toHaveText(/^1 row\. Latest push v2: /);
  await hand.press(page.getByRole('button', { name: 'Reset' }));
  await expect(tags).toHaveCount(3);
  await filterBy(hand, 'Status');
  await hand.press(page.getByRole('button', { name: 'Status: All' }));
  await hand.press(page.getByRole('option', { name: 'Failed', exact: true }));
  await expect(page.getByRole('heading', { name: 'No pushes match' })).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Status: Failed' }));
  await hand.press(page.getByRole('option', { name: 'Succeeded', exact: true }));
  await expect(tags).toHaveCount(3);
  // What is filtered by is listed, also while another filter is chosen.
  await filterBy(hand, 'Trigger');
  const listed = page.getByRole('list', { name: 'Status' });
  await expect(listed).toHaveText(/Succeeded/);
  await hand.press(listed.getByRole('button', { name: 'Close Succeeded' }));
  await expect(listed).toHaveCount(0);
  await expect(page).not.toHaveURL(/status=/);

  await hand.press(rows.first().getByRole('button', { name: 'Succeeded', exact: true }));
  await expect(page.getByRole('dialog')).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Close' }));
  await hand.press(rows.first().getByRole('link', { name: 'web', exact: true }).last());
  await expect(page).toHaveURL(/image-triggers\/web$/);
});

storyByHand('goes from a row to its push and back', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  for (const name of ['red', 'blue']) await registry.push(stream, 'v1', images.named(name));
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history?search=v1`);
  const rows = page.getByRole('grid').getByRole('row').filter({ hasText: 'v1' });
  await expect(rows.getByText('Succeeded')).toHaveCount(2);
  await hand.press(rows.first().getByRole('link').first());
  await expect(page.getByRole('listitem', { name: 'PipelineRun finished: Done' })).toBeVisible();
  const heading = page.getByRole('heading', { level: 1, name: /^web-[0-9a-f]{8}-/ });
  await expect(heading).toBeFocused();
  const newest = (await heading.textContent()) ?? '';
  const around = page.getByRole('grid', { name: 'Pushes to the same tags' });
  await hand.press(around.getByRole('row').nth(2).getByRole('link').first());
  await expect(heading).not.toHaveText(newest);
  await hand.press(page.getByRole('link', { name: 'Show them in the history' }));
  await expect(page).toHaveURL(/search=v1/);
  await expect(rows).toHaveCount(2);
});

storyByHand('opens the form from a row', async ({ shop, visit, hand }) => {
  const { projects } = shop;
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-streams`);
  await hand.press(page.getByRole('button', { name: 'Actions on web' }));
  await hand.press(page.getByRole('menuitem', { name: 'Create image trigger' }));
  await expect(page.getByRole('combobox', { name: 'ImageStream', exact: true })).toHaveValue('web');
});

storyByHand('starts with the sample Pipeline', async ({ shop, visit, hand }) => {
  const { projects } = shop;
  const path = `/k8s/ns/${projects.images}/image-triggers/~new?stream=${projects.images}/web`;
  const page = await visit(path);
  await hand.press(page.getByRole('button', { name: 'Next' }));
  await hand.press(page.getByRole('button', { name: /^Create the sample Pipeline/ }));
  await hand.press(page.getByRole('combobox', { name: 'Pipeline', exact: true }));
  await hand.press(page.getByRole('option'));
  await expect(page.getByRole('heading', { name: 'Parameters', exact: true })).toBeVisible();
});

story('draws every row of a long list', async ({ shop, visit }) => {
  const { projects, registry } = shop;
  const names = Array.from({ length: 60 }, (_, index) => `image-${index + 10}`);
  for (const name of names) await registry.createStream({ namespace: projects.images, name });
  const page = await visit(`/k8s/ns/${projects.images}/image-triggers-streams?perPage=100`);
  const grid = page.getByRole('grid', { name: 'ImageStreams' });
  // With the head and the ImageStream that is always there.
  await expect(grid).toHaveAttribute('aria-rowcount', '62');
  await expect(grid.getByRole('link', { name: 'image-10' })).toBeVisible();
  await expect(grid.getByRole('row')).toHaveCount(62);

  // By the keyboard, one meets every row.
  await grid.getByRole('link', { name: 'image-10' }).focus();
  const rowInFocus = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? '');
  const met = new Set<string>();
  for (let row = await rowInFocus(); row !== ''; row = await rowInFocus()) {
    met.add(row);
    await page.keyboard.press('Tab');
  }
  expect([...met]).toEqual(Array.from({ length: 61 }, (_, index) => String(index + 2)));
});
