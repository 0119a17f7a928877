import { plainT } from '../testing/plain-t';
import { head, read, withMetadata, withSpec } from '../testing/run-yaml';
import { runProblemText, runYamlProblemText } from './run-yaml-text';

describe('runYamlProblemText', () => {
  it.each<[string, string]>([
    ['kind: [', 'Line 1, column 8: Not YAML. Flow sequence in block collection must be'],
    [`${withSpec('')}---\n${head}`, 'Line 6, column 1: A second document begins here.'],
    [withSpec('status: *x'), 'There is no anchor x.'],
    [withSpec('status: no'), 'Write "no" for the text, true or false for a choice.'],
    ['['.repeat(1_000), 'The text nests too deep'],
    ['x'.repeat(100_000), 'at most 65536 characters'],
    ['', 'Line 1, column 1: Write a PipelineRun of tekton.dev/v1 here'],
    ['kind: Pod', 'This is Pod. Write a PipelineRun'],
    [head, 'spec is missing.'],
    [withSpec('params: []\nworkspaces: [1]'), 'spec.workspaces[0] must have fields below it.'],
    [withSpec('params: 1'), 'spec.params must be a list'],
    [withSpec('params: [{name: A, value: null}]'), 'spec.params[0].value must be a text, a list'],
    [withSpec('params: [{name: A, value: 1}]'), 'Write it in quotes: "1"'],
    [withSpec('status: {}'), 'spec.status must be a text.'],
    [withSpec('timeouts: {all: 1h}'), 'The fields there are pipeline, tasks, finally.'],
    [withSpec('params: [{name: A, value: x}, {name: A, value: x}]'), 'A is there twice.'],
    [withSpec('pipelineSpec: {}'), 'A trigger names a Pipeline of the project'],
    [`${head}spec: {pipelineRef: {resolver: git}}`, 'spec.pipelineRef.resolver has no place here'],
    [`${head}spec: {}`, 'Name a Pipeline of the project in spec.pipelineRef.name.'],
    [
      withMetadata('name: x'),
      'Line 4, column 3: The plugin, the listener or Pipelines set metadata.name',
    ],
    [withMetadata('labels: {team: a b}'), 'metadata.labels.team: A label has at most 63'],
    [
      withSpec('status: $(tag)'),
      '$(tag) is how the form view writes it. Write $(tt.params.image-tag)',
    ],
    [withSpec('status: $(tt.params.x)'), '$(tt.params.x) stands for nothing.'],
  ])('%.60s: %s', (text, sentence) => {
    const found = read(text);
    if (!('problem' in found)) throw new Error(text);
    const said = runYamlProblemText(plainT, found.problem);
    expect(said).toContain(sentence);
    expect(said).not.toMatch(/{{|undefined/);
  });
});

describe('runProblemText', () => {
  it('says what it is about', () => {
    expect(runProblemText(plainT, { code: 'param-missing', param: 'A' })).toMatch(/^Parameter A: /);
    expect(runProblemText(plainT, { code: 'workspace-missing', workspace: 'b' })).toMatch(
      /^Workspace b: /,
    );
    expect(runProblemText(plainT, { code: 'timeout-illegal', setting: 'tasksTimeout' })).toMatch(
      /^Timeout of its tasks: /,
    );
    expect(runProblemText(plainT, { code: 'name-missing' })).toBeUndefined();
  });
});
