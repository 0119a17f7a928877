import { RE2JS } from '@bufbuild/re2';
import fc from 'fast-check';
import { rangeRegex } from './range-regex';
import type { RangeProblem } from './parse-range';

const verdict = (range: string, tag: string): boolean => {
  const compiled = rangeRegex(range);
  if ('problem' in compiled) throw new Error(compiled.problem.code);
  return RE2JS.compile(compiled.regex).test(tag);
};

describe('a range of versions', () => {
  it.each<[string, string[], string[]]>([
    ['^1.4', ['1.4.0', 'v1.4.9', '1.10.0', '1.99.123'], ['1.3.9', '2.0.0', '1.4', '11.4.0']],
    ['^0.2.3', ['0.2.3', '0.2.10'], ['0.2.2', '0.3.0', '1.0.0']],
    ['^0.0.3', ['0.0.3'], ['0.0.4', '0.0.2']],
    ['^0.0', ['0.0.0', '0.0.9'], ['0.1.0']],
    ['^0', ['0.0.0', '0.9.9'], ['1.0.0']],
    ['~1.4.2', ['1.4.2', '1.4.10'], ['1.4.1', '1.5.0']],
    ['~1', ['1.0.0', '1.9.9'], ['2.0.0', '0.9.9']],
    ['>=1.2.0 <2.0.0', ['1.2.0', '1.100.0'], ['1.1.9', '2.0.0', '2.0.0-rc.1']],
    ['>= 1.2.0, < 2', ['1.2.0', '1.9.0'], ['1.1.9', '2.0.0']],
    ['>1.4', ['1.5.0', '2.0.0'], ['1.4.9', '1.4.0']],
    ['<=1.4', ['1.4.9', '0.0.0'], ['1.5.0']],
    ['1.x', ['1.0.0', 'v1.2.3'], ['0.9.0', '2.0.0', '1.0.0-rc.1']],
    ['v1.4.x', ['1.4.0'], ['1.5.0']],
    ['*', ['0.0.0', '99.0.1'], ['latest', '1', '1.2', '1.2.3.4', '01.2.3', '1.02.3']],
    ['1.2 - 1.4', ['1.2.0', '1.4.9'], ['1.1.9', '1.5.0']],
    ['1.2.3', ['1.2.3', 'v1.2.3'], ['1.2.30', '1.2.4', 'V1.2.3', '1.2.3-1', 'x1.2.3']],
    ['~1.2 || ^3.1.4 || 9', ['1.2.9', '3.9.0', '9.1.1'], ['3.1.3', '2.0.0', '8.0.0']],
    ['^1.4.0-0', ['1.4.0-alpha', '1.4.0', '1.9.0-rc.1'], ['1.3.9', '2.0.0-rc.1', '2.0.0']],
    [
      '>=1.4.0-rc.2',
      ['1.4.0-rc.2', '1.4.0-rc.10', '1.4.0-rc.2.0', '1.4.0-rcx', '1.4.0', '1.4.1-0', '2.0.0-a'],
      ['1.4.0-rc.1', '1.4.0-rc', '1.4.0-beta.9', '1.4.0-7', '1.3.9'],
    ],
    ['>1.4.0-rc.2 <2.0.0', ['1.4.0-rc.3', '1.4.0-rc.2.0', '2.0.0-rc.1'], ['1.4.0-rc.2', '2.0.0']],
    ['<1.0.0-b', ['0.9.9', '1.0.0-a', '1.0.0-9', '1.0.0-ax.1'], ['1.0.0-b', '1.0.0-b.0', '1.0.0']],
    ['=1.0.0-rc.1', ['1.0.0-rc.1'], ['1.0.0-rc.1.0', '1.0.0-rc.10', '1.0.0']],
    ['>=20261124101500.0.0', ['20261124101501.1.1'], ['20261124101459.1.1']],
  ])('%s', (range, inside, outside) => {
    expect(inside.filter((tag) => !verdict(range, tag))).toEqual([]);
    expect(outside.filter((tag) => verdict(range, tag))).toEqual([]);
  });

  it.each<[string, RangeProblem]>([
    ['', { code: 'no-range' }],
    ['  ', { code: 'no-range' }],
    ['latest', { code: 'bad-range', part: 'latest' }],
    ['^1.4 and more', { code: 'bad-range', part: 'and' }],
    ['!=1.4.0', { code: 'bad-range', part: '!=1.4.0' }],
    ['1.2.3.4', { code: 'bad-range', part: '1.2.3.4' }],
    ['01.2', { code: 'bad-range', part: '01.2' }],
    ['1.x.3', { code: 'bad-range', part: '1.x.3' }],
    ['1.4-rc.1', { code: 'bad-range', part: '1.4-rc.1' }],
    ['1.0.0+build', { code: 'bad-range', part: '1.0.0+build' }],
    ['1.0.0-01', { code: 'bad-range', part: '1.0.0-01' }],
    ['1 || ', { code: 'bad-range', part: '' }],
    ['1000000000000000.x', { code: 'bad-range', part: '1000000000000000.x' }],
    ['>=2 <1', { code: 'empty-range', part: '>=2 <1' }],
    ['1.x || >*', { code: 'empty-range', part: '>*' }],
    ['>1.4.0 <1.4.1', { code: 'empty-range', part: '>1.4.0 <1.4.1' }],
    ['>=1.4.0-alpha <1.4.0-rc', { code: 'two-pre-releases', version: '1.4.0' }],
  ])('%j is refused', (range, problem) => {
    expect(rangeRegex(range)).toEqual({ problem });
  });
});

