import { evaluateCel } from '../../testing/cel-interceptor';
import { checkWithLibrary } from './cel-library';
import type { CelProblem } from './engine';

const usable = (expression: string) => {
  const checked = checkWithLibrary(expression);
  if ('problem' in checked) throw new Error(JSON.stringify(checked.problem));
  return checked;
};

describe('an expression that the listener cannot take', () => {
  it.each<[string, CelProblem]>([
    ['t.tag ==', { code: 'cel-syntax', message: expect.stringMatching(/^1:7: /) as string }],
    ['true // why', { code: 'cel-syntax', message: expect.any(String) as string }],
    [`t.tag.matches('v(')`, { code: 'cel-syntax', message: expect.any(String) as string }],
    ['tag == "v1"', { code: 'cel-unknown-name', name: 'tag' }],
    ['extensions.tag == "v1"', { code: 'cel-unknown-name', name: 'extensions' }],
    ['has(t.tga)', { code: 'cel-unknown-field', field: 't.tga' }],
    ['t["tga"] == ""', { code: 'cel-unknown-field', field: 't.tga' }],
    ['t.tag.length > 1', { code: 'cel-unknown-field', field: 't.tag.length' }],
    ['t.items[0].digest == ""', { code: 'cel-unknown-field', field: 't.items.digest' }],
    ['body.metadata.lables.a == ""', { code: 'cel-unknown-field', field: 'body.metadata.lables' }],
    ['body.status.tags.all(x, x.name == "")', { code: 'cel-unknown-field', field: 'name' }],
    ['true || nope(t.tag)', { code: 'cel-unknown-function', name: 'nope' }],
    ['t.tag.compareSecret("a", "b")', { code: 'cel-unknown-function', name: 'compareSecret' }],
    ['t.tag > 3', { code: 'cel-types', use: 'string > int' }],
    ['t.tag == 3', { code: 'cel-types', use: 'string == int' }],
    ['t.tag && true', { code: 'cel-types', use: 'string && bool' }],
    ['!t.tag', { code: 'cel-types', use: '!string' }],
    ['t.tag ? true : false', { code: 'cel-types', use: 'string ? bool : bool' }],
    ['t.tag.startsWith(1)', { code: 'cel-types', use: 'string.startsWith(int)' }],
    ['t.tag', { code: 'cel-not-bool', type: 'string' }],
    ['size(t.items)', { code: 'cel-not-bool', type: 'int' }],
    ['body.metadata.labels["a"]', { code: 'cel-not-bool', type: 'string' }],
    ['t', { code: 'cel-not-bool', type: 'map' }],
    ['[true]', { code: 'cel-not-bool', type: 'list' }],
  ])('%s', (expression, problem) => {
    expect(checkWithLibrary(expression)).toEqual({ problem });
  });
});

describe('an expression on the tag alone', () => {
  it.each<[string, { yes: string[]; no: string[] }]>([
    [`t.tag == 'v1'`, { yes: ['v1'], no: ['v2', 'v1 '] }],
    [`t.tag.startsWith('v') && !t.tag.contains('rc')`, { yes: ['v1'], no: ['v1-rc', '1'] }],
    [`t.tag.matches('^v[0-9]+$') || t.tag in ['a', 'b']`, { yes: ['v12', 'b'], no: ['v', 'c'] }],
    [`size(t.tag) > 2 ? t.tag.endsWith('x') : true`, { yes: ['ab', 'abx'], no: ['abc'] }],
    [`['a', 'b'].exists(x, t.tag.startsWith(x))`, { yes: ['ab', 'b'], no: ['c'] }],
    [`t.tag.split('-').size() == 2`, { yes: ['a-b'], no: ['a', 'a-b-c'] }],
    [`t["tag"].lowerAscii() == 'latest'`, { yes: ['LATEST'], no: ['late'] }],
    [`has(t.tag) && t.tag < 'b'`, { yes: ['a'], no: ['b'] }],
  ])('%s has the verdict of CEL', (expression, { yes, no }) => {
    const { fields, functions, judge } = usable(expression);
    expect({ fields, functions }).toEqual({ fields: [], functions: [] });
    const verdicts = [...yes, ...no].map((tag) => judge?.({ tag }));
    expect(verdicts).toEqual([...yes.map(() => true), ...no.map(() => false)]);
    const inFilter = (tag: string) =>
      evaluateCel(`body.tags.all(t, (${expression}))`, { body: { tags: [{ tag }] } });
    expect([...yes, ...no].map(inFilter)).toEqual(verdicts);
  });

  it('says of which tags it fails, and why', () => {
    const { judge } = usable(`t.tag.split('-')[1] == 'rc'`);
    expect(judge?.({ tag: 'v1-rc' })).toBe(true);
    expect(judge?.({ tag: 'latest' })).toEqual({
      failed: expect.stringMatching(/index/) as string,
    });
  });
});

describe('an expression that asks for more than the tag', () => {
  const stream = { metadata: { name: 'web', labels: { team: 'shop' } } };
  const entry = {
    tag: 'v1',
    items: [{ image: 'sha256:a', created: '', dockerImageReference: '', generation: 2 }],
  };

  it.each<[string, string[], unknown]>([
    [`body.metadata.labels['team'] == 'shop'`, ['body.metadata.labels'], true],
    [`body.metadata.labels.team == 'shop'`, ['body.metadata.labels'], true],
    [`'team' in body.metadata.labels`, ['body.metadata.labels'], true],
    [`t.items[0].generation > 1`, ['t.items.generation'], true],
    [`has(t.items) && size(t.items) == 2`, ['t.items'], false],
    [`t.items.exists(i, i.image == 'sha256:a')`, ['t.items'], true],
    [`body.metadata.name + ':' + t.tag == 'web:v1'`, ['body.metadata.name'], true],
    [
      `body.metadata.labels['none'] == 'x'`,
      ['body.metadata.labels'],
      { failed: expect.any(String) as string },
    ],
  ])('%s says for what, and is judged by what is there now', (expression, fields, verdict) => {
    const found = usable(expression);
    expect(found.fields).toEqual(fields);
    expect(found.judge?.(entry, stream)).toEqual(verdict);
  });

  it.each<[string, string[], string[]]>([
    [`header.canonical('Ce-Time') > ''`, ['header'], ['canonical']],
    [`header['Ce-Time'][0] > ''`, ['header'], []],
    [`requestURL == ''`, ['requestURL'], []],
    [`t.tag.split('-', 2)[0] == 'v1'`, [], ['split']],
    [`math.greatest(1, size(t.tag)) == 2`, [], ['math.greatest']],
    [`t.tag.translate('a', 'b') == 'b'`, [], ['translate']],
  ])('%s only the listener can judge', (expression, fields, functions) => {
    expect(usable(expression)).toEqual({ fields, functions, judge: undefined });
  });
});
