import { clusterImages } from '../../src/domain/push';
import { first } from '../scenarios/any-image';
import { repositoryOf } from '../scenarios/registry';
import { fillPipeline, formPath, next } from './form';
import { expect, storyByHand } from './story';

storyByHand('runs any image of the cluster', async ({ shop, visit, hand }) => {
  const { projects, stream, remoteStream, registry, images, relay, expect: inCluster } = shop;
  const page = await visit(formPath(projects));
  await hand.press(page.getByRole('radio', { name: 'Any image of the cluster' }));
  await expect(page.getByText('Every image that is new to the cluster starts a run')).toBeVisible();
  await hand.press(page.getByRole('radio', { name: 'Pattern' }));
  const pattern = page.getByRole('textbox', { name: 'Pattern' });
  await hand.type(pattern, `*/${projects.images}/*`);
  await next(hand);
  await fillPipeline(hand, projects);
  const name = page.getByRole('textbox', { name: 'Name of the trigger' });
  await hand.type(name, 'any-image');
  await next(hand);
  await expect(page.getByRole('button', { name: /^ClusterRoleBinding / })).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Create', exact: true }));
  await expect(page.getByRole('heading', { name: 'any-image' })).toBeVisible();

  await relay.untilReady(clusterImages);
  await registry.push(remoteStream, 'v1', images.named('red'));
  const row = page.getByRole('row').filter({ hasText: `${projects.images}/web` });
  await expect(row.getByText('Succeeded')).toBeVisible();
  // The same image once more, to another tag and another ImageStream: it is not new.
  await registry.push(remoteStream, 'v2', images.named('red'));
  await registry.push(stream, 'v1', images.named('red'));
  const last = { stream: remoteStream, tag: 'v3', recorded: repositoryOf(remoteStream) };
  await inCluster.noMoreRuns('any-image', [first('red', remoteStream)], last);
});
