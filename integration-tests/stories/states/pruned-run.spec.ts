import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import { expectAccessible } from './stage';
import { history } from './pages';
import { pipelinesProject } from './site';
import { expect, stateStory } from './state-story';

const guest = 'pruned-guest';

stateStory.use({ results: true, by: 'keyboard' });

const title = 'a run that is pruned stays on record, from Tekton Results';

stateStory(title, async ({ site, hand, visit }) => {
  await site.bind(guest, 'cart');
  await site.push('cart', 'v9');
  const name = await site.runOf(guest);
  const path = history.path(pipelinesProject, site);
  const page = await visit(path, 'viewer');
  const row = page.getByRole('row').filter({ hasText: guest });
  await expect(row.getByText('Succeeded')).toBeVisible();
  const mark = page.getByText('Pruned, known from Tekton Results');
  await expect(mark).toHaveCount(0);

  await site.admin.remove(pipelineRunKind, { namespace: pipelinesProject, name });
  await expect(row.getByText('Pruned, known from Tekton Results')).toBeVisible();
  await expect(row.getByText('Succeeded')).toBeVisible();
  await expectAccessible({ page, site, hand, subject: history, open: () => Promise.resolve() });

  await visit(`${path}/${name}`, 'viewer');
  await expect(page.getByRole('listitem', { name: 'PipelineRun finished: Done' })).toBeVisible();
  await expect(page.getByText(/was pruned from the cluster; Tekton Results keeps/)).toBeVisible();
  await expect(page.getByText('Values that reached the Pipeline')).toBeVisible();
  await site.unbind(guest);
});
