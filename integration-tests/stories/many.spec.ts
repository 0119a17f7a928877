import { samplePipelineName } from '../../src/domain/sample-pipeline';
import { fillPipeline, next } from './form';
import { expect, storyByHand } from './story';

storyByHand(
  'creates image triggers for selected ImageStreams by one form',
  async ({ shop, visit, hand }) => {
    const { projects, remoteStream, registry, images, relay, expect: inCluster } = shop;
    const api = { namespace: projects.images, name: 'api' };
    for (const name of ['api', 'other']) await registry.createStream({ ...api, name });
    const page = await visit(`/k8s/ns/${projects.images}/image-triggers-streams`);

    for (const name of ['api', 'other', 'web'])
      await hand.press(page.getByRole('checkbox', { name: `Select ImageStream ${name} ` }));
    await hand.press(page.getByRole('button', { name: 'Create image triggers (3)' }));
    await expect(page.getByRole('heading', { name: '3 ImageStreams match' })).toBeVisible();
    await hand.press(page.getByRole('checkbox', { name: /for ImageStream other in project/ }));
    await expect(page.getByText('2 of them get an image trigger each.')).toBeVisible();
    await next(hand);
    await fillPipeline(hand, projects);
    await hand.type(page.getByRole('textbox', { name: 'Prefix of the names' }), 'all-');
    await next(hand);

    await hand.press(page.getByRole('button', { name: 'Create 2 image triggers' }));
    await expect(page.getByText('2 of 2 image triggers are created.').last()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Show the image triggers' })).toBeFocused();
    await hand.press(page.getByRole('button', { name: 'Show the image triggers' }));
    await expect(page.getByRole('heading', { name: 'Image triggers', level: 1 })).toBeVisible();
    const names = ['api', 'web'].map((name) => `all-${name}-${samplePipelineName}`);
    for (const name of names) await expect(page.getByRole('link', { name })).toBeVisible();

    await relay.untilReady(remoteStream);
    await registry.push(api, 'v1', images.named('api'));
    await registry.push(remoteStream, 'v1', images.named('web'));
    await inCluster.runs(names[0] ?? '', ['api v1']);
    await inCluster.runs(names[1] ?? '', ['web v1']);
  },
);
