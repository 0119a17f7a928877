import { runOf } from '../../src/domain/run';
import type { PipelineRun } from '../../src/k8s/pipeline-run';
import { pipelineRunKind } from '../../src/k8s/pipeline-run';
import { next } from './form';
import { expect, storyByHand } from './story';

storyByHand('edits the tags and a parameter of a trigger', async ({ shop, visit, hand }) => {
  const { projects, stream, registry, images, admin, expect: inCluster } = shop;
  await shop.bind();
  const page = await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
  await hand.press(page.getByRole('button', { name: 'Actions' }));
  await hand.press(page.getByRole('menuitem', { name: 'Edit' }));

  await hand.press(page.getByRole('radio', { name: 'Pattern' }));
  await hand.type(page.getByRole('textbox', { name: 'Pattern' }), 'v*');
  await next(hand);
  await hand.select(page.getByRole('combobox', { name: 'Value of IMAGE' }), 'Image digest');
  await next(hand);
  const changes = page.getByRole('grid', { name: 'Your changes' });
  await expect(changes.getByRole('row', { name: 'Tags Any tag Pattern: v*' })).toBeVisible();
  await expect(changes.getByRole('row', { name: /^Parameter IMAGE/ })).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Save', exact: true }));

  await expect(page.getByRole('heading', { name: 'web', level: 1 })).toBeVisible();
  await expect(page.getByText('Pattern: v*')).toBeVisible();
  await registry.push(stream, 'latest', images.named('other'));
  await registry.push(stream, 'v1', images.named('wanted'));
  await inCluster.runs('web', ['wanted v1']);
  const [run] = await admin.list<PipelineRun>(pipelineRunKind, { namespace: projects.pipelines });
  expect(run?.spec?.params).toEqual([{ name: 'IMAGE', value: run && runOf(run)?.cause?.digest }]);
});
