import { screen, waitFor, within } from '@testing-library/react';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import { taskRunKind, taskRunLabels } from '../../k8s/task-run';
import { renderPage } from '../../testing/render-page';
import { create, patch, remove } from '../../testing/shop';
import type { Shop } from '../../testing/shop';
import { pruneRun, shopWithRun } from '../../testing/shop-run';
import { columnOf } from '../../testing/table';
import PushPage from './PushPage';

const home = { namespace: 'supply-chain' };

const open = (cluster: Shop, name: string) =>
  renderPage({
    page: <PushPage />,
    route: '/k8s/ns/:ns/image-triggers-history/:push',
    at: `/k8s/ns/supply-chain/image-triggers-history/${name}`,
    cluster,
  });

describe('the page of a push whose run was pruned', () => {
  it('shows how it ended, what reached the Pipeline and its tasks, from Tekton Results', async () => {
    const { cluster, name } = await shopWithRun({ results: true });
    await create(cluster, taskRunKind, {
      metadata: {
        ...home,
        name: 'print',
        labels: { [taskRunLabels.pipelineRun]: name, [taskRunLabels.task]: 'print' },
      },
    });
    await remove(cluster, { kind: taskRunKind, ...home, name: 'print' });
    await pruneRun(cluster, name);
    await open(cluster, name);
    expect(
      await screen.findByText(/The PipelineRun was pruned from the cluster; Tekton Results keeps/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('listitem', { name: 'PipelineRun finished: Done' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('IMAGE', { selector: 'dt *' })).toBeInTheDocument();
    const tasks = await screen.findByRole('grid', { name: 'Tasks of the PipelineRun' });
    expect(columnOf(tasks, 'Task').map(({ textContent }) => textContent)).toEqual(['print']);
    // It had not even begun when it was taken away.
    expect(within(tasks).getByText('Unknown')).toBeInTheDocument();
  });

  it('says that nobody knows how it ended, where it was deleted before', async () => {
    const { cluster, name } = await shopWithRun({ results: true });
    const place = { kind: pipelineRunKind, ...home, name };
    const conditions = [{ type: 'Succeeded', status: 'Unknown', reason: 'Running' }];
    await patch(
      cluster,
      { ...place, subresource: 'status' },
      {
        status: { conditions, completionTime: null },
      },
    );
    await remove(cluster, place);
    await open(cluster, name);
    await waitFor(() =>
      expect(
        screen.getByText(/The PipelineRun is gone, and Tekton Results does not know how it ended/),
      ).toBeInTheDocument(),
    );
    expect(
      screen.getByRole('listitem', { name: 'PipelineRun finished: Not known' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Run again' })).toBeInTheDocument();
  });
});
