import type { PipelineRun } from '../k8s/pipeline-run';
import { aDigest, aPipelineRun } from '../testing/builders';
import { aChain, aChainRun } from '../testing/chain-builders';
import { foundRunsOf } from './found-chain/found-run';
import { keptRunOf } from './kept-run';
import { replayedByAnnotation } from './marks';
import { runOf } from './run';

/** A run with what real ones carry besides. */
const withDetail = (run: PipelineRun): PipelineRun => ({
  ...run,
  metadata: {
    ...run.metadata,
    labels: { ...run.metadata?.labels, 'tekton.dev/pipeline': 'scan' },
    annotations: { ...run.metadata?.annotations, 'chains.tekton.dev/signed': 'true' },
    managedFields: [{ manager: 'controller' }],
  },
  ...{ spec: { ...run.spec, pipelineRef: { name: 'scan' } } },
  status: {
    ...run.status,
    conditions: [...(run.status?.conditions ?? []), { type: 'Other', status: 'True' }],
    ...{ pipelineSpec: { tasks: [{ name: 'scan' }] }, childReferences: [{ name: 'scan-1' }] },
  },
});

const replayed = aPipelineRun({ status: 'failed' });
Object.assign(replayed.metadata?.annotations ?? {}, { [replayedByAnnotation]: 'alice' });

describe('what is kept of a PipelineRun', () => {
  it.each<[string, PipelineRun]>([
    ['that waits', aPipelineRun({ status: 'queued' })],
    ['that runs', aPipelineRun({ status: 'running' })],
    ['that has succeeded', aPipelineRun({ status: 'succeeded' })],
    ['that a user asked for, and failed', replayed],
    ['of somebody else', { metadata: { namespace: 'ci', name: 'other' } }],
    ['without anything', {}],
  ])('tells of a run %s what the whole tells', (_, run) => {
    expect(runOf(keptRunOf(withDetail(run)))).toEqual(runOf(withDetail(run)));
  });

  it('tells of a run of a found chain what the whole tells', () => {
    const run = withDetail(aChainRun([aDigest('a'), 'other']));
    const told = foundRunsOf([aChain()], [keptRunOf(run)]);
    expect(told).toEqual(foundRunsOf([aChain()], [run]));
    expect(told[0]?.images).toEqual([{ digest: aDigest('a'), reference: undefined }]);
  });

  it('has its key and its version, so that the next change of it finds it', () => {
    const { metadata } = keptRunOf({
      metadata: { namespace: 'ci', name: 'run-1', resourceVersion: '7' },
    });
    expect(metadata).toMatchObject({ namespace: 'ci', name: 'run-1', resourceVersion: '7' });
  });

  it('is nothing of the Pipeline, the tasks or what others wrote', () => {
    const kept = JSON.stringify(keptRunOf(withDetail(aPipelineRun({ status: 'succeeded' }))));
    for (const detail of ['pipelineRef', 'pipelineSpec', 'childReferences', 'managedFields'])
      expect(kept).not.toContain(detail);
    for (const other of ['tekton.dev/pipeline', 'chains.tekton.dev', 'Other'])
      expect(kept).not.toContain(other);
  });
});
