import fc from 'fast-check';
import type { Pipeline } from '../k8s/pipeline';
import { aDraft } from '../testing/builders';
import { draftParams, draftProblems, isComplete, laneCount, laneName, proposeName } from './draft';
import type { DraftParam, DraftProblem, TriggerDraft } from './draft';
import { clusterImages } from './push';
import { mostTriggerNameCharacters } from './run-name';
import { noPodTemplate } from './pod-template';
import { noMetadata } from './run-metadata';
import { defaultSettings } from './run-settings';
import type { TagRule } from './tag-rule';

const param = (overrides: Partial<DraftParam>): DraftParam => ({
  name: 'X',
  type: 'string',
  hasDefault: false,
  source: { from: 'literal', value: 'text' },
  ...overrides,
});

const problemsOf = (overrides: Partial<TriggerDraft>, ...taken: string[]): DraftProblem[] =>
  draftProblems({ ...aDraft(), ...overrides }, new Set(taken));

const exactly = (...tags: string[]): TagRule => ({ kind: 'tags', tags });

describe('draftProblems', () => {
  it.each<[string, Partial<TriggerDraft>]>([
    ['a complete draft', {}],
    ['a draft without params', { params: [] }],
    ['the longest name', { name: 'a'.repeat(mostTriggerNameCharacters) }],
    ['a name of one character', { name: '1' }],
    ['a literal', { params: [param({})] }],
    [
      'an empty literal in place of a default',
      { params: [param({ hasDefault: true, source: { from: 'literal', value: '' } })] },
    ],
    ['a default', { params: [param({ hasDefault: true, source: { from: 'default' } })] }],
    [
      'the default of an object',
      { params: [param({ type: 'object', hasDefault: true, source: { from: 'default' } })] },
    ],
    [
      'a field of the push in an array',
      { params: [param({ type: 'array', source: { from: 'push', field: 'tag' } })] },
    ],
    [
      'a text with fields of the push',
      { params: [param({ source: { from: 'literal', value: 'app:$(tag)@$(digest)' } })] },
    ],
    [
      'a dollar sign',
      { params: [param({ source: { from: 'literal', value: '$HOME (x) $ (y)' } })] },
    ],
  ])('finds nothing wrong with %s', (_, overrides) => {
    expect(problemsOf(overrides)).toEqual([]);
  });

  it.each<[Partial<TriggerDraft>, DraftProblem]>([
    [{ stream: undefined }, { code: 'stream-missing' }],
    [{ pipeline: '' }, { code: 'pipeline-missing' }],
    [{ rule: exactly() }, { code: 'rule', problem: { code: 'no-tags' } }],
    [{ name: '' }, { code: 'name-missing' }],
    [{ name: 'Web' }, { code: 'name-illegal' }],
    [{ name: 'web-' }, { code: 'name-illegal' }],
    [{ name: '-web' }, { code: 'name-illegal' }],
    [{ name: 'web.api' }, { code: 'name-illegal' }],
    [{ name: 'web\n' }, { code: 'name-illegal' }],
    [{ name: 'a'.repeat(41) }, { code: 'name-too-long', most: 40 }],
    [{ params: [param({ source: { from: 'default' } })] }, { code: 'param-missing', param: 'X' }],
    [
      { params: [param({ source: { from: 'literal', value: '' } })] },
      { code: 'param-missing', param: 'X' },
    ],
    [
      { params: [param({ source: { from: 'literal', value: 'a $(tt.params.image-tag)' } })] },
      { code: 'param-placeholder', param: 'X' },
    ],
    [
      { params: [param({ choices: ['dev'], source: { from: 'literal', value: 'prod' } })] },
      { code: 'param-choice', param: 'X' },
    ],
    [
      { params: [param({ type: 'object', source: { from: 'object', keys: [] } })] },
      { code: 'param-missing', param: 'X' },
    ],
    [
      { pod: { ...noPodTemplate, fsGroup: 'x' } },
      { code: 'id-illegal', podField: 'fsGroup', index: 0 },
    ],
  ])('finds in %j: %j', (overrides, problem) => {
    expect(problemsOf(overrides)).toEqual([problem]);
  });

  it.each<[string, TagRule, string[], boolean]>([
    ['the name itself', exactly('v1'), ['web'], true],
    ['the name of its second lane', exactly('v1', 'v2'), ['web-2'], true],
    ['the name of a lane that it does not have', exactly('v1'), ['web-2'], false],
    ['the name of its fourth lane', { kind: 'any' }, ['web-4'], true],
    ['another name', { kind: 'any' }, ['web-5', 'api'], false],
  ])('of names that are taken, minds %s', (...[, rule, taken, minds]) => {
    const problems = minds ? [{ code: 'name-taken' }] : [];
    expect(problemsOf({ name: 'web', rule }, ...taken)).toEqual(problems);
  });

  it('finds all problems, in the order of the form', () => {
    const empty: TriggerDraft = {
      namespace: 'ci',
      name: '',
      stream: undefined,
      rule: exactly(),
      policy: 'each-push',
      pipeline: '',
      params: [
        param({ name: 'A', source: { from: 'default' } }),
        param({ name: 'B', source: { from: 'literal', value: '$(x)' } }),
      ],
      workspaces: [{ name: 'W', isOptional: false, source: { from: 'nothing' } }],
      settings: { ...defaultSettings, pipelineTimeout: 'x' },
      metadata: { ...noMetadata, labels: [{ name: '', value: 'x' }] },
      pod: { ...noPodTemplate, pullSecrets: ['A'] },
    };
    expect(draftProblems(empty, new Set()).map(({ code }) => code)).toEqual([
      'stream-missing',
      'rule',
      'pipeline-missing',
      'param-missing',
      'param-placeholder',
      'workspace-missing',
      'name-missing',
      'timeout-illegal',
      'mark-name-missing',
      'pull-secret-illegal',
    ]);
  });
});

