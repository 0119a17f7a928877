import { articleChain, chainNames } from '../scenarios/chain-by-hand';
import { withChain } from '../scenarios/scenarios/found-chain';
import { expect, storyByHand } from './story';

storyByHand('finds a chain that was made by hand, and its run', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images } = shop;
  await withChain(shop, articleChain(projects.pipelines), async () => {
    const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
    const chain = page.getByRole('row').filter({ hasText: 'Found, not managed' });
    await expect(chain.getByRole('link', { name: chainNames.trigger })).toBeVisible();
    await expect(chain).toContainText('Any image pushed to the cluster');
    await expect(chain.getByRole('link', { name: chainNames.pipeline })).toBeVisible();
    await expect(chain.getByText('Ready', { exact: true })).toBeVisible();

    const image = images.named('red');
    await registry.push(stream, 'v1', image);
    await expect(chain.getByText('Succeeded', { exact: true })).toBeVisible();
    await hand.press(chain.getByRole('button', { name: 'Found, not managed' }));
    await expect(page.getByRole('dialog')).toContainText('Somebody else made this');
    await hand.press(page.getByRole('button', { name: 'Close' }));

    await hand.press(chain.getByRole('button', { name: `Actions on ${chainNames.trigger}` }));
    await hand.press(page.getByRole('menuitem', { name: 'Show runs' }));
    // Images that are pushed elsewhere in the cluster have their rows here, too.
    const run = page.getByRole('row').filter({ hasText: image.digest.slice(7, 19) });
    await expect(run).toContainText('v1');
    await expect(run.getByText('Succeeded')).toBeVisible();
    await expect(run.getByRole('link', { name: 'web', exact: true })).toBeVisible();
    await expect(run.getByRole('link', { name: chainNames.trigger, exact: true })).toBeVisible();
  });
});
