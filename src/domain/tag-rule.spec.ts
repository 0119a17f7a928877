import fc from 'fast-check';
import { evaluateCel } from '../testing/cel-interceptor';
import {
  ignoredOf,
  ignoring,
  isDecidedByTag,
  mostExactTags,
  tagMatcher,
  tagRuleProblem,
} from './tag-rule';
import { tagRuleFromCel, tagRuleToCel } from './tag-rule-cel';
import type { TagRule } from './tag-rule';
import { checkWithLibrary } from './raw-cel/cel-library';
import { provideCel } from './raw-cel/engine';

beforeAll(() => provideCel(checkWithLibrary));

const cel = (expression: string): TagRule => ({ kind: 'cel', expression });
const any: TagRule = { kind: 'any' };
const tags = (...names: string[]): TagRule => ({ kind: 'tags', tags: names });
const glob = (pattern: string): TagRule => ({ kind: 'glob', pattern });
const regex = (pattern: string): TagRule => ({ kind: 'regex', pattern });

const range = (text: string): TagRule => ({ kind: 'range', range: text });
const without = (rule: TagRule, ...globs: string[]): TagRule => ignoring(rule, globs);

/** What the interceptor says: the condition is written on `t`, an entry of `status.tags`. */
const verdictOfCel = (rule: TagRule, tag: string): unknown =>
  evaluateCel(`body.tags.all(t, ${tagRuleToCel(rule)})`, { body: { tags: [{ tag }] } });

const verdicts: [TagRule, { yes: string[]; no: string[] }][] = [
  [any, { yes: ['latest', 'v1', 'ü'], no: [] }],
  [tags('latest', 'v1'), { yes: ['latest', 'v1'], no: ['v2', 'Latest', 'latest2', ''] }],
  [tags(`it's`, 'a, b', ']'), { yes: [`it's`, 'a, b', ']'], no: ['it', 'a', 'b'] }],
  [glob('v*'), { yes: ['v', 'v1', 'v1.2'], no: ['rv1', 'V1'] }],
  [glob('v?'), { yes: ['v1', 'vü', 'v🦭'], no: ['v', 'v12'] }],
  [glob('1.2.*'), { yes: ['1.2.', '1.2.3'], no: ['1.2', '1x2x3'] }],
  [glob('a+b'), { yes: ['a+b'], no: ['aab', 'ab'] }],
  [glob('(a|b)'), { yes: ['(a|b)'], no: ['a', 'b'] }],
  [glob('[ab]{2}^$'), { yes: ['[ab]{2}^$'], no: ['aa', 'ab'] }],
  [glob('a\\d'), { yes: ['a\\d'], no: ['a1'] }],
  [glob('a\\*'), { yes: ['a\\', 'a\\b'], no: ['a*'] }],
  [regex('v[0-9]+'), { yes: ['v1', 'v12'], no: ['v', 'rv1', 'v1-rc', 'xv1x'] }],
  [regex('a|b'), { yes: ['a', 'b'], no: ['ab', 'ax', 'xb'] }],
  [regex('(?i)latest'), { yes: ['latest', 'LATEST'], no: ['latest2'] }],
  [regex('(?m)a'), { yes: ['a'], no: ['a\nb', 'b\na'] }],
  [regex('\\d{4}\\.\\d'), { yes: ['2026.1'], no: ['2026-1'] }],
  [regex('[^a]'), { yes: ['b', 'ü', '🦭'], no: ['a', 'bb'] }],
  [regex('\\Qa.b\\E'), { yes: ['a.b'], no: ['axb'] }],
  [range('^1.4'), { yes: ['1.4.0', 'v1.10.2'], no: ['1.3.9', '1.5', 'v2.0.0', '1.5.0-rc.1'] }],
  [range('>=1.4.0-rc.2'), { yes: ['v1.4.0-rc.10', '1.4.0'], no: ['1.4.0-rc.1'] }],
  [without(range('1.x'), '*.0'), { yes: ['1.2.3'], no: ['1.2.0', '2.1.1'] }],
  [cel(`t.tag == 'a' || t.tag == 'b'`), { yes: ['a', 'b'], no: ['c'] }],
  [without(cel(`t.tag == 'a' || t.tag == 'b'`), 'b*'), { yes: ['a'], no: ['b', 'c'] }],
  [without(any, '*-rc*'), { yes: ['v1', 'rc'], no: ['v1-rc', 'v1-rc.2', '-rc'] }],
  [without(glob('v*'), 'v0.*', 'v?'), { yes: ['v1.0', 'v'], no: ['v0.1', 'v9', 'x1'] }],
  [without(regex('a|b|c'), 'a|b', 'c'), { yes: ['a', 'b'], no: ['c', 'a|b'] }],
];

const cases = verdicts.flatMap(([rule, { yes, no }]) => [
  ...yes.map((tag) => [rule, tag, true] as const),
  ...no.map((tag) => [rule, tag, false] as const),
]);

describe('a tag rule', () => {
  it.each(cases)('%j says of %j: %s, here and in CEL', (rule, tag, verdict) => {
    expect(tagRuleProblem(rule)).toBeUndefined();
    expect(tagMatcher(rule)(tag)).toBe(verdict);
    expect(verdictOfCel(rule, tag)).toBe(verdict);
  });

  it('has the same verdict here and in CEL for any glob and tag', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?', '.', '\\', '[', ']', '$') });
    fc.assert(
      fc.property(text, text, (pattern, tag) => {
        fc.pre(pattern !== '');
        expect(tagMatcher(glob(pattern))(tag)).toBe(verdictOfCel(glob(pattern), tag));
      }),
    );
  });
});

