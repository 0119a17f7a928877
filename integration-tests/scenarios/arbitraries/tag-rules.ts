import fc from 'fast-check';
import { celString } from '../../../src/domain/cel';
import { ignoring, mostExactTags } from '../../../src/domain/tag-rule';
import type { TagRule } from '../../../src/domain/tag-rule';
import { badPatterns, patterns } from './patterns';

/** A rule with tags of which some probably match it; each tag once. */
export interface RuleAndTags {
  readonly rule: TagRule;
  readonly tags: readonly string[];
}

const parts = ['v', '1', '2', '.', '-', '_', 'a', 'B', 'latest', 'rc', 'ü', '🦭', '*', '?', '['];
const oddParts = [`'`, '"', '\\', '\n', '\t', '$(', ')', ']', ', ', '|', '^', '$', '\u2028', 'K'];

const words = (units: readonly string[], minLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...units), { minLength, maxLength: 5 }).map((all) => all.join(''));

const words1 = fc.oneof(words(parts, 1), words([...parts, ...oddParts], 1));

/** Some of the candidates, whole or with a character more, among tags of any kind. */
const among = (candidates: readonly string[]): fc.Arbitrary<string[]> => {
  const exact = fc.constantFrom(...candidates);
  const more = fc.tuple(fc.constantFrom('', 'x', '\n'), exact, fc.constantFrom('', 'x', '\n'));
  const tag = fc.oneof(
    exact,
    more.map((pieces) => pieces.join('')),
    words1,
  );
  return fc.uniqueArray(tag, { minLength: 1, maxLength: 5 });
};

const withTags = (rule: TagRule, candidates: readonly string[]): fc.Arbitrary<RuleAndTags> =>
  among(candidates).map((tags) => ({ rule, tags }));

const exactRules = fc
  .array(words1, { minLength: 1, maxLength: mostExactTags })
  .chain((tags) => withTags({ kind: 'tags', tags }, tags));

const globRules = fc.oneof(words1, badPatterns).chain((glob) => {
  const fill = (star: string, mark: string) => glob.replaceAll('*', star).replaceAll('?', mark);
  return withTags({ kind: 'glob', pattern: glob }, [glob, fill('', 'x'), fill('a\\b', '🦭')]);
});

const regexRules = patterns.chain(({ regex, example }) =>
  withTags({ kind: 'regex', pattern: regex }, [example, example.toUpperCase(), regex]),
);

const badRegexRules = badPatterns.chain((regex) =>
  withTags({ kind: 'regex', pattern: regex }, [regex, 'a', 'b']),
);

const versions = fc
  .tuple(
    fc.constantFrom('', 'v'),
    fc.tuple(...[3, 20, 300].map((max) => fc.nat({ max }))).map((numbers) => numbers.join('.')),
    fc.constantFrom('', '', '', '-0', '-rc', '-rc.1', '-rc.10', '-beta.2', '-1a', '-a-b.7'),
  )
  .map((pieces) => pieces.join(''));

/** Of a version, or of its first two numbers. */
const comparators = fc
  .tuple(fc.constantFrom('', '=', '<', '<=', '>', '>=', '~', '^'), versions, fc.boolean())
  .map(([operator, version, isShort]) =>
    isShort ? operator + (/^v?\d+\.\d+/.exec(version)?.[0] ?? version) : operator + version,
  );

const nextTo = (version: string): string[] => [
  version,
  `v${version}`,
  version.replace(
    /^v?(\d+\.\d+\.)(\d+)/,
    (_, front: string, patch: string) => `${front}${Number(patch) + 1}`,
  ),
  version.replace(/-.*/, ''),
  `${version}.1`,
  version.replace(/(-.*)?$/, '-rc.2'),
];

/** Ranges of versions, of which some have no version or a mistake. */
const rangeRules = fc
  .array(fc.array(comparators, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
  .chain((alternatives) => {
    const range = alternatives.map((all) => all.join(' ')).join(' || ');
    const bounds = alternatives.flat().map((one) => one.replace(/^[<>=~^]*/, ''));
    return withTags({ kind: 'range', range }, [...bounds.flatMap(nextTo), '1.2.3', '0.0.0-0']);
  });

/** CEL on the tag that stands for a predicate of JavaScript, so that some of the tags match. */
const conditions = (tag: string): fc.Arbitrary<string> => {
  const [first = '', ...others] = tag;
  return fc.constantFrom(
    `t.tag == ${celString(tag)}`,
    `t.tag != ${celString(tag)}`,
    `t.tag.startsWith(${celString(first)})`,
    `t.tag.endsWith(${celString(others.join(''))})`,
    `t.tag.contains(${celString(others[0] ?? first)})`,
    `t['tag'] in [${celString(tag)}, 'v1']`,
    `size(t.tag) > ${tag.length}`,
    `t.tag.lowerAscii() == t.tag`,
    `t.tag.indexOf(${celString(first)}) >= 0`,
    `t.tag < ${celString(tag)}`,
    `['v', ${celString(first)}].exists(x, t.tag.startsWith(x))`,
    `t.tag.replace(${celString(first)}, '') == ${celString(others.join(''))}`,
    `t.tag.matches('^[a-z0-9.-]+$')`,
    `has(t.tag) && has(t.items)`,
    `size(t.items) > 0 && t.items[0].image.startsWith('sha256:')`,
    `body.metadata.name == 'web'`,
    // It fails for a tag without a dot, and with it the lane.
    `t.tag.split('.')[1] != ''`,
  );
};

const celRules = words1.chain((tag) =>
  fc
    .tuple(conditions(tag), fc.constantFrom(' && ', ' || ', ' ? true : '), conditions(tag))
    .chain(([one, operator, other]) =>
      withTags({ kind: 'cel', expression: `${one}${operator}${other}` }, [tag]),
    ),
);

const chosenOnly: fc.Arbitrary<RuleAndTags> = fc.oneof(
  {
    arbitrary: among(['v1']).map((tags): RuleAndTags => ({ rule: { kind: 'any' }, tags })),
    weight: 1,
  },
  { arbitrary: exactRules, weight: 4 },
  { arbitrary: globRules, weight: 4 },
  { arbitrary: regexRules, weight: 8 },
  { arbitrary: badRegexRules, weight: 4 },
  { arbitrary: rangeRules, weight: 6 },
  { arbitrary: celRules, weight: 8 },
);

/** A rule that ignores patterns of which some probably match one of its tags. */
const withIgnored = ({ rule, tags }: RuleAndTags): fc.Arbitrary<RuleAndTags> => {
  const [tag = 'v1'] = tags;
  const [first = '', ...others] = tag;
  const glob = fc.oneof(
    fc.constantFrom(tag || '*', `${first}*`, `*${others.join('')}`, '?', '*-rc*'),
    words1,
  );
  return fc
    .uniqueArray(glob, { minLength: 1, maxLength: 3 })
    .map((globs) => ({ rule: ignoring(rule, globs), tags }));
};

/** Rules of all kinds with tags; those that are no rule after all, too. */
export const rulesAndTags: fc.Arbitrary<RuleAndTags> = fc.oneof(
  { arbitrary: chosenOnly, weight: 3 },
  { arbitrary: chosenOnly.chain(withIgnored), weight: 2 },
);
