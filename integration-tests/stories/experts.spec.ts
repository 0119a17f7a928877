import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { findingsOn } from './axe';
import { fillPipeline, fillStream, formPath, next } from './form';
import { expect, story, storyByHand } from './story';

story.slow();

storyByHand('writes a rule in CEL and labels the runs', async ({ shop, visit, hand }) => {
  const { projects, remoteStream, registry, images, admin, expect: inCluster } = shop;
  const namespace = projects.pipelines;
  await registry.push(remoteStream, 'v0', images.named('old'));
  const page = await visit(formPath(projects));
  await fillStream(hand, projects);
  await hand.press(page.getByRole('radio', { name: 'CEL expression' }));
  const field = page.getByRole('textbox', { name: 'CEL expression' });
  await hand.type(field, `t.tag == 'stable' || t.ta`);
  await expect(page.getByRole('option', { name: /^t\.tag/ })).toBeVisible();
  expect(await findingsOn(page), 'the fields of the event').toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type(`.startsWith('v')`);
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue(`t.tag == 'stable' || t.tag.startsWith('v')`);
  await expect(page.getByText('tags match', { exact: false })).toBeVisible();
  expect(await findingsOn(page), 'an expression').toEqual([]);
  await next(hand);

  await fillPipeline(hand, projects);
  await hand.press(page.getByRole('button', { name: 'Labels and annotations of the runs' }));
  await hand.press(page.getByRole('button', { name: 'Add a label' }));
  await hand.type(page.getByRole('textbox', { name: 'Name of label 1' }), 'team name');
  await expect(page.getByText('Use at most 63 letters', { exact: false })).toBeVisible();
  expect(await findingsOn(page), 'a label that is none').toEqual([]);
  await hand.type(page.getByRole('textbox', { name: 'Name of label 1' }), 'team');
  await hand.type(page.getByRole('textbox', { name: 'Value of label 1' }), 'shop');
  await next(hand);
  await hand.press(page.getByRole('button', { name: 'Create', exact: true }));

  const name = 'web-print-image';
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  await registry.push(remoteStream, 'latest', images.named('blue'));
  await registry.push(remoteStream, 'v1', images.named('red'));
  await inCluster.runs(name, ['red v1']);
  const [run, ...others] = await admin.list<PipelineRun>(pipelineRunKind, { namespace });
  expect(others).toEqual([]);
  expect(run?.metadata?.labels).toMatchObject({ team: 'shop' });
});
