import { eventListenerKind } from '../../src/k8s/event-listener';
import { triggerKind } from '../../src/k8s/trigger';
import { expect, storyByHand } from './story';

storyByHand('repairs what somebody broke by hand', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images, admin, relay, expect: inCluster } = shop;
  const namespace = projects.pipelines;
  await shop.bind();
  await admin.remove(triggerKind, { namespace, name: 'web-3' });
  await admin.remove(eventListenerKind, { namespace, name: 'image-triggers' });
  const page = await visit(`/k8s/ns/${namespace}/image-triggers/web`);

  await expect(page.getByText(/The EventListener is missing/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Repair the trigger' }).first());
  const dialog = page.getByRole('dialog', { name: 'Repair image trigger web' });
  await expect(dialog.getByText(/The API server agrees to every write/)).toBeVisible();
  await expect(dialog.getByText(/Used by 1 image trigger of project/)).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: /^Trigger web-3 in project .* New$/ }));
  await expect(dialog.getByText('imagetriggers.dev/trigger: web')).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: 'Repair', exact: true }));
  await expect(dialog.getByText('The image trigger is repaired')).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: 'Close' }).last());

  await expect(page.getByText(/is missing|Triggers are left|would build/)).toHaveCount(0);
  await relay.untilReady(stream);
  await registry.push(stream, 'v1', images.named('red'));
  await inCluster.noMoreRuns('web', ['red v1'], { stream, tag: 'v2' });
});
