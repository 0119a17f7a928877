import fc from 'fast-check';
import { aDraft, aTrigger, aTriggerTemplate, lanesOfDraft } from '../testing/builders';
import { drafts, pipelineOf } from '../testing/drafts';
import type { ParamValue, Pipeline } from '../k8s/pipeline';
import type { TriggerTemplate } from '../k8s/trigger-template';
import type { ParamSource } from './draft';
import { imageTriggersOf, runOfTemplate } from './image-trigger';
import { keyRows } from './param-needs';
import { templateValue } from './param-value';
import { readDraft, readRefusal } from './read-draft';

const readBack = (template: TriggerTemplate, pipeline?: Pipeline) => {
  const [trigger] = imageTriggersOf(lanesOfDraft(), [template]);
  return readDraft(trigger!, pipeline);
};

/** The template of `aDraft`, its run changed by hand. */
const templateWith = (spec: object, labels: object = {}): TriggerTemplate => {
  const template = structuredClone(aTriggerTemplate());
  const run = runOfTemplate(template)!;
  Object.assign(run.spec!, spec);
  Object.assign(run.metadata!.labels!, labels);
  return template;
};

describe('readDraft', () => {
  // Ten times as long as it takes on a machine at rest.
  it('gives back any draft that was built, and what is built of it again', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const template = aTriggerTemplate(draft);
        const [trigger] = imageTriggersOf(lanesOfDraft(draft), [template]);
        const read = readDraft(trigger!, pipelineOf(draft));
        expect(read).toEqual(draft);
        expect(aTriggerTemplate(read)).toEqual(template);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it.each<[string, 'string' | 'array' | 'object', ParamValue, ParamSource]>([
    ['a field', 'string', '$(tt.params.image-tag)', { from: 'push', field: 'tag' }],
    ['a field, as a list', 'array', ['$(tt.params.image-tag)'], { from: 'push', field: 'tag' }],
    ['a text', 'string', 'x', { from: 'literal', value: 'x' }],
    ['lines', 'array', ['x', 'y'], { from: 'literal', value: 'x\ny' }],
    ['no lines', 'array', [], { from: 'literal', value: '' }],
    [
      'fields in a text',
      'string',
      '$(tt.params.image-tag)@$(tt.params.image-digest)',
      { from: 'literal', value: '$(tag)@$(digest)' },
    ],
    [
      'fields in lines',
      'array',
      ['-t', 'app:$(tt.params.image-tag)'],
      { from: 'literal', value: '-t\napp:$(tag)' },
    ],
    ['what only looks like a field', 'string', 'app:$(tag)', { from: 'kept' }],
    ['a field beside another variable', 'string', '$(tt.params.image-tag)$(x)', { from: 'kept' }],
    ['a field of nobody', 'string', '$(tt.params.x)', { from: 'kept' }],
    ['a variable of Tekton', 'string', '$(context.pipelineRun.name)', { from: 'kept' }],
    ['an element of two lines', 'array', ['x\ny'], { from: 'kept' }],
    ['an empty element', 'array', ['x', ''], { from: 'kept' }],
    ['a list for a text', 'string', ['x'], { from: 'kept' }],
    ['a text for a list', 'array', 'x', { from: 'kept' }],
    [
      'an object',
      'object',
      { url: 'x:$(tt.params.image-tag)', tag: '$(tt.params.image-tag)' },
      {
        from: 'object',
        keys: [
          { name: 'url', source: { from: 'literal', value: 'x:$(tag)' } },
          { name: 'tag', source: { from: 'push', field: 'tag' } },
        ],
      },
    ],
    ['an object with another variable in it', 'object', { a: 'x', b: '$(y)' }, { from: 'kept' }],
    ['an object of nothing', 'object', {}, { from: 'kept' }],
    ['an object for a text', 'string', { url: 'x' }, { from: 'kept' }],
    ['a text for an object', 'object', 'x', { from: 'kept' }],
  ])('reads %s', (_, ...[type, value, source]) => {
    const template = templateWith({ params: [{ name: 'P', value }] });
    const read = readBack(template, { spec: { params: [{ name: 'P', type }] } });
    expect(read?.params).toEqual([
      {
        name: 'P',
        type,
        hasDefault: false,
        source,
        ...(type === 'object' && { properties: [] }),
        ...(source.from === 'kept' && { kept: value }),
      },
    ]);
    expect(aTriggerTemplate(read)).toEqual(template);
  });

  it('has a row for what the Pipeline declares, and for what it does not', () => {
    const template = templateWith({ params: [{ name: 'GONE', value: 'x' }] });
    const pipeline = { spec: { params: [{ name: 'NEW' }, { name: 'TAG', default: 'v1' }] } };
    expect(
      readBack(template, pipeline)?.params.map(({ name, hasDefault, source }) => [
        name,
        hasDefault,
        source.from,
      ]),
    ).toEqual([
      ['NEW', false, 'default'],
      ['TAG', true, 'default'],
      ['GONE', true, 'literal'],
    ]);
  });

  it('has a row for each key of an object, declared or not, and loses none', () => {
    const value = { url: 'x', more: 'y' };
    const template = templateWith({ params: [{ name: 'image', value }] });
    const properties = { url: { type: 'string' }, tag: { type: 'string' } };
    const [param] = readBack(template, {
      spec: { params: [{ name: 'image', type: 'object', properties }] },
    })!.params;
    expect(keyRows(param!).map(({ name, source }) => [name, source])).toEqual([
      ['url', { from: 'literal', value: 'x' }],
      ['tag', undefined],
      ['more', { from: 'literal', value: 'y' }],
    ]);
    expect(templateValue(param!)).toEqual(value);
  });

  it('keeps of the run what the form cannot hold', () => {
    const taskRunSpecs = [{ pipelineTaskName: 'scan', serviceAccountName: 'scanner' }];
    const template = templateWith(
      { taskRunSpecs },
      { team: '$(tt.params.image-tag)', stage: 'b', 'tekton.dev/x': 'a' },
    );
    const read = readBack(template, pipelineOf(aDraft()));
    expect(read?.kept).toEqual({
      spec: { taskRunSpecs },
      labels: { team: '$(tt.params.image-tag)', 'tekton.dev/x': 'a' },
      annotations: {},
    });
    expect(read?.metadata.labels).toEqual([{ name: 'stage', value: 'b' }]);
    expect(aTriggerTemplate(read)).toEqual(template);
  });

  it('keeps of the workspaces what the form cannot hold, each in its row', () => {
    const projected = { name: 'keys', projected: { sources: [{ secret: { name: 'a' } }] } };
    const template = templateWith({ workspaces: [{ name: 'source', emptyDir: {} }, projected] });
    const read = readBack(template, pipelineOf(aDraft()));
    expect(read?.workspaces).toEqual([
      { name: 'source', isOptional: true, source: { from: 'emptyDir' } },
      { name: 'keys', isOptional: true, source: { from: 'kept' }, kept: projected },
    ]);
    expect(read?.kept).toBeUndefined();
    expect(aTriggerTemplate(read)).toEqual(template);
  });

  it('reads none from lanes that were changed by hand', () => {
    const [first, ...others] = lanesOfDraft();
    const byHand = { ...first!, spec: { ...first!.spec!, interceptors: [] } };
    const trigger = imageTriggersOf([byHand, ...others], [aTriggerTemplate()])[0]!;
    expect(readDraft(trigger, undefined)).toBeUndefined();
  });

  it('asks for the Pipeline again where the template is gone', () => {
    const trigger = imageTriggersOf(lanesOfDraft(), [])[0]!;
    expect(readDraft(trigger, undefined)).toEqual({
      ...aDraft(),
      pipeline: '',
      params: [],
      workspaces: [],
    });
  });
});

describe('readRefusal', () => {
  const template = aTriggerTemplate();
  const without = structuredClone(template);
  Object.assign(without.spec!.resourcetemplates![0]!, { spec: { pipelineRef: {} } });
  const [first, ...others] = lanesOfDraft();
  const [inactive] = lanesOfDraft(aDraft(), { active: false });

  it.each([
    [undefined, lanesOfDraft(), [template]],
    [undefined, lanesOfDraft(aDraft(), { active: false }), [template]],
    [undefined, lanesOfDraft(), []],
    ['pipeline-unnamed', lanesOfDraft(), [without]],
    ['partly-active', [inactive!, ...others], [template]],
    ['changed-by-hand', [{ ...first, spec: undefined }, ...others], [template]],
  ] as const)('is %s', (refusal, lanes, templates) => {
    expect(readRefusal(imageTriggersOf(lanes, templates)[0]!, '1.2.3')).toBe(refusal);
  });

  it('is newer-builder where this version may not know all that is there', () => {
    expect(readRefusal(aTrigger(), '1.2.2')).toBe('newer-builder');
  });
});
