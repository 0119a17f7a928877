import { pauseTrigger } from '../../src/domain/pause-trigger';
import { verbsOf } from '../scenarios/verbs';
import { findingsOn } from './axe';
import { fillPipeline, fillStream, formPath, next } from './form';
import { filterBy } from './hand';
import { expect, story } from './story';

// A write that a story asks the API server to refuse.
story.use({ by: 'keyboard', expectedStatuses: [500] });
story.slow();

story('axe finds nothing on any page', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  await registry.push(stream, 'v1', images.named('v1'));
  const path = (page: string): string => `/k8s/ns/${projects.pipelines}/${page}`;
  const pages = {
    'image-triggers-overview': 'Prerequisites',
    'image-triggers-streams': 'v1',
    'image-triggers': 'Ready',
    'image-triggers/web': 'Succeeded',
    'image-triggers-history': 'Succeeded',
    'image-triggers-validation': 'Passed',
  };
  for (const [name, text] of Object.entries(pages)) {
    const page = await visit(path(name));
    await expect(page.getByText(text).first()).toBeVisible();
    expect(await findingsOn(page), name).toEqual([]);
  }

  const page = await visit(path('image-triggers-history'));
  await hand.press(page.getByRole('button', { name: 'Succeeded', exact: true }));
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findingsOn(page), 'an explanation').toEqual([]);
  await page.keyboard.press('Escape');
  await filterBy(hand, 'Status');
  await hand.press(page.getByRole('button', { name: 'Status: All' }));
  await expect(page.getByRole('listbox')).toBeVisible();
  expect(await findingsOn(page), 'a filter').toEqual([]);
  await hand.press(page.getByRole('option', { name: 'Succeeded', exact: true }));
  await expect(page.getByRole('list', { name: 'Status' })).toBeVisible();
  expect(await findingsOn(page), 'what is filtered by').toEqual([]);
});

story('axe finds nothing in the form', async ({ shop, visit, hand, page }) => {
  const { projects } = shop;
  const { images } = projects;
  await visit(`/k8s/ns/${images}/image-triggers/~new?stream=${images}/web`);
  await next(hand);
  await expect(page.getByText(`No Pipelines in project ${images}`)).toBeVisible();
  expect(await findingsOn(page), 'no Pipeline').toEqual([]);

  await visit(formPath(projects));
  await fillStream(hand, projects);
  await hand.press(page.getByRole('radio', { name: 'Pattern' }));
  await hand.type(page.getByRole('textbox', { name: 'Pattern' }), 'v1.*');
  expect(await findingsOn(page), 'ImageStream').toEqual([]);
  await next(hand);
  await fillPipeline(hand, projects);
  await expect(page.getByRole('heading', { name: 'Parameters', exact: true })).toBeVisible();
  expect(await findingsOn(page), 'Pipeline').toEqual([]);
  await next(hand);
  await expect(page.getByText('15 objects')).toBeVisible();
  const said = page
    .getByRole('status')
    .filter({ hasText: 'The API server agrees to every object.' });
  await expect(said).toBeAttached();
  await hand.press(page.getByRole('button', { name: /^EventListener image-triggers/ }));
  expect(await findingsOn(page), 'review').toEqual([]);
});

story(
  'axe finds nothing in the form for many ImageStreams',
  async ({ shop, visit, hand, page }) => {
    const { projects } = shop;
    await visit(formPath(projects));
    await hand.press(page.getByRole('radio', { name: 'Many ImageStreams' }));
    await expect(page.getByRole('heading', { name: '1 ImageStream matches' })).toBeVisible();
    expect(await findingsOn(page), 'ImageStreams').toEqual([]);
    await hand.type(page.getByRole('textbox', { name: 'Labels' }), 'a b');
    await expect(page.getByText('No ImageStream matches.')).toBeVisible();
    expect(await findingsOn(page), 'labels that are none').toEqual([]);
    await hand.type(page.getByRole('textbox', { name: 'Labels' }), '!team');
    await next(hand);
    await fillPipeline(hand, projects);
    await hand.press(page.getByRole('button', { name: '1 image trigger' }));
    expect(await findingsOn(page), 'names').toEqual([]);
    await next(hand);
    await hand.press(page.getByRole('button', { name: 'Objects of web-print-image' }));
    await expect(page.getByRole('button', { name: 'Create 1 image trigger' })).toBeEnabled();
    expect(await findingsOn(page), 'review').toEqual([]);
  },
);

