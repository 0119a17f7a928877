import { waitFor } from '@testing-library/react';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { bind, patch, push, remove, resources, startShop } from './shop';
import type { Shop } from './shop';

/** The names of the PipelineRuns, sorted. */
export const runNames = ({ store }: Shop): string[] =>
  store
    .list(resources.pipelineRuns)
    .map(({ metadata }) => metadata.name)
    .sort();

/** The shop after a push whose run has ended; the name of that run. */
export const shopWithRun = async (
  options?: Parameters<typeof startShop>[0],
): Promise<{ cluster: Shop; name: string }> => {
  const cluster = await startShop(options);
  await bind(cluster);
  await push(cluster, { tag: 'v9' });
  await waitFor(() =>
    expect(cluster.store.list(resources.pipelineRuns)[0]?.status?.completionTime).toBeDefined(),
  );
  return { cluster, name: runNames(cluster)[0]! };
};

/** Has a run that has ended have failed. */
export const failRun = (cluster: Shop, name: string): Promise<void> =>
  patch(
    cluster,
    { kind: pipelineRunKind, namespace: 'supply-chain', name, subresource: 'status' },
    { status: { conditions: [{ type: 'Succeeded', status: 'False', reason: 'Failed' }] } },
  );

/** Takes a run away, as a pruner does. */
export const pruneRun = (cluster: Shop, name: string): Promise<void> =>
  remove(cluster, { kind: pipelineRunKind, namespace: 'supply-chain', name });
