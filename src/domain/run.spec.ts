import type { PipelineRun } from '../k8s/pipeline-run';
import type { Condition } from '../k8s/resource';
import { aDigest, aDraft, aPipelineRun, aPush } from '../testing/builders';
import { causeAnnotations, triggerLabel } from './marks';
import { clusterImages } from './push';
import { runOf, runStatusOf } from './run';
import type { RunStatus } from './run';

const withCondition = (condition: Partial<Condition>): PipelineRun => ({
  status: { conditions: [{ type: 'Succeeded', ...condition } as Condition] },
});

describe('runStatusOf', () => {
  it.each<[string, PipelineRun, RunStatus]>([
    ['no status', {}, 'queued'],
    ['no conditions', { status: {} }, 'queued'],
    ['no such condition', { status: { conditions: [] } }, 'queued'],
    ['pending', withCondition({ status: 'Unknown', reason: 'PipelineRunPending' }), 'queued'],
    ['started', withCondition({ status: 'Unknown', reason: 'Started' }), 'running'],
    ['running', withCondition({ status: 'Unknown', reason: 'Running' }), 'running'],
    ['succeeded', withCondition({ status: 'True', reason: 'Succeeded' }), 'succeeded'],
    ['with skipped tasks', withCondition({ status: 'True', reason: 'Completed' }), 'succeeded'],
    ['failed', withCondition({ status: 'False', reason: 'Failed' }), 'failed'],
    [
      'without a Pipeline',
      withCondition({ status: 'False', reason: 'CouldntGetPipeline' }),
      'failed',
    ],
    ['timed out', withCondition({ status: 'False', reason: 'PipelineRunTimeout' }), 'failed'],
    ['no reason', withCondition({ status: 'False' }), 'failed'],
    ['cancelled', withCondition({ status: 'False', reason: 'Cancelled' }), 'cancelled'],
    ['stopped', withCondition({ status: 'False', reason: 'StoppedRunFinally' }), 'cancelled'],
    ['a Status', { kind: 'Status', status: 'Failure' } as unknown as PipelineRun, 'queued'],
  ])('of a run that is %s', (_, run, status) => {
    expect(runStatusOf(run)).toBe(status);
  });
});

describe('runOf', () => {
  const pipelineRun = aPipelineRun({ status: 'failed', createdAt: '2026-03-01T12:00:02Z' });

  it('says what the history shows of a run', () => {
    const finished: PipelineRun = {
      ...pipelineRun,
      status: { ...pipelineRun.status, completionTime: '2026-03-01T12:05:00Z' },
    };
    expect(runOf(finished)).toEqual({
      namespace: 'ci',
      name: 'scan-web-aaaaaaaa-1772366400',
      uid: 'scan-web-aaaaaaaa-1772366400-uid',
      isArchived: false,
      viaListener: true,
      trigger: 'scan-web',
      status: 'failed',
      message: 'Tasks Completed: 1 (Failed: 1)',
      createdAt: '2026-03-01T12:00:02Z',
      startedAt: '2026-03-01T12:00:02Z',
      finishedAt: '2026-03-01T12:05:00Z',
      cause: {
        stream: { namespace: 'images', name: 'web' },
        tag: 'latest',
        digest: aDigest('a'),
        reference: `registry.example/images/web@${aDigest('a')}`,
        pushedAt: '2026-03-01T12:00:00Z',
        eventTime: '2026-03-01T12:00:00Z',
      },
    });
  });

  it.each<[string, PipelineRun]>([
    ['of somebody else', { metadata: { name: 'build-1', labels: {} } }],
    ['without metadata', {}],
    ['without a name', { metadata: { labels: { [triggerLabel]: 'scan-web' } } }],
  ])('is nothing for a run %s', (_, run) => {
    expect(runOf(run)).toBeUndefined();
  });

  const { eventId, eventTime, ...needed } = causeAnnotations;
  const withAnnotation = (key: string, value: string | undefined): PipelineRun => ({
    ...pipelineRun,
    metadata: {
      ...pipelineRun.metadata,
      annotations: { ...pipelineRun.metadata?.annotations, [key]: value } as Record<string, string>,
    },
  });

  it.each(Object.values(needed))('has no cause without %s', (key) => {
    expect(runOf(withAnnotation(key, undefined))?.cause).toBeUndefined();
    expect(runOf(withAnnotation(key, ''))?.cause).toBeUndefined();
  });

  it.each([eventId, eventTime])('has a cause without %s', (key) => {
    expect(runOf(withAnnotation(key, undefined))?.cause).toBeDefined();
  });

  it('has no cause where the time of the push is none', () => {
    expect(runOf(withAnnotation(causeAnnotations.pushedAt, 'zzz'))?.cause).toBeUndefined();
  });

  it('has an Image as its cause where it names no ImageStream at all', () => {
    const stream = clusterImages;
    const push = aPush({ stream, tags: ['r.example/shop/cart'] });
    const run = aPipelineRun({ draft: aDraft({ stream }), push });
    expect(runOf(run)?.cause).toMatchObject({ stream, tag: 'r.example/shop/cart' });
  });

  it('has the cause of a stream with a name too long for a label', () => {
    const stream = { namespace: 'images', name: 'w'.repeat(64) };
    const run = aPipelineRun({ draft: aDraft({ stream }), push: aPush({ stream }) });
    expect(runOf(run)?.cause?.stream).toEqual(stream);
  });
});
