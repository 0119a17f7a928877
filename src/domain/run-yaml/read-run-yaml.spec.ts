import { aDraft } from '../../testing/builders';
import { head, read, withMetadata, withSpec } from '../../testing/run-yaml';
import type { CompleteDraft } from '../draft';
import { draftRunYaml } from './draft-run';

const runOf = (text: string, draft?: CompleteDraft) => {
  const found = read(text, draft);
  if (!('run' in found)) throw new Error(JSON.stringify(found));
  return found.run;
};

describe('the text of a draft', () => {
  it('is the run that each push starts, without what the plugin sets itself', () => {
    const draft = aDraft({
      settings: { ...aDraft().settings, serviceAccount: 'scanner' },
      metadata: { labels: [{ name: 'team', value: 'yes' }], annotations: [] },
    });
    expect(draftRunYaml(draft)).toBe(`${head}metadata:
  labels:
    team: "yes"
spec:
  pipelineRef:
    name: scan
  params:
    - name: IMAGE
      value: $(tt.params.image-reference)
  taskRunTemplate:
    serviceAccountName: scanner
`);
  });
});

describe('readRunYaml', () => {
  it('fills the rows of the form', () => {
    const text = `${head}metadata:
  annotations: {about: 'pushed as $(tt.params.image-tag)'}
spec:
  pipelineRef: {name: build}
  params:
    - {name: ARGS, value: [-v, '$(tt.params.image-tag)']}
    - {name: MORE, value: x}
  workspaces:
    - name: source
      emptyDir: {}
  timeouts: {tasks: 30m}
  taskRunTemplate: {podTemplate: {priorityClassName: low}}
`;
    expect(runOf(text)).toEqual({
      pipeline: 'build',
      params: [
        { name: 'IMAGE', type: 'string', hasDefault: false, source: { from: 'default' } },
        {
          name: 'ARGS',
          type: 'array',
          hasDefault: true,
          source: { from: 'literal', value: '-v\n$(tag)' },
        },
        { name: 'MORE', type: 'string', hasDefault: true, source: { from: 'literal', value: 'x' } },
      ],
      workspaces: [{ name: 'source', isOptional: false, source: { from: 'emptyDir' } }],
      settings: { ...aDraft().settings, tasksTimeout: '30m' },
      pod: { ...aDraft().pod, priorityClass: 'low' },
      metadata: { labels: [], annotations: [{ name: 'about', value: 'pushed as $(tag)' }] },
      kept: undefined,
    });
  });

  it('names a Pipeline that does not exist, with the parameters that it is given', () => {
    const text = withSpec('params: [{name: A, value: x}]').replace('name: scan', 'name: gone');
    expect(runOf(text)).toMatchObject({ pipeline: 'gone', params: [{ name: 'A' }] });
  });

  it.each<[string, string, object]>([
    [
      'taskRunSpecs',
      'taskRunSpecs: [{pipelineTaskName: a}]',
      { taskRunSpecs: [{ pipelineTaskName: 'a' }] },
    ],
    [
      'what the form has no field for of a pod template',
      'taskRunTemplate: {podTemplate: {dnsPolicy: None}}',
      { taskRunTemplate: { podTemplate: { dnsPolicy: 'None' } } },
    ],
    [
      'what an anchor repeats',
      'taskRunSpecs: [&one {pipelineTaskName: a}, {<<: *one, serviceAccountName: b}]',
      {
        taskRunSpecs: [
          { pipelineTaskName: 'a' },
          { pipelineTaskName: 'a', serviceAccountName: 'b' },
        ],
      },
    ],
  ])('keeps %s, for which the form has no fields', (_, more, spec) => {
    expect(runOf(withSpec(more)).kept).toEqual({ spec, labels: {}, annotations: {} });
  });

  it('takes what the plugin sets itself where it says the same, and keeps nothing of it', () => {
    const text = withMetadata(`name: $(tt.params.run-name)
namespace: ci
labels: {imagetriggers.dev/trigger: scan-web, app.kubernetes.io/managed-by: image-triggers-plugin}
annotations: {imagetriggers.dev/tag: $(tt.params.image-tag)}`);
    expect(runOf(text)).toMatchObject({
      kept: undefined,
      metadata: { labels: [], annotations: [] },
    });
  });

  it('judges nothing again that the draft has kept', () => {
    const labels = { 'tekton.dev/x': 'a', team: '$(tt.params.image-tag)' };
    const draft = aDraft({
      kept: { spec: {}, labels, annotations: { old: '$(tag) of $(tt.params.nobody)' } },
    });
    expect(runOf(draftRunYaml(draft), draft).kept).toEqual(draft.kept);
  });
});

describe('what may be stored of a text', () => {
  const secret = withSpec(
    'params:\n  - name: TOKEN\n    value: hunter2 # mine\n  - name: A\n    value: x',
  );

  it.each<[string, string, string | undefined]>([
    ['all of it, where nothing speaks of a secret', withSpec('params: []'), withSpec('params: []')],
    ['all of a wrong one', 'kind: [', 'kind: ['],
    ['all but the value of a secret', secret, secret.replace('hunter2', '""')],
    [
      'all but a secret of several lines',
      withSpec('params:\n  - name: TOKEN\n    value: |\n      hunter2\n  - name: A\n    value: x'),
      withSpec('params:\n  - name: TOKEN\n    value: ""\n  - name: A\n    value: x'),
    ],
    [
      'all but an annotation that is one',
      withMetadata('annotations: {api-key: hunter2, about: x}'),
      withMetadata('annotations: {api-key: "", about: x}'),
    ],
    [
      'nothing, where a secret is a list',
      withSpec('params: [{name: TOKENS, value: [hunter2]}]'),
      undefined,
    ],
    ['nothing of a wrong one with a secret', `${secret}\n[`, undefined],
    [
      'nothing of one whose comment speaks of it',
      `${secret}\n# the password is hunter2`,
      undefined,
    ],
  ])('is %s', (_, text, storable) => {
    expect(read(text).storable).toBe(storable);
  });
});
