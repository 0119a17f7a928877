import { samplePipelineName } from '../../src/domain/sample-pipeline';
import { fillPipeline, fillStream, formPath, next } from './form';
import { expect, storyByHand } from './story';

const title = 'runs each image once, and says of another tag why it has not run';

storyByHand(title, async ({ shop, visit, hand }) => {
  const { projects, remoteStream, registry, images } = shop;
  const red = images.named('red');
  await registry.push(remoteStream, 'v0.1', red);
  await registry.tag(remoteStream, { 'v0.2': red });
  const page = await visit(formPath(projects));
  await fillStream(hand, projects);
  await hand.press(page.getByRole('radio', { name: 'Each image' }));
  await expect(page.getByText(/^1 of [12] pushes? since .* would have run$/)).toBeVisible();
  await next(hand);
  await fillPipeline(hand, projects);
  await next(hand);
  await expect(page.getByText(/An image runs when it is pushed first/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Create', exact: true }));
  await expect(page.getByText('Ready', { exact: true })).toBeVisible();

  const blue = images.named('blue');
  await registry.push(remoteStream, 'v1.0', blue);
  const ran = page.getByRole('row').filter({ hasText: 'v1.0' });
  await expect(ran.getByText('Succeeded')).toBeVisible();
  // In the same second, both tags would be one push.
  await shop.cluster.later(1);
  await registry.tag(remoteStream, { stable: blue });
  const again = page.getByRole('row').filter({ hasText: 'stable' });
  await expect(again.getByText('Image already ran')).toBeVisible();
  const run = `web-${samplePipelineName}-${blue.digest.slice(7, 23)}`;
  await expect(ran.getByRole('link', { name: run })).toBeVisible();
  await expect(again.getByRole('link', { name: run })).toBeVisible();
  await hand.press(again.getByRole('button', { name: 'Run again: stable' }));
  await expect(page.getByText(`${run}-r1`)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Run', exact: true }));
  await expect(again.getByText('Succeeded')).toBeVisible();

  await hand.press(page.getByRole('button', { name: 'Actions' }).first());
  await hand.press(page.getByRole('menuitem', { name: 'Edit' }));
  await hand.press(page.getByRole('radio', { name: 'Each push' }));
  await next(hand);
  await next(hand);
  const changes = page.getByRole('grid', { name: 'Your changes' });
  await expect(
    changes.getByRole('row', { name: 'What runs once Each image Each push' }),
  ).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
  await hand.press(page.getByRole('button', { name: 'Actions' }).first());
  await hand.press(page.getByRole('menuitem', { name: 'Edit' }));
  await expect(page.getByText(/^It was changed to Each push just now/)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Each image' })).toBeDisabled();
});
