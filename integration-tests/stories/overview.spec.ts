import { triggerKind } from '../../src/k8s/trigger';
import { expect, story } from './story';

story.use({ by: 'keyboard' });

story('tells what needs attention until it is put right', async ({ shop, visit, page, hand }) => {
  story.slow();
  const { projects, stream, registry, images, relay, admin } = shop;
  await shop.bind();
  await page.clock.install();
  const path = `/k8s/ns/${projects.pipelines}/image-triggers-overview`;
  await visit(path);
  await expect(page.getByText('Nothing needs attention')).toBeVisible();

  await relay.stopSource(stream);
  const attention = page.getByRole('list', { name: 'What needs attention' });
  const stopped = attention
    .getByRole('listitem')
    .filter({ hasText: `Pushes to project ${projects.pipelines} do not reach` });
  await expect(stopped).toContainText('The ApiServerSource is not ready.');
  await expect(
    page.getByRole('row').filter({ hasText: 'Watches' }).getByText('0 of 1 ready'),
  ).toBeVisible();

  await registry.push(stream, 'lost', images.named('lost'));
  const missed = attention.getByRole('listitem').filter({ hasText: 'missed 1 push' });
  // The push has come to the page: only then its time may pass.
  await expect(page.getByRole('term').filter({ hasText: 'Waiting' })).toBeVisible();
  await page.clock.fastForward(70_000);
  await expect(missed).toBeVisible();

  await relay.startSource(stream);
  await expect(stopped).toBeHidden();
  await hand.press(missed.getByRole('link', { name: 'Show pushes' }));
  const rows = page.getByRole('grid', { name: 'Pushes and runs' }).getByRole('row');
  await expect(rows.filter({ hasText: 'lost' }).getByText('Missed')).toBeVisible();
  // The row of titles, and as many as the overview has said.
  await expect(rows).toHaveCount(2);

  await admin.remove(triggerKind, { namespace: projects.pipelines, name: 'web' });
  await page.goto(path);
  await expect(page.getByText('No image triggers yet')).toBeVisible();
});
