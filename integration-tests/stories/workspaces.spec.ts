import { samplePipeline } from '../../src/domain/sample-pipeline';
import { pipelineKind } from '../../src/k8s/pipeline';
import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { findingsOn } from './axe';
import { fillPipeline, fillStream, formPath, next } from './form';
import { expect, story, storyByHand } from './story';

story.slow();

storyByHand('fills a workspace that a Pipeline needs', async ({ shop, visit, hand }) => {
  const { projects, remoteStream, registry, images, admin, expect: inCluster } = shop;
  const namespace = projects.pipelines;
  const sample = samplePipeline(namespace);
  const spec = { ...sample.spec, workspaces: [{ name: 'scratch', description: 'For files' }] };
  const pipeline = { ...sample, metadata: { name: 'build', namespace }, spec };
  await admin.create(pipelineKind, pipeline);
  const page = await visit(formPath(projects));
  await fillStream(hand, projects);
  await next(hand);
  await fillPipeline(hand, projects, 'build');

  const filling = page.getByRole('combobox', { name: 'What fills scratch' });
  await expect(page.getByText('The Pipeline needs this workspace', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next' })).toBeDisabled();
  expect(await findingsOn(page), 'a workspace without anything').toEqual([]);
  await hand.select(filling, 'New volume for every run');
  await expect(page.getByRole('textbox', { name: 'Size' })).toHaveValue('1Gi');
  expect(await findingsOn(page), 'a new volume').toEqual([]);
  await hand.select(filling, 'Secret');
  await hand.type(page.getByRole('combobox', { name: 'Name of the Secret' }), 'registry-login');
  await expect(
    page.getByText('There is no Secret registry-login now', { exact: false }),
  ).toBeVisible();
  await hand.select(filling, 'Empty directory');
  await hand.press(page.getByRole('button', { name: 'Service account and timeouts' }));
  await hand.type(page.getByRole('textbox', { name: 'Timeout of its tasks' }), '30m');
  expect(await findingsOn(page), 'the settings').toEqual([]);
  await next(hand);
  await hand.press(page.getByRole('button', { name: 'Create', exact: true }));

  await expect(page.getByRole('heading', { name: 'web-build', level: 1 })).toBeVisible();
  await expect(page.getByText('scratch: Empty directory')).toBeVisible();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();
  await registry.push(remoteStream, 'v1', images.named('red'));
  await inCluster.history('web-build', ['red v1 succeeded']);
  const [run] = await admin.list<PipelineRun>(pipelineRunKind, { namespace });
  expect(run?.spec?.workspaces).toEqual([{ name: 'scratch', emptyDir: {} }]);
});