describe('a rule of CEL', () => {
  it('is refused with the reason, and matches nothing', () => {
    expect(tagRuleProblem(cel(' '))).toEqual({ code: 'cel-empty' });
    expect(tagRuleProblem(cel('t.tag'))).toEqual({ code: 'cel-not-bool', type: 'string' });
    expect(tagMatcher(cel('t.tag'))('v1')).toBe(false);
    expect(isDecidedByTag(cel('t.tag'))).toBe(true);
  });

  it('matches no tag for which it fails', () => {
    const matches = tagMatcher(cel(`t.tag.split('-')[1] == 'rc'`));
    expect(['v1-rc', 'v1'].map(matches)).toEqual([true, false]);
  });

  it('may match any tag, but for those that are ignored, where the tag does not decide', () => {
    const rule = without(cel(`body.metadata.labels.a == 'b'`), 'pr-*');
    expect(isDecidedByTag(rule)).toBe(false);
    expect(['v1', 'pr-1'].map(tagMatcher(rule))).toEqual([true, false]);
  });
});

describe('a range that is none', () => {
  it('matches no tag in CEL either, and its text is read back', () => {
    const rule = range('latest');
    expect(['latest', '1.0.0', ''].map((tag) => verdictOfCel(rule, tag))).toEqual([
      false,
      false,
      false,
    ]);
    expect(tagRuleFromCel(tagRuleToCel(rule))).toEqual(rule);
  });
});

describe('tagRuleProblem', () => {
  it.each([
    [tags(), { code: 'no-tags' }],
    [
      tags(...Array.from({ length: mostExactTags + 1 }, (_, index) => `v${index}`)),
      { code: 'too-many-tags', most: 10 },
    ],
    [glob(''), { code: 'empty-pattern' }],
    [glob('*\udead'), { code: 'half-character' }],
    [without(any, 'a\ud83e'), { code: 'half-character' }],
    [regex(''), { code: 'empty-pattern' }],
    [without(any, 'a', ''), { code: 'empty-pattern' }],
    [regex('('), { code: 'bad-regex' }],
    [range(''), { code: 'no-range' }],
    [range('1.y'), { code: 'bad-range', part: '1.y' }],
    [range('>2 <1'), { code: 'empty-range' }],
    [regex('a\\'), { code: 'bad-regex' }],
    // JavaScript's own, which RE2 does not have.
    [regex('(?=a)'), { code: 'bad-regex' }],
    [regex('(a)\\1'), { code: 'bad-regex' }],
    // Legal only inside the anchors, where it would match the beginning or the end of a tag.
    [regex('a)|(?:b'), { code: 'bad-regex' }],
    // Legal only alone: the quote would swallow the end of the anchors.
    [regex('\\Qa'), { code: 'bad-regex' }],
  ])('refuses %j', (rule, problem) => {
    expect(tagRuleProblem(rule)).toMatchObject(problem);
    expect(tagMatcher(rule)('a')).toBe(false);
  });

  it('says what RE2 says of a bad regular expression', () => {
    expect(tagRuleProblem(regex('(?=a)'))).toHaveProperty(
      'message',
      expect.stringContaining('invalid or unsupported Perl syntax'),
    );
  });

  it('allows as many tags as there are lanes for them', () => {
    const most = Array.from({ length: mostExactTags }, (_, index) => `v${index}`);
    expect(tagRuleProblem(tags(...most))).toBeUndefined();
  });
});

const nasty = [
  `'`,
  '\\',
  ']',
  '[',
  ', ',
  '\n',
  '\r',
  '\t',
  '$(',
  ')',
  '"',
  '*',
  '?',
  '.',
  '|',
  '^',
];
const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...nasty, '\u2028', 'ü', '🦭'), fc.string({ unit: 'binary' })),
});
const rules: fc.Arbitrary<TagRule> = fc.oneof(
  fc.array(text, { minLength: 1, maxLength: 4 }).map((names) => tags(...names)),
  fc
    .tuple(
      fc.oneof(fc.constant(any), text.map(glob), text.map(regex), text.map(range)),
      fc.array(
        text.filter((pattern) => pattern !== ''),
        { maxLength: 3 },
      ),
    )
    .map(([rule, globs]) => without(rule, ...globs)),
);

describe('ignoring', () => {
  it('takes the place of what was ignored before, and leaves no trace of nothing', () => {
    const rule = without(without(any, 'a'), 'b', 'c');
    expect(ignoredOf(rule)).toEqual(['b', 'c']);
    expect(JSON.stringify(without(rule))).toBe(JSON.stringify(any));
  });

  it('does nothing to a list of tags, which names what it wants', () => {
    expect(without(tags('v1'), 'v*')).toEqual(tags('v1'));
    expect(ignoredOf(tags('v1'))).toEqual([]);
  });
});

describe('tagRuleFromCel', () => {
  it('reads back every rule that was written', () => {
    fc.assert(
      fc.property(rules, (rule) => {
        expect(tagRuleFromCel(tagRuleToCel(rule))).toEqual(rule);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [''],
    ['false'],
    ['true '],
    [`t.tag == 'latest'`],
    [`t.tag.startsWith('v')`],
    [`t.tag.matches("v")`],
    [`t.tag.matches('v') || true`],
    [`!t.tag.matches('v')`],
    [`t.tag in ['v'] && !t.tag.matches('v')`],
    [`true && !t.tag.matches('v') && !t.tag.matches('w')`],
    [`true && t.tag.matches('v')`],
    [`'^1.4' != ''`],
    [`'^1.4' == '' && t.tag.matches('v')`],
  ])('reads nothing from %j', (cel) => {
    expect(tagRuleFromCel(cel)).toBeUndefined();
  });
});