describe('isComplete', () => {
  it('is true without problems only', () => {
    expect(isComplete(aDraft(), [])).toBe(true);
    expect(isComplete(aDraft(), [{ code: 'name-missing' }])).toBe(false);
    expect(isComplete({ ...aDraft(), stream: undefined }, [])).toBe(false);
  });
});

describe('the lanes of a rule', () => {
  it.each<[TagRule, number]>([
    [exactly('v1'), 1],
    [exactly('v1', 'v2', 'v3'), 3],
    [exactly(), 1],
    [{ kind: 'any' }, 4],
    [{ kind: 'glob', pattern: 'v*' }, 4],
    [{ kind: 'regex', pattern: 'v.' }, 4],
  ])('%j are %i', (rule, lanes) => {
    expect(laneCount({ rule })).toBe(lanes);
  });

  it('are one for all Images, for an event shows one', () => {
    const rule: TagRule = { kind: 'tags', tags: ['r.example/a', 'r.example/b'] };
    expect(laneCount({ rule, stream: clusterImages })).toBe(1);
  });

  it('have the name of the trigger and a number from the second on', () => {
    expect([0, 1, 9].map((lane) => laneName('web', lane))).toEqual(['web', 'web-2', 'web-10']);
  });
});

describe('proposeName', () => {
  it.each([
    [['scan', 'web'], [], 'scan-web'],
    [['Scan_It', 'web.api/v1'], [], 'scan-it-web-api-v1'],
    [['--scan--', ''], [], 'scan'],
    [['scan', 'web'], ['scan-web'], 'scan-web-2'],
    // Lanes of `scan-web`.
    [['scan', 'web'], ['scan-web', 'scan-web-2', 'scan-web-3', 'scan-web-4'], 'scan-web-5'],
    // `scan-web` would be free, but not its second lane.
    [['scan', 'web'], ['scan-web-2'], 'scan-web-3'],
    [['a'.repeat(60)], [], 'a'.repeat(37)],
    [['a'.repeat(60)], ['a'.repeat(37)], `${'a'.repeat(37)}-2`],
    [[`${'a'.repeat(36)}-bc`], [], 'a'.repeat(36)],
    [['日本'], [], ''],
    [[], [], ''],
  ])('makes of %j beside %j: %j', (parts, taken, name) => {
    expect(proposeName(parts, new Set(taken))).toBe(name);
  });

  it('is a name without a problem, whatever the parts and whatever is taken', () => {
    const taken = fc.uniqueArray(fc.nat({ max: 12 }).map((lane) => laneName('scan-web', lane)));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constant('scan web')), taken, (part, names) => {
        const name = proposeName([part, 'web'], new Set(names));
        expect(problemsOf({ name }, ...names)).toEqual([]);
      }),
    );
  });
});

describe('draftParams', () => {
  it('has a row for each parameter of the Pipeline', () => {
    const pipeline: Pipeline = {
      spec: { params: [{ name: 'IMAGE' }, { name: 'FLAGS', type: 'array', default: [] }] },
    };
    expect(draftParams(pipeline, ({ name }) => ({ from: 'literal', value: name }))).toEqual([
      {
        name: 'IMAGE',
        type: 'string',
        hasDefault: false,
        source: { from: 'literal', value: 'IMAGE' },
      },
      {
        name: 'FLAGS',
        type: 'array',
        hasDefault: true,
        source: { from: 'literal', value: 'FLAGS' },
      },
    ]);
  });

  it('has none for a Pipeline without parameters or without spec', () => {
    expect(draftParams({}, () => ({ from: 'default' }))).toEqual([]);
    expect(draftParams({ spec: {} }, () => ({ from: 'default' }))).toEqual([]);
  });
});
