import type { K8sObject } from '../../../../src/k8s/resource';
import { lane, template } from '../testing/lane-manifests';
import { binding, listener, namespaces, pipeline, source } from '../testing/relay-manifests';
import { TestCluster } from '../testing/test-cluster';

const now = '2026-01-01T00:00:00Z';
const trigger = lane(0, now);

const withSpec = (object: K8sObject & { spec?: object }, spec: object) => ({
  ...object,
  spec: { ...object.spec, ...spec },
});

const named = (object: K8sObject, name: string) => ({
  ...object,
  metadata: { ...object.metadata, name },
});

const run = {
  apiVersion: 'tekton.dev/v1',
  kind: 'PipelineRun',
  metadata: { name: 'run', namespace: 'proof' },
  spec: { pipelineRef: { name: 'scan' } },
};

const denied = (webhook: string, message: string) =>
  `admission webhook "${webhook}" denied the request: ${message}`;

const mutation = (message: string, webhook = 'webhook.triggers.tekton.dev') =>
  denied(webhook, `mutation failed: cannot decode incoming new object: ${message}`);

const validation = (message: string, webhook = 'validation.webhook.triggers.tekton.dev') =>
  denied(webhook, `validation failed: ${message}`);

describe('an admission webhook', () => {
  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await TestCluster.start();
    await cluster.apply(...namespaces);
  });

  afterEach(async () => {
    await cluster.close();
  });

  const create = async (object: K8sObject) => {
    const { code, body } = await cluster.request('POST', cluster.pathOf(object), object);
    return { code, body: body as { message: string; spec: Record<string, unknown> } };
  };

  const long = 'n'.repeat(64);

  it.each<[string, K8sObject, string]>([
    [
      'an unknown field of a Trigger',
      withSpec(trigger, { filter: 'true' }),
      mutation('json: unknown field "filter"'),
    ],
    [
      'an unknown field of an interceptor',
      withSpec(trigger, { interceptors: [{ ref: { name: 'cel' }, filter: 'true' }] }),
      mutation('json: unknown field "filter"'),
    ],
    [
      'a number as the value of a param',
      withSpec(binding, { params: [{ name: 'a', value: 1 }] }),
      mutation(
        'json: cannot unmarshal number into Go struct field spec.params.value of type string',
      ),
    ],
    [
      'an unknown field of a TriggerTemplate',
      withSpec(template, { resourceTemplates: [] }),
      mutation('json: unknown field "resourceTemplates"'),
    ],
    [
      'an unknown field of an EventListener',
      withSpec(listener, { replicas: 1 }),
      mutation('json: unknown field "replicas"'),
    ],
    [
      'a Trigger without a template',
      withSpec(trigger, { template: {} }),
      validation('expected exactly one, got neither: spec.template.ref, spec.template.spec'),
    ],
    [
      'an empty TriggerBinding',
      { ...binding, ...{ spec: {} } },
      validation('missing field(s): spec'),
    ],
    [
      'an open expression in a TriggerBinding',
      withSpec(binding, { params: [{ name: 'a', value: '$(body.a $(body.b)' }] }),
      validation('invalid value: $(body.a $(body.b): spec.params[0].value'),
    ],
    [
      'a param of a template that is not declared',
      withSpec(template, { params: [] }),
      validation(
        "invalid value: undeclared param '$(tt.params.run-name)': spec.resourcetemplates[0]\n" +
          "'$(tt.params.run-name)' must be declared in spec.params",
      ),
    ],
    [
      'a template that makes nothing',
      withSpec(template, { resourcetemplates: [] }),
      validation('missing field(s): spec.resourcetemplates'),
    ],
    [
      'a listener of nothing',
      { ...listener, ...{ spec: { triggers: [] } } },
      validation(
        'expected exactly one, got neither: spec.labelSelector, spec.namespaceSelector, spec.triggerGroups, spec.triggers',
      ),
    ],
    [
      'a listener whose Service would have too long a name',
      named(listener, 'n'.repeat(61)),
      validation(
        `invalid value: eventListener name '${'n'.repeat(61)}' must be no more than 60 characters long: metadata.name`,
      ),
    ],
    [
      'a Trigger with a long name',
      named(trigger, long),
      validation('Invalid resource name: length must be no more than 63 characters: metadata.name'),
    ],
    [
      'a PipelineRun with a long name',
      named(run, long),
      validation(
        'Invalid resource name: length must be no more than 63 characters: metadata.name',
        'validation.webhook.pipeline.tekton.dev',
      ),
    ],
    [
      'a Pipeline whose parameter has a list of values',
      withSpec(pipeline, { params: [{ name: 'severity', type: 'string', enum: ['LOW', 'HIGH'] }] }),
      validation(
        'feature flag `enable-param-enum` should be set to true to use Enum: spec.finally.params[severity], spec.tasks.params[severity]',
        'validation.webhook.pipeline.tekton.dev',
      ),
    ],
    [
      'a PipelineRun of no Pipeline',
      { ...run, ...{ spec: {} } },
      validation(
        'expected exactly one, got neither: spec.pipelineRef, spec.pipelineSpec',
        'validation.webhook.pipeline.tekton.dev',
      ),
    ],
    [
      'an unknown field of a PipelineRun',
      withSpec(run, { serviceAccountName: 'x' }),
      mutation('json: unknown field "serviceAccountName"', 'webhook.pipeline.tekton.dev'),
    ],
    [
      'filters of an ApiServerSource',
      withSpec(source, { filters: [{ exact: { type: 'x' } }] }),
      validation(
        'Filters is not empty but the NewAPIServerFilters feature is disabled.: spec.filters',
        'validation.webhook.eventing.knative.dev',
      ),
    ],
    [
      'an ApiServerSource without a sink',
      withSpec(source, { sink: {} }),
      validation(
        'expected exactly one, got neither: spec.sink.ref, spec.sink.uri',
        'validation.webhook.eventing.knative.dev',
      ),
    ],
  ])('refuses %s', async (_, object, message) => {
    const { code, body } = await create(object);
    expect({ code, message: body.message }).toEqual({ code: 400, message });
  });

  it('takes CEL that does not parse: it fails at the event', async () => {
    const interceptors = [{ ref: { name: 'cel' }, params: [{ name: 'filter', value: '((' }] }];
    const { code, body } = await create(withSpec(trigger, { interceptors }));
    expect(code).toBe(201);
    expect(body.spec.interceptors).toEqual([
      { ...interceptors[0], ref: { name: 'cel', kind: 'ClusterInterceptor' } },
    ]);
    expect(body.spec.bindings).toEqual([{ ref: 'image-triggers', kind: 'TriggerBinding' }]);
  });

  it('drops an empty list of triggers from a listener', async () => {
    const { code, body } = await create(withSpec(listener, { triggers: [] }));
    expect(code).toBe(201);
    expect(Object.keys(body.spec).sort()).toEqual([
      'labelSelector',
      'namespaceSelector',
      'resources',
      'serviceAccountName',
    ]);
  });

  it('completes a PipelineRun', async () => {
    await cluster.apply(pipeline);
    const { body } = await create(run);
    expect(body.spec).toEqual({
      pipelineRef: { name: 'scan' },
      taskRunTemplate: { serviceAccountName: 'pipeline' },
      timeouts: { pipeline: '1h0m0s' },
    });
  });

  it('refuses a label value of more than 63 characters', async () => {
    const labels = { stream: 'n'.repeat(64) };
    const { code, body } = await create({ ...run, metadata: { ...run.metadata, labels } });
    expect(code).toBe(422);
    expect(body.message).toContain('metadata.labels');
  });
});