/** The order of versions and the meaning of the operators, said once more without spans. */
const partsOf = (version: string): [number[], string[]] => {
  const [, front = '', pre] = /^v?([\d.]+)(?:-(.+))?$/.exec(version)!;
  return [front.split('.').map(Number), pre === undefined ? [] : pre.split('.')];
};

const isBefore = (a: string, b: string): boolean => {
  const [[front, pre], [otherFront, otherPre]] = [partsOf(a), partsOf(b)];
  for (const [index, number] of front.entries())
    if (number !== otherFront[index]) return number < otherFront[index]!;
  if (pre.length === 0 || otherPre.length === 0) return pre.length > 0 && otherPre.length === 0;
  for (const [index, one] of pre.entries()) {
    const other = otherPre[index];
    if (other === undefined) return false;
    if (one === other) continue;
    const [isNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isNumber && otherIsNumber) return Number(one) < Number(other);
    if (isNumber !== otherIsNumber) return isNumber;
    return one < other;
  }
  return pre.length < otherPre.length;
};

interface Comparator {
  readonly operator: string;
  readonly version: string;
}

const holds = (tag: string, { operator, version }: Comparator): boolean => {
  const [[major, minor, patch]] = [partsOf(tag)[0] as [number, number, number]];
  const [wanted] = partsOf(version);
  const isFrom = !isBefore(tag, version);
  switch (operator) {
    case '<':
      return isBefore(tag, version);
    case '<=':
      return !isBefore(version, tag);
    case '>':
      return isBefore(version, tag);
    case '>=':
      return isFrom;
    case '~':
      return isFrom && major === wanted[0] && minor === wanted[1];
    case '^':
      if (!isFrom || major !== wanted[0]) return false;
      return major > 0 || (minor === wanted[1] && (minor > 0 || patch === wanted[2]));
    default:
      return !isBefore(tag, version) && isFrom && !isBefore(version, tag);
  }
};

const numbers = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 120 }), fc.nat({ max: 100_000 }));
const identifiers = fc.oneof(
  fc.nat({ max: 12 }).map(String),
  fc.constantFrom(
    'rc',
    'alpha',
    'beta',
    'a',
    'b',
    'ab',
    'A',
    'Z',
    'z',
    '-',
    '1a',
    '2a',
    '1-',
    '00b',
  ),
);
const versions = fc
  .tuple(
    fc.tuple(numbers, numbers, numbers).map((all) => all.join('.')),
    fc.oneof(
      { arbitrary: fc.constant([]), weight: 2 },
      { arbitrary: fc.array(identifiers, { minLength: 1, maxLength: 3 }), weight: 1 },
    ),
  )
  .map(([front, pre]) => [front, ...(pre.length === 0 ? [] : [pre.join('.')])].join('-'));

/** The version itself and such as are near it. */
const near = (version: string): fc.Arbitrary<string> => {
  const [front = '', ...pre] = version.split('-');
  const [major = 0, minor = 0, patch = 0] = front.split('.').map(Number);
  return fc.oneof(
    fc.constantFrom(
      version,
      front,
      `${version}${pre.length === 0 ? '-0' : '.0'}`,
      `${front}-0`,
      `${major}.${minor}.${patch + 1}`,
      `${major}.${minor + 1}.0-0`,
      `${major + 1}.0.0`,
      `${major + 1}.0.0-0`,
      `${major}.${minor}.${Math.max(0, patch - 1)}`,
      `${major}.${Math.max(0, minor - 1)}.9`,
    ),
    identifiers.map((one) => `${front}-${one}`),
    fc.tuple(identifiers, identifiers).map((two) => `${front}-${two.join('.')}`),
    versions,
  );
};

const comparators = fc.record({
  operator: fc.constantFrom('<', '<=', '>', '>=', '~', '^', '=', ''),
  version: versions,
});

const ranges = fc.array(fc.array(comparators, { minLength: 1, maxLength: 2 }), {
  minLength: 1,
  maxLength: 2,
});

const textOf = (range: readonly (readonly Comparator[])[]): string =>
  range.map((set) => set.map(({ operator, version }) => operator + version).join(' ')).join(' || ');

describe('the verdict on any version by any range', () => {
  it('is that of an evaluation without regular expressions', () => {
    let judged = 0;
    const cases = ranges.chain((range) =>
      fc.tuple(
        fc.constant(range),
        fc.array(
          fc.constantFrom(...range.flat()).chain(({ version }) => near(version)),
          {
            minLength: 8,
            maxLength: 8,
          },
        ),
      ),
    );
    fc.assert(
      fc.property(cases, ([range, tags]) => {
        const compiled = rangeRegex(textOf(range));
        if ('problem' in compiled) return;
        const regex = RE2JS.compile(compiled.regex);
        for (const tag of tags) {
          const isIn = range.some(
            (set) =>
              (!tag.includes('-') || set.some(({ version }) => version.includes('-'))) &&
              set.every((one) => holds(tag, one)),
          );
          judged += 1;
          expect([tag, regex.test(tag), regex.test(`v${tag}`)]).toEqual([tag, isIn, isIn]);
        }
      }),
      { numRuns: 1500 },
    );
    expect(judged).toBeGreaterThan(4000);
  });
});
