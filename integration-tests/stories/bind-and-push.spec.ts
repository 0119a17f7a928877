import { samplePipelineName } from '../../src/domain/sample-pipeline';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { fillForm } from './form';
import { expect, story, storyByHand } from './story';

/** What the product promises: the PipelineRun of a push is seen within two seconds. */
const promisedMs = 2_000;

storyByHand('binds an ImageStream, pushes, and sees the run', async ({ shop, visit, hand }) => {
  const { projects, remoteStream, registry, images, admin } = shop;
  await registry.push(remoteStream, 'v1.0', images.named('old'));
  const page = await visit(`/k8s/ns/${projects.images}/image-triggers-streams`);

  await hand.press(page.getByRole('link', { name: 'Create image trigger' }));
  await fillForm(hand, projects, 'v1.*');
  await expect(page.getByText('15 objects')).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Create', exact: true }));

  const name = `web-${samplePipelineName}`;
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();

  const started = Date.now();
  await registry.push(remoteStream, 'v1.1', images.named('new'));
  const row = page.getByRole('row').filter({ hasText: 'v1.1' });
  await expect(row.getByRole('link', { name: new RegExp(`^.*${name}-`) })).toBeVisible();
  expect(Date.now() - started).toBeLessThan(promisedMs);
  await expect(row.getByText('Succeeded')).toBeVisible();

  const [run, ...others] = await admin.list(pipelineRunKind, { namespace: projects.pipelines });
  expect(others).toEqual([]);
  await expect(row.getByText(run?.metadata?.name ?? 'no run')).toBeVisible();

  await hand.press(page.getByRole('switch', { name: 'Pushes that needed no run' }));
  await expect(
    page.getByRole('row').filter({ hasText: 'v1.0' }).getByText('Before activation'),
  ).toBeVisible();
});

story('shows the push in the history and on the list of ImageStreams', async ({ shop, visit }) => {
  const { projects, stream, registry, images } = shop;
  await shop.bind();
  await registry.push(stream, 'latest', images.named('first'));
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history`);
  await expect(
    page.getByRole('row').filter({ hasText: 'latest' }).getByText('Succeeded'),
  ).toBeVisible();
  await page.goto(`/k8s/ns/${projects.pipelines}/image-triggers-streams?bound=yes`);
  const row = page.getByRole('row').filter({ hasText: 'web' });
  await expect(row.getByText('Succeeded')).toBeVisible();
});

story('finds a push that the chain has lost', async ({ shop, visit }) => {
  const { projects, stream, registry, images, relay } = shop;
  await shop.bind();
  await relay.stopSource(stream);
  await registry.push(stream, 'lost', images.named('lost'));
  await relay.startSource(stream);
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history`);
  const row = page.getByRole('row').filter({ hasText: 'lost' });
  await expect(row.getByText('Waiting')).toBeVisible();
  await expect(row.getByText('Missed')).toBeVisible({ timeout: 40_000 });
});