story('axe finds nothing in the dialogs', async ({ shop, visit, hand, page }) => {
  const { projects } = shop;
  await shop.bind();
  const dialog = page.getByRole('dialog');
  await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  const open = async (action: string): Promise<void> => {
    await hand.press(page.getByRole('button', { name: 'Actions' }));
    await hand.press(page.getByRole('menuitem', { name: action }));
    await expect(dialog).toBeVisible();
  };
  const act = (action: string): Promise<void> =>
    hand.press(dialog.getByRole('button', { name: action }));

  await hand.press(page.getByRole('button', { name: 'Actions' }));
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  expect(await findingsOn(page), 'menu').toEqual([]);
  await page.keyboard.press('Escape');

  const refused = `**/namespaces/${projects.pipelines}/triggers/web*`;
  await page.route(refused, (route) =>
    route.fulfill({ status: 500, json: { kind: 'Status', message: 'etcd has no leader' } }),
  );
  for (const action of ['Pause', 'Delete']) {
    await open(action);
    expect(await findingsOn(page), action).toEqual([]);
    await act(action);
    await expect(dialog.getByRole('alert')).toBeVisible();
    expect(await findingsOn(page), `${action}, refused`).toEqual([]);
    await act('Cancel');
  }
  await page.unroute(refused);

  await open('Pause');
  await act('Pause');
  await expect(page.getByText('Paused since')).toBeVisible();
  expect(await findingsOn(page), 'paused').toEqual([]);
  await open('Resume');
  expect(await findingsOn(page), 'Resume').toEqual([]);
});

story('axe finds nothing where triggers are chosen', async ({ shop, visit, hand, page }) => {
  const { projects } = shop;
  await shop.bind();
  const dialog = page.getByRole('dialog');
  await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
  await hand.press(page.getByRole('button', { name: 'Select all (1)' }));
  expect(await findingsOn(page), 'a selection').toEqual([]);
  await hand.press(page.getByRole('button', { name: 'Pause (1)' }));
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  expect(await findingsOn(page), 'the question').toEqual([]);

  const refused = `**/namespaces/${projects.pipelines}/triggers/web*`;
  await page.route(refused, (route) =>
    route.fulfill({ status: 500, json: { kind: 'Status', message: 'etcd has no leader' } }),
  );
  await hand.press(dialog.getByRole('button', { name: 'Pause 1 image trigger' }));
  await expect(dialog.getByRole('alert')).toBeFocused();
  expect(await findingsOn(page), 'refused').toEqual([]);
  await page.unroute(refused);
  await hand.press(dialog.getByRole('button', { name: 'Try again' }));
  await expect(dialog.getByRole('status')).toHaveText('1 of 1 image trigger is paused.');
  expect(await findingsOn(page), 'paused').toEqual([]);
});

story('axe finds nothing where pushes are run by hand', async ({ shop, visit, hand, page }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  await pauseTrigger(await shop.trigger('web'), verbsOf(shop.admin), {});
  await registry.push(stream, 'v1', images.named('red'));
  const dialog = page.getByRole('dialog');
  await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history`);
  await hand.press(page.getByRole('checkbox', { name: 'Select v1 for web' }));
  await hand.press(page.getByRole('button', { name: 'Run now (1)' }));
  await expect(dialog.getByRole('button', { name: 'Run 1 push' })).toBeVisible();
  expect(await findingsOn(page), 'many pushes').toEqual([]);
  await hand.press(dialog.getByRole('button', { name: 'Cancel' }));
  await hand.press(page.getByRole('button', { name: 'Run now: v1' }));
  await expect(dialog.getByText('Parameter IMAGE')).toBeVisible();
  expect(await findingsOn(page), 'one push').toEqual([]);
  await hand.press(dialog.getByRole('button', { name: 'Run', exact: true }));
  const row = page.getByRole('row').filter({ hasText: 'Run by hand by admin' });
  await expect(row).toContainText('Succeeded');
  await hand.press(row.getByRole('link').first());
  await hand.press(page.getByRole('button', { name: 'Run again' }));
  await expect(dialog.getByText('Parameter IMAGE')).toBeVisible();
  expect(await findingsOn(page), 'one push again').toEqual([]);
  await hand.press(dialog.getByRole('button', { name: 'Run', exact: true }));
  await expect(page.getByRole('grid', { name: 'Earlier runs of this push' })).toBeVisible();
  expect(await findingsOn(page), 'a push that was run again').toEqual([]);
});
