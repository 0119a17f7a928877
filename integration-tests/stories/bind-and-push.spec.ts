import type { Locator, Page } from '@playwright/test';
import { samplePipelineName } from '../../src/domain/sample-pipeline';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { summaryOf } from '../bench/statistics';
import type { ScenarioContext } from '../scenarios/scenario-context';
import { fillForm } from './form';
import { expect, story, storyByHand } from './story';

/** What the product promises: the PipelineRun of a push is seen within two seconds. */
const promisedMs = 2_000;

const rowOf = (page: Page, tag: string): Locator => page.getByRole('row').filter({ hasText: tag });

/** Pushes a tag, and how long it takes until the page shows its PipelineRun, in milliseconds. */
const untilSeen = async (
  { registry, remoteStream, images }: ScenarioContext,
  page: Page,
  tag: string,
): Promise<number> => {
  const started = Date.now();
  await registry.push(remoteStream, tag, images.named(tag));
  await expect(
    rowOf(page, tag).getByRole('link', { name: /print-image-[0-9a-f]{8}-/ }),
  ).toBeVisible();
  return Date.now() - started;
};

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

  const first = await untilSeen(shop, page, 'v1.1');
  const row = rowOf(page, 'v1.1');
  await expect(row.getByText('Succeeded')).toBeVisible();
  await expect(page.getByRole('status')).toHaveText('1 row. Latest push v1.1: Succeeded');

  const [run, ...others] = await admin.list(pipelineRunKind, { namespace: projects.pipelines });
  expect(others).toEqual([]);
  await expect(row.getByText(run?.metadata?.name ?? 'no run')).toBeVisible();

  await hand.press(page.getByRole('switch', { name: 'Pushes that needed no run' }));
  await expect(rowOf(page, 'v1.0').getByText('Before activation')).toBeVisible();

  const second = await untilSeen(shop, page, 'v1.2');
  const third = await untilSeen(shop, page, 'v1.3');
  expect(summaryOf([first, second, third]).median).toBeLessThan(promisedMs);
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

storyByHand(
  'finds pushes that the chain has lost, and runs them',
  async ({ shop, visit, hand }) => {
    const { projects, stream, registry, images, relay, expect: inCluster } = shop;
    await shop.bind();
    await relay.stopSource(stream);
    for (const tag of ['v7', 'v8']) await registry.push(stream, tag, images.named(tag));
    await relay.startSource(stream);
    const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers-history`);
    const [seven, eight] = [rowOf(page, 'v7'), rowOf(page, 'v8')];
    await expect(seven.getByText('Waiting')).toBeVisible();
    await expect(seven.getByText('Missed')).toBeVisible({ timeout: 75_000 });
    const dialog = page.getByRole('dialog', { name: /Run this push for web|event of this push/ });

    await hand.press(seven.getByRole('button', { name: 'Run now' }));
    await expect(dialog.getByText('with its name', { exact: false })).toBeVisible();
    await hand.press(dialog.getByRole('button', { name: 'Run', exact: true }));
    await expect(dialog).toBeHidden();
    await expect(seven.getByText('Succeeded')).toBeVisible();
    await expect(seven.getByText('Run by hand by', { exact: false })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await inCluster.runs('web', ['v7 v7']);

    await hand.press(eight.getByRole('button', { name: 'Run now' }));
    await hand.press(dialog.getByRole('button', { name: 'Send through the chain' }));
    const way = dialog.getByRole('list', { name: 'The way of the event through the chain' });
    await expect(way.getByText('The listener made it of this event')).toBeVisible();
    await expect(way.getByText('It succeeded.')).toBeVisible();
    await hand.press(dialog.getByRole('button', { name: 'Close' }).last());
    await expect(eight.getByText('Succeeded')).toBeVisible();
    await inCluster.runs('web', ['v7 v7', 'v8 v8']);
  },
);
