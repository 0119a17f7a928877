import type { ParamSpec } from '../k8s/pipeline';
import type { DraftParam, ObjectKey } from './draft';
import { clusterImages } from './push';
import { keyRows, paramFacts, paramProblems } from './param-needs';

const text = (name: string, value: string): ObjectKey => ({
  name,
  source: { from: 'literal', value },
});

const tag: ObjectKey = { name: 'tag', source: { from: 'push', field: 'tag' } };

/** A parameter that declares `url`, and `tag` with a default. */
const anObject = (...keys: ObjectKey[]): DraftParam => ({
  name: 'image',
  type: 'object',
  hasDefault: true,
  properties: [
    { name: 'url', hasDefault: false },
    { name: 'tag', hasDefault: true },
  ],
  source: { from: 'object', keys },
});

describe('paramFacts', () => {
  it.each<[ParamSpec, ReturnType<typeof paramFacts>]>([
    [{ name: 'A' }, { name: 'A', type: 'string', hasDefault: false }],
    [
      { name: 'A', type: 'array', default: [] },
      { name: 'A', type: 'array', hasDefault: true },
    ],
    [
      { name: 'A', enum: ['x', 'y'] },
      { name: 'A', type: 'string', hasDefault: false, choices: ['x', 'y'] },
    ],
    [
      { name: 'A', enum: [] },
      { name: 'A', type: 'string', hasDefault: false },
    ],
    [
      { name: 'A', type: 'object', properties: { url: {}, tag: {} }, default: { tag: '' } },
      {
        name: 'A',
        type: 'object',
        hasDefault: true,
        properties: [
          { name: 'url', hasDefault: false },
          { name: 'tag', hasDefault: true },
        ],
      },
    ],
    [
      { name: 'A', type: 'object' },
      { name: 'A', type: 'object', hasDefault: false, properties: [] },
    ],
  ])('of %j are %j', (spec, facts) => {
    expect(paramFacts(spec)).toEqual(facts);
  });
});

describe('keyRows', () => {
  it('has what the Pipeline declares, filled or not, and what else is filled in', () => {
    const more = text('more', 'x');
    expect(keyRows(anObject(more, tag))).toEqual([
      { name: 'url', hasDefault: false, source: undefined, isDeclared: true },
      { name: 'tag', hasDefault: true, source: tag.source, isDeclared: true },
      { name: 'more', hasDefault: true, source: more.source, isDeclared: false },
    ]);
  });

  it('has none where the default of the Pipeline holds', () => {
    expect(keyRows({ ...anObject(), source: { from: 'default' } })).toEqual([]);
  });
});

describe('paramProblems', () => {
  it.each<[string, ObjectKey[], string[]]>([
    ['nothing of an object whose keys are all filled', [text('url', 'x'), tag], []],
    ['nothing of a text with a field in it', [text('url', '$(reference)'), tag], []],
    [
      'nothing of an empty text where the default has the key',
      [text('url', 'x'), text('tag', '')],
      [],
    ],
    [
      'nothing of a key that the Pipeline does not declare',
      [text('url', 'x'), tag, text('more', '')],
      [],
    ],
    ['a key that is empty', [text('url', ''), tag], ['param-missing url']],
    // Pipelines takes nothing of the default once a run has a value of its own.
    ['a key of the default that is not filled', [text('url', 'x')], ['param-missing tag']],
    ['every key', [], ['param-missing url', 'param-missing tag']],
    ['another placeholder', [text('url', '$(x)'), tag], ['param-placeholder url']],
    [
      'another placeholder in an undeclared key',
      [text('url', 'x'), tag, text('more', '$(x)')],
      ['param-placeholder more'],
    ],
  ])('finds %s', (_, keys, problems) => {
    const found = paramProblems(anObject(...keys));
    expect(found.map(({ code, key }) => `${code} ${key ?? ''}`)).toEqual(problems);
  });

  it.each<[DraftParam['source'], string[]]>([
    [{ from: 'push', field: 'digest' }, []],
    [{ from: 'push', field: 'tag' }, ['param-field ']],
    [{ from: 'literal', value: 'app:$(pushedAt)' }, []],
    [{ from: 'literal', value: 'app:$(tag)' }, ['param-field ']],
    [{ from: 'object', keys: [text('url', '$(reference)'), tag] }, ['param-field tag']],
  ])('finds in %j what an Image does not have: %j', (source, problems) => {
    const type = source.from === 'object' ? 'object' : 'string';
    const found = paramProblems({ ...anObject(), type, source }, clusterImages);
    expect(found.map(({ code, key }) => `${code} ${key ?? ''}`)).toEqual(problems);
  });

  it.each<[string, boolean, string[]]>([
    ['dev', false, []],
    ['prod', false, ['param-choice']],
    ['$(tag)', false, ['param-choice']],
    ['', false, ['param-missing']],
    ['', true, []],
  ])(
    'of a text %j among choices, with a default or not (%j), finds %j',
    (...[value, hasDefault, codes]) => {
      const source = { from: 'literal' as const, value };
      const found = paramProblems({
        name: 'A',
        type: 'string',
        hasDefault,
        choices: ['dev'],
        source,
      });
      expect(found.map(({ code }) => code)).toEqual(codes);
    },
  );
});
