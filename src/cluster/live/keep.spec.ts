import type { PipelineRun } from '../../k8s/pipeline-run';
import { pipelineRunKind } from '../../k8s/pipeline-run';
import { imageStreamKind } from '../../k8s/image-stream';
import { keepOf } from './keep';
import type { ListQuery } from './list-query';

const whole = (): PipelineRun => ({
  metadata: { namespace: 'ci', name: 'run-1', uid: 'u', managedFields: [{ manager: 'tekton' }] },
  spec: { params: [{ name: 'IMAGE', value: 'web' }], pipelineRef: { name: 'scan' } },
});

describe('what a list keeps', () => {
  it.each<[string, ListQuery, string | undefined]>([
    ['many PipelineRuns: not the Pipeline', { kind: pipelineRunKind }, undefined],
    ['those of a project: not the Pipeline', { kind: pipelineRunKind, namespace: 'ci' }, undefined],
    ['one by its name: all of it', { kind: pipelineRunKind, name: 'run-1' }, 'scan'],
    ['other kinds: all of it', { kind: imageStreamKind }, 'scan'],
  ])('of %s', (_, query, pipeline) => {
    const kept: PipelineRun = keepOf(query)(whole());
    expect(kept.metadata?.name).toBe('run-1');
    expect(kept.metadata?.managedFields).toBeUndefined();
    expect(kept.spec?.pipelineRef?.name).toBe(pipeline);
  });
});
