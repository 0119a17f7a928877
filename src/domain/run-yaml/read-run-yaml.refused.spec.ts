import { head, read, withMetadata, withSpec } from '../../testing/run-yaml';
import type { RunFault, RunYamlProblem } from './problem';

type ExpectedProblem = { code: RunFault['code'] } & Partial<
  Record<'found' | 'text' | 'value' | 'name' | 'problem' | 'wanted', string>
> &
  Partial<Record<'most', number>> &
  Partial<Pick<RunYamlProblem, 'line' | 'column' | 'path'>>;

describe('readRunYaml', () => {
  it.each<[string, string, ExpectedProblem]>([
    ['nothing', '', { code: 'no-run', found: '', line: 1 }],
    ['a text', 'hello', { code: 'no-run', line: 1 }],
    ['what YAML cannot read', `${head}spec: {`, { code: 'yaml-syntax', line: 3 }],
    ['a tab before a field', `${head}spec:\n\tparams: []`, { code: 'yaml-syntax', line: 4 }],
    ['a key twice', `${head}kind: PipelineRun`, { code: 'yaml-syntax', line: 3, column: 1 }],
    ['a tag of nobody', withSpec('status: !x y'), { code: 'yaml-syntax', line: 6, column: 11 }],
    ['two documents', `${withSpec('')}---\n${head}`, { code: 'yaml-several', line: 6 }],
    [
      'aliases of aliases',
      `a: &a [x,x,x]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]`,
      { code: 'yaml-endless' },
    ],
    ['lists without an end', '['.repeat(30_000) + ']'.repeat(30_000), { code: 'yaml-endless' }],
    ['lists of lists in a line', '- '.repeat(30_000), { code: 'yaml-endless' }],
    ['an alias of nothing', withSpec('status: *x'), { code: 'yaml-anchor', name: 'x', line: 6 }],
    ['a megabyte', '#'.repeat(1_048_576), { code: 'yaml-long', most: 65_536 }],
    [
      'a yes of YAML 1.1',
      withSpec('params: [{name: A, value: yes}]'),
      { code: 'yaml-bare', text: 'yes', line: 6, column: 29 },
    ],
    [
      'a number of no end',
      withSpec('taskRunSpecs: [{a: .inf}]'),
      { code: 'yaml-bare', text: '.inf' },
    ],
    [
      'a number too large to be kept',
      withSpec('taskRunSpecs: [{a: 12345678901234567}]'),
      { code: 'yaml-bare' },
    ],
    [
      'another kind',
      head.replace('PipelineRun', 'TriggerTemplate'),
      { code: 'no-run', found: 'tekton.dev/v1 TriggerTemplate', line: 2 },
    ],
    ['another version', head.replace('/v1', '/v1beta1'), { code: 'no-run', line: 2 }],
    ['no spec', head, { code: 'field-missing', path: ['spec'] }],
    ['no Pipeline', `${head}spec: {}`, { code: 'pipeline-unnamed', line: 3 }],
    [
      'a Pipeline without a name',
      `${head}spec: {pipelineRef: {name: ""}}`,
      { code: 'pipeline-unnamed', line: 3 },
    ],
    [
      'a Pipeline by a placeholder',
      `${head}spec: {pipelineRef: {name: $(tt.params.image-tag)}}`,
      { code: 'pipeline-unnamed' },
    ],
    [
      'an inline Pipeline',
      withSpec('pipelineSpec: {tasks: []}'),
      { code: 'pipeline-inline', line: 6, column: 3 },
    ],
    [
      'a resolver',
      `${head}spec:\n  pipelineRef:\n    resolver: git`,
      { code: 'pipeline-elsewhere', line: 5 },
    ],
    ['a status', `${withSpec('')}status: {}`, { code: 'field-unknown', path: ['status'], line: 6 }],
    ['a field that no run has', withSpec('taskRunSpec: []'), { code: 'field-unknown', line: 6 }],
    [
      'a uid',
      withMetadata('uid: x'),
      { code: 'field-unknown', path: ['metadata', 'uid'], line: 4 },
    ],
    ['parameters that are no list', withSpec('params: {A: x}'), { code: 'not-a-list', line: 6 }],
    ['parameters of nothing', withSpec('params:'), { code: 'not-a-list', line: 6 }],
    [
      'a parameter that is a text',
      withSpec('params: [A]'),
      { code: 'not-an-object', path: ['spec', 'params', 0] },
    ],
    [
      'a parameter without a value',
      withSpec('params: [{name: A}]'),
      { code: 'field-missing', line: 6 },
    ],
    ['a parameter of nothing', withSpec('params: [{name: A, value: }]'), { code: 'not-a-value' }],
    [
      'a number',
      withSpec('params:\n  - name: A\n    value: 1'),
      { code: 'not-a-text', value: '1', line: 8, column: 7 },
    ],
    [
      'a number in a list',
      withSpec('params: [{name: A, value: [a, 2]}]'),
      { code: 'not-a-text', value: '2', column: 33 },
    ],
    [
      'a boolean in an object',
      withSpec('params: [{name: A, value: {a: true}}]'),
      { code: 'not-a-text', value: 'true' },
    ],
    [
      'a timeout in seconds',
      withSpec('timeouts: {pipeline: 60}'),
      { code: 'not-a-text', value: '60' },
    ],
    [
      'a size that is a number',
      withSpec(
        'workspaces: [{name: a, volumeClaimTemplate: {spec: {resources: {requests: {storage: 1}}}}}]',
      ),
      { code: 'not-a-text' },
    ],
    [
      'a claim without a name',
      withSpec('workspaces: [{name: a, persistentVolumeClaim: {}}]'),
      { code: 'field-missing' },
    ],
    [
      'two parameters of a name',
      withSpec('params:\n- {name: A, value: x}\n- {name: A, value: z}'),
      { code: 'named-twice', name: 'A', line: 8 },
    ],
    [
      'two workspaces of a name',
      withSpec('workspaces: [{name: a, emptyDir: {}}, {name: a, emptyDir: {}}]'),
      { code: 'named-twice' },
    ],
    [
      'a name of the run',
      withMetadata('name: mine'),
      { code: 'owned', path: ['metadata', 'name'], line: 4 },
    ],
    ['another project', withMetadata('namespace: elsewhere'), { code: 'owned', line: 4 }],
    ['a name that is completed', withMetadata('generateName: a-'), { code: 'field-unknown' }],
    [
      'the label of another trigger',
      withMetadata('labels: {imagetriggers.dev/trigger: other}'),
      { code: 'owned', line: 4 },
    ],
    [
      'another cause',
      withMetadata('annotations:\n  imagetriggers.dev/tag: v1'),
      { code: 'owned', line: 5 },
    ],
    [
      'a mark of the plugin',
      withMetadata('annotations: {imagetriggers.dev/replayed-by: me}'),
      { code: 'owned' },
    ],
    ['a label of Pipelines', withMetadata('labels: {tekton.dev/pipeline: x}'), { code: 'owned' }],
    [
      'a label with a space',
      withMetadata('labels: {team: a b}'),
      { code: 'mark', problem: 'label-value-illegal' },
    ],
    ['a label that is a number', withMetadata('labels: {team: 1}'), { code: 'not-a-text' }],
    [
      'a name that no label has',
      withMetadata('labels: {a b: c}'),
      { code: 'mark', problem: 'mark-name-illegal' },
    ],
    [
      'a placeholder of the form',
      withSpec('params: [{name: A, value: $(tag)}]'),
      { code: 'placeholder-of-form', wanted: '$(tt.params.image-tag)' },
    ],
    [
      'a placeholder of nobody',
      withSpec('params: [{name: A, value: $(tt.params.tag)}]'),
      { code: 'placeholder-unknown', text: '$(tt.params.tag)' },
    ],
  ])('refuses %s', (_, text, problem) => {
    const found = read(text);
    expect('problem' in found && found.problem).toMatchObject(problem);
  });
});
