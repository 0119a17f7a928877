import { articleChain, chainNames } from '../scenarios/chain-by-hand';
import { withChain } from '../scenarios/scenarios/found-chain';
import { next } from './form';
import { expect, storyByHand } from './story';

storyByHand("takes over the article's chain", async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images, relay, expect: inCluster } = shop;
  await withChain(shop, articleChain(projects.pipelines), async () => {
    await registry.push(stream, 'v1', images.named('red'));
    const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
    const chain = page.getByRole('row').filter({ hasText: 'Found, not managed' });
    await expect(chain.getByText('Succeeded', { exact: true })).toBeVisible();
    await hand.press(chain.getByRole('button', { name: `Actions on ${chainNames.trigger}` }));
    await hand.press(page.getByRole('menuitem', { name: 'Take over' }));

    await expect(page.getByText(/until then a push runs twice/)).toBeVisible();
    const choice = `Choose ${stream.namespace}/${stream.name}`;
    await hand.press(page.getByRole('button', { name: choice }));
    await next(hand);
    await expect(page.getByText(/gives it \$\(header.Ce-Type\)/)).toBeVisible();
    await hand.type(page.getByRole('textbox', { name: 'Text for event-type' }), 'push');
    await next(hand);
    await expect(page.getByText(/Until you remove chain .* a push runs twice/)).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Create', exact: true }));

    const title = `Take-over of chain ${chainNames.trigger}`;
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await hand.pressInVain(page.getByRole('button', { name: 'Remove the old parts' }));
    await relay.untilReady(stream);
    await page.reload();
    await registry.push(stream, 'v2', images.named('blue'));
    await expect(page.getByText('The new listener has run a push:')).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Remove the old parts' }));
    const dialog = page.getByRole('dialog', { name: /Remove the old parts of chain/ });
    await expect(dialog.getByRole('listitem').first()).toContainText('ApiServerSource');
    await hand.press(dialog.getByRole('button', { name: 'Remove the old parts' }));
    await expect(dialog.getByText(/The old parts are removed/)).toBeVisible();
    await hand.press(dialog.getByRole('button', { name: 'Close' }).last());
    await expect(page.getByRole('heading', { name: title })).toHaveCount(0);
    const name = `web-${chainNames.pipeline}`;
    await inCluster.noMoreRuns(name, ['blue v2'], { stream, tag: 'v3' });
  });
});
