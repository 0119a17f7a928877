import type { PipelineRun } from '../../../../src/k8s/pipeline-run';
import { resources } from '../../resources';
import { namespaces, pipeline } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';

const key = { name: 'run', namespace: 'proof' };

const run = (spec: NonNullable<PipelineRun['spec']>, metadata: object = {}) => ({
  apiVersion: 'tekton.dev/v1',
  kind: 'PipelineRun',
  metadata: { ...key, ...metadata },
  spec: { pipelineRef: { name: 'scan' }, params: [{ name: 'IMAGE', value: 'web' }], ...spec },
});

const outcome = (value: string) => ({ annotations: { 'local.imagetriggers.dev/outcome': value } });

describe('a PipelineRun', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces, pipeline);
  });

  afterEach(async () => {
    await cluster.close();
  });

  const verdict = async (status: 'True' | 'False' | 'Unknown') =>
    cluster.untilCondition(resources.pipelineRuns, key, ['Succeeded', status]);

  it('runs, then succeeds', async () => {
    await cluster.apply(run({}));
    expect(await verdict('Unknown')).toMatchObject({
      reason: 'Running',
      message: 'Tasks Completed: 0 (Failed: 0, Cancelled 0), Incomplete: 1, Skipped: 0',
    });
    expect(await verdict('True')).toMatchObject({ reason: 'Succeeded' });
    const { metadata, status } = cluster.run('run');
    expect(metadata.labels).toEqual({ 'tekton.dev/pipeline': 'scan' });
    expect(status?.startTime).toBeDefined();
    expect(status?.completionTime).toBeDefined();
  });

  it.each([
    {
      what: 'fails on demand',
      object: run({}, outcome('fail')),
      verdict: {
        reason: 'Failed',
        message: 'Tasks Completed: 1 (Failed: 1, Cancelled 0), Skipped: 0',
      },
    },
    {
      what: 'is cancelled on demand',
      object: run({}, outcome('cancel')),
      verdict: { reason: 'Cancelled', message: 'PipelineRun "run" was cancelled' },
    },
    {
      what: 'fails without its Pipeline',
      object: run({ pipelineRef: { name: 'none' } }),
      verdict: {
        reason: 'CouldntGetPipeline',
        message:
          'Error retrieving pipeline for pipelinerun proof/run: error when listing pipelines for pipelineRun run: pipelines.tekton.dev "none" not found',
      },
    },
    {
      what: 'fails without a required param',
      object: run({ params: [] }),
      verdict: {
        reason: 'ParameterMissing',
        message:
          'PipelineRun proof/run is missing some parameters required by Pipeline scan: pipelineRun missing parameters: [IMAGE]',
      },
    },
    {
      what: 'is cancelled by its author',
      object: run({ status: 'Cancelled' }),
      verdict: { reason: 'Cancelled', message: 'PipelineRun "run" was cancelled' },
    },
  ])('$what', async ({ object, verdict: expected }) => {
    await cluster.apply(object);
    expect(await verdict('False')).toMatchObject(expected);
  });

  it.each([
    [{ url: 'x', tag: 'v1' }, 'True', 'Succeeded'],
    // The default has the other key.
    [{ url: 'x' }, 'True', 'Succeeded'],
    [{ tag: 'v1' }, 'False', 'ObjectParameterMissKeys'],
  ] as const)('with the object %j ends as %s: %s', async (value, status, reason) => {
    const properties = { url: { type: 'string' }, tag: { type: 'string' } };
    const param = { name: 'image', type: 'object', properties, default: { tag: 'latest' } };
    await cluster.patch(pipeline, { spec: { params: [param] } });
    await cluster.apply(run({ params: [{ name: 'image', value }] }));
    expect(await verdict(status)).toMatchObject({ reason });
  });

  it('fails without a required workspace', async () => {
    await cluster.patch(pipeline, { spec: { workspaces: [{ name: 'shared' }] } });
    await cluster.apply(run({}));
    expect(await verdict('False')).toMatchObject({ reason: 'InvalidWorkspaceBindings' });
  });

  it('waits while it is pending, and runs once it is not', async () => {
    await cluster.apply(run({ status: 'PipelineRunPending' }));
    expect(await verdict('Unknown')).toMatchObject({ reason: 'PipelineRunPending' });
    expect(cluster.run('run').status?.startTime).toBeUndefined();
    await cluster.patch(run({}), { spec: { status: null } });
    expect(await verdict('True')).toMatchObject({ reason: 'Succeeded' });
  });

  it('is cancelled while it runs', async () => {
    await cluster.apply(run({}, outcome('slow')));
    await cluster.until(resources.pipelineRuns, key, ({ status }) => status?.startTime);
    await cluster.patch(run({}), { spec: { status: 'Cancelled' } });
    expect(await verdict('False')).toMatchObject({ reason: 'Cancelled' });
  });
});
