import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { findingsOn } from './axe';
import { fillPipeline, fillStream, formPath, next } from './form';
import { expect, story, storyByHand } from './story';

story.slow();

const run = (more: string): string =>
  [
    'apiVersion: tekton.dev/v1',
    'kind: PipelineRun',
    'metadata: {labels: {team: shop}}',
    'spec:',
    ' pipelineRef: {name: print-image}',
    ' params: [{name: IMAGE, value: $(tt.params.image-reference)}]',
    ` ${more}`,
  ].join('\n');

storyByHand('writes the run of a trigger as YAML', async ({ shop, visit, hand }) => {
  const { projects, remoteStream, registry, images, admin, expect: inCluster } = shop;
  const namespace = projects.pipelines;
  const page = await visit(formPath(projects));
  await fillStream(hand, projects);
  await next(hand);
  await fillPipeline(hand, projects);
  await hand.press(page.getByRole('radio', { name: 'YAML view' }));
  const field = page.getByRole('textbox', { name: 'PipelineRun that each push starts' });
  await expect(field).toHaveValue(/name: print-image/);
  expect(await findingsOn(page), 'the YAML').toEqual([]);

  await hand.type(field, run('timeouts: {tasks: 30}'));
  await expect(page.getByText('Line 7, column 13: spec.timeouts.tasks must be')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeDisabled();
  expect(await findingsOn(page), 'a text with a problem').toEqual([]);
  await hand.press(page.getByRole('button', { name: 'Go to line 7' }));
  await page.keyboard.type(` timeouts: {tasks: 30m}`);
  await expect(field).toHaveValue(run('timeouts: {tasks: 30m}'));

  await hand.type(field, run('taskRunTemplate: {podTemplate: {dnsPolicy: Default}}'));
  await expect(page.getByText('Kept as it is: taskRunTemplate')).toBeVisible();
  expect(await findingsOn(page), 'what is kept').toEqual([]);
  await hand.press(page.getByRole('radio', { name: 'Form view' }));
  await expect(page.getByText('Kept as it is: taskRunTemplate')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Value of label 1' })).toHaveValue('shop');
  await next(hand);
  await hand.press(page.getByRole('button', { name: 'Create', exact: true }));

  await expect(page.getByRole('heading', { name: 'web-print-image', level: 1 })).toBeVisible();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  await registry.push(remoteStream, 'v1', images.named('red'));
  await inCluster.runs('web-print-image', ['red v1']);
  const [made] = await admin.list<PipelineRun>(pipelineRunKind, { namespace });
  expect(made?.metadata?.labels).toMatchObject({ team: 'shop' });
  expect(made?.spec?.taskRunTemplate).toMatchObject({ podTemplate: { dnsPolicy: 'Default' } });
});
