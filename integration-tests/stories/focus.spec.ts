import type { Locator } from '@playwright/test';
import { fillPipeline, fillStream, formPath, next } from './form';
import { filterBy } from './hand';
import { expect, story } from './story';

// A write that a story asks the API server to refuse.
story.use({ by: 'keyboard', expectedStatuses: [500] });
story.slow();

story(
  'the form gives the focus to the step, to the error and to what it made',
  async ({ shop, visit, hand, page }) => {
    const { projects } = shop;
    const heading = (name: string): Locator => page.getByRole('heading', { name, exact: true });
    await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
    await hand.press(page.getByRole('link', { name: 'Create image trigger' }).first());
    await expect(heading('Create image trigger')).toBeFocused();

    await fillStream(hand, projects);
    const stream = page.getByRole('combobox', { name: 'ImageStream', exact: true });
    await expect(stream).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('option')).toHaveCount(0);
    await expect(stream).toBeFocused();

    await next(hand);
    await expect(heading('Pipeline and parameters')).toBeFocused();
    await hand.press(page.getByRole('button', { name: 'Back' }));
    await expect(heading('ImageStream and tags')).toBeFocused();
    await next(hand);
    await fillPipeline(hand, projects);
    await next(hand);
    await expect(heading('Review and create')).toBeFocused();

    const create = page.getByRole('button', { name: 'Create', exact: true });
    await expect(create).toBeEnabled();
    const writes = `**/namespaces/${projects.pipelines}/rolebindings`;
    await page.route(writes, (route) =>
      route.request().method() === 'POST' && !route.request().url().includes('dryRun')
        ? route.fulfill({ status: 500, json: { kind: 'Status', message: 'etcd has no leader' } })
        : route.continue(),
    );
    await hand.press(create);
    await expect(page.getByRole('alert').filter({ hasText: 'could not answer' })).toBeFocused();
    await page.unroute(writes);
    await hand.press(create);
    await expect(page).not.toHaveURL(/~new/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  },
);

story('the sample Pipeline leads to its field', async ({ shop, visit, hand }) => {
  const { images } = shop.projects;
  const page = await visit(`/k8s/ns/${images}/image-triggers/~new?stream=${images}/web`);
  await next(hand);
  await hand.press(page.getByRole('button', { name: /^Create the sample Pipeline/ }));
  await expect(page.getByRole('combobox', { name: 'Pipeline', exact: true })).toBeFocused();
});

story('what opened a dialog has the focus again, or the heading', async ({ shop, visit, hand }) => {
  const { projects } = shop;
  await shop.bind();
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
  const menu = page.getByRole('button', { name: 'Actions on web' });
  const dialog = page.getByRole('dialog');
  const open = async (action: string): Promise<void> => {
    await hand.press(menu);
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await hand.press(page.getByRole('menuitem', { name: action }));
    await expect(dialog).toBeVisible();
  };
  for (const [action, first] of [
    ['Pause', dialog.getByRole('textbox', { name: 'Reason' })],
    ['Delete', dialog.getByRole('button', { name: 'Cancel' })],
  ] as const) {
    await open(action);
    await expect(first).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(menu).toBeFocused();
  }

  const refused = `**/namespaces/${projects.pipelines}/triggers/web*`;
  await page.route(refused, (route) =>
    route.fulfill({ status: 500, json: { kind: 'Status', message: 'etcd has no leader' } }),
  );
  for (const action of ['Pause', 'Delete']) {
    await open(action);
    await hand.press(dialog.getByRole('button', { name: action }));
    await expect(dialog.getByRole('alert')).toBeFocused();
    await hand.press(dialog.getByRole('button', { name: 'Cancel' }));
  }
  await page.unroute(refused);

  await open('Pause');
  await hand.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Release freeze');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
  await expect(page.getByRole('button', { name: 'Paused' })).toBeVisible();
  await open('Delete');
  await hand.press(dialog.getByRole('button', { name: 'Delete' }));
  await expect(menu).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Image triggers', level: 1 })).toBeFocused();
});

story('a trigger that is deleted on its page leads to the list', async ({ shop, visit, hand }) => {
  const { projects } = shop;
  await shop.bind();
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  await hand.press(page.getByRole('button', { name: 'Actions' }));
  await hand.press(page.getByRole('menuitem', { name: 'Delete' }));
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Delete' }));
  await expect(page.getByRole('heading', { name: 'Image triggers', level: 1 })).toBeFocused();
});

story('the table keeps the focus where it works', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  for (const tag of ['v1', 'v2']) await registry.push(stream, tag, images.named(tag));
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history?perPage=1`);
  const sort = page.getByRole('button', { name: 'Image', exact: true });
  await hand.press(sort);
  await expect(sort).toBeFocused();
  const bottom = page.getByRole('navigation', { name: 'Pages, bottom' });
  await hand.press(bottom.getByRole('button', { name: 'Go to next page' }));
  await expect(bottom.getByRole('button', { name: 'Go to previous page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(bottom.getByRole('button', { name: 'Go to next page' })).toBeFocused();

  const search = page.getByRole('textbox', { name: 'Search pushes' });
  await hand.type(search, 'v2');
  await expect(search).toBeFocused();
  await hand.press(page.getByRole('button', { name: 'Reset' }));
  await expect(search).toBeFocused();
  await filterBy(hand, 'Status');
  await expect(page.getByRole('button', { name: 'Filter by: Status' })).toBeFocused();
  await hand.press(page.getByRole('button', { name: 'Status: All' }));
  await hand.press(page.getByRole('option', { name: 'Failed', exact: true }));
  await expect(page.getByRole('button', { name: 'Status: Failed' })).toBeFocused();
  await hand.press(page.getByRole('button', { name: 'Status: Failed' }));
  await expect(page.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Status: Failed' })).toBeFocused();
  await hand.press(page.getByRole('button', { name: 'Clear all filters' }));
  await expect(page.getByRole('button', { name: 'Filter by: Status' })).toBeFocused();
});

story('an explanation gives the focus back', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  await registry.push(stream, 'v1', images.named('v1'));
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history`);
  const status = page.getByRole('button', { name: 'Succeeded', exact: true });
  await hand.press(status);
  await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
  await expect(status).toBeFocused();
});

story('a page that is loaded leaves the focus to the browser', async ({ shop, visit }) => {
  const page = await visit(formPath(shop.projects));
  await expect(page.getByRole('heading', { name: 'ImageStream and tags' })).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
});
