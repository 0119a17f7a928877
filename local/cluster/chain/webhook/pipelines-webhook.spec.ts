import { namespaces, pipeline } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';

const volumes = (index: number): string =>
  ['configmap', 'emptydir', 'persistentvolumeclaim', 'secret', 'volumeclaimtemplate']
    .map((volume) => `spec.workspaces[${index}].${volume}`)
    .join(', ');

const validation = (message: string): string =>
  `admission webhook "validation.webhook.pipeline.tekton.dev" denied the request: validation failed: ${message}`;

const mutation = (message: string): string =>
  `admission webhook "webhook.pipeline.tekton.dev" denied the request: mutation failed: cannot decode incoming new object: ${message}`;

const source = { name: 'source', emptyDir: {} };

describe('the webhook of PipelineRuns', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces, pipeline);
  });

  afterEach(async () => {
    await cluster.close();
  });

  const create = async (spec: object) => {
    const run = {
      apiVersion: 'tekton.dev/v1',
      kind: 'PipelineRun',
      metadata: { name: 'run', namespace: 'proof' },
      spec: { pipelineRef: { name: 'scan' }, ...spec },
    };
    const { code, body } = await cluster.request('POST', cluster.pathOf(run), run);
    return { code, body: body as { message?: string; spec?: object } };
  };

  it.each<[string, object, string]>([
    [
      'a workspace that nothing fills',
      { workspaces: [source, { name: 'other' }] },
      validation(`expected exactly one, got neither: ${volumes(1)}`),
    ],
    [
      'a workspace that two volumes fill',
      { workspaces: [{ ...source, secret: { secretName: 'a' } }] },
      validation(`expected exactly one, got both: ${volumes(0)}`),
    ],
    [
      'a workspace of a claim without a name',
      { workspaces: [{ name: 'source', persistentVolumeClaim: {} }] },
      validation('missing field(s): spec.workspaces[0].persistentvolumeclaim.claimname'),
    ],
    [
      'a workspace of a Secret without a name',
      { workspaces: [{ name: 'source', secret: { secretName: '' } }] },
      validation('missing field(s): spec.workspaces[0].secret.secretName'),
    ],
    [
      'a workspace that is filled twice',
      { workspaces: [source, source] },
      validation(
        'workspace "source" provided by pipelinerun more than once, at index 0 and 1: spec.workspaces[1].name',
      ),
    ],
    [
      'an unknown field of a workspace',
      { workspaces: [{ name: 'source', emptyDir: { size: '1Gi' } }] },
      mutation('json: unknown field "size"'),
    ],
    [
      'a timeout that is none',
      { timeouts: { pipeline: 'long' } },
      mutation('time: invalid duration "long"'),
    ],
    [
      'a negative timeout',
      { timeouts: { pipeline: '-1h' } },
      validation('invalid value: -1h0m0s should be >= 0: spec.timeouts.pipeline'),
    ],
    [
      'tasks that may take longer than the Pipeline',
      { timeouts: { pipeline: '1h', tasks: '90m' } },
      validation('invalid value: 1h30m0s should be <= pipeline duration: spec.timeouts.tasks'),
    ],
    [
      'tasks without a timeout in a Pipeline with one',
      { timeouts: { tasks: '0' } },
      validation(
        'invalid value: 0s (no timeout) should be <= pipeline duration: spec.timeouts.tasks',
      ),
    ],
    [
      'tasks and finally tasks that together may take longer than the Pipeline',
      { timeouts: { pipeline: '1h', tasks: '50m', finally: '11m' } },
      validation(
        'invalid value: 50m0s + 11m0s should be <= pipeline duration: spec.timeouts.finally, spec.timeouts.tasks',
      ),
    ],
    [
      'both of them where the Pipeline has no timeout',
      { timeouts: { pipeline: '0', tasks: '50m', finally: '10m' } },
      validation(
        'invalid value: 50m0s + 10m0s should be <= pipeline duration: spec.timeouts.finally, spec.timeouts.tasks',
      ),
    ],
  ])('refuses %s', async (_, spec, message) => {
    const { code, body } = await create(spec);
    expect({ code, message: body.message }).toEqual({ code: 400, message });
  });

  it.each([
    { pipeline: '0', tasks: '100h' },
    { pipeline: '1h', tasks: '50m', finally: '10m' },
    { pipeline: '90s', tasks: '1m30s' },
  ])('takes the timeouts %j', async (timeouts) => {
    expect((await create({ timeouts })).code).toBe(201);
  });

  it('takes what fills a workspace as it is', async () => {
    const workspaces = [
      source,
      { name: 'cache', subPath: 'a', persistentVolumeClaim: { claimName: 'cache' } },
      { name: 'keys', projected: { sources: [{ secret: { name: 'a' } }] } },
    ];
    const { code, body } = await create({ workspaces });
    expect([code, body.spec]).toEqual([201, expect.objectContaining({ workspaces })]);
  });
});
