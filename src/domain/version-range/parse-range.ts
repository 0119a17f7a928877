import { afterPre, compareVersions, versionText } from './version';
import type { Version } from './version';

/** Neighbouring versions. */
export interface VersionSpan {
  readonly from: Version;
  /** The first one that is not in it any more; undefined where there is no end. */
  readonly until: Version | undefined;
  /** Whether the pre-releases between are in it. */
  readonly withPre: boolean;
}

/** Why a range cannot be used; `part` is the piece of it that is meant. */
export type RangeProblem =
  | { readonly code: 'no-range' }
  | { readonly code: 'bad-range' | 'empty-range'; readonly part: string }
  /** Two bounds among the pre-releases of one version: no regular expression of RE2 says both. */
  | { readonly code: 'two-pre-releases'; readonly version: string };

/** A version of which the last numbers can be missing. */
interface Partial {
  readonly numbers: readonly number[];
  readonly pre: readonly string[];
}

type Bounds = Pick<VersionSpan, 'from' | 'until'>;

const first: Version = { numbers: [0, 0, 0], pre: ['0'] };
const nothing: Bounds = { from: first, until: first };

const padded = ([major = 0, minor = 0, patch = 0]: readonly number[]): Version['numbers'] => [
  major,
  minor,
  patch,
];

const lowest = ({ numbers, pre }: Partial): Version => ({ numbers: padded(numbers), pre });

/** The first version after all that have these numbers; undefined where there are no numbers. */
const afterNumbers = (numbers: readonly number[]): Version | undefined => {
  const last = numbers.at(-1);
  return last === undefined
    ? undefined
    : { numbers: padded([...numbers.slice(0, -1), last + 1]), pre: ['0'] };
};

const after = (partial: Partial): Version | undefined =>
  partial.pre.length === 0 ? afterNumbers(partial.numbers) : afterPre(lowest(partial));

/** `^` keeps all numbers up to the first that is not 0. */
const keptByCaret = (numbers: readonly number[]): readonly number[] => {
  const index = numbers.findIndex((number) => number > 0);
  return numbers.slice(0, index === -1 ? numbers.length : index + 1);
};

/** As node-semver and Masterminds/semver read them. */
const operators: Record<string, (partial: Partial) => Bounds> = {
  '': (partial) => ({ from: lowest(partial), until: after(partial) }),
  '=': (partial) => ({ from: lowest(partial), until: after(partial) }),
  '>=': (partial) => ({ from: lowest(partial), until: undefined }),
  '>': (partial) => {
    const from = after(partial);
    return from ? { from, until: undefined } : nothing;
  },
  '<': (partial) => ({ from: first, until: lowest(partial) }),
  '<=': (partial) => ({ from: first, until: after(partial) }),
  '~': (partial) => ({ from: lowest(partial), until: afterNumbers(partial.numbers.slice(0, 2)) }),
  '^': (partial) => ({ from: lowest(partial), until: afterNumbers(keptByCaret(partial.numbers)) }),
};

/** Of 14 digits at most, as a time has, so that all sums of them are exact. */
const number = String.raw`(?:0|[1-9]\d{0,13})`;
const identifier = String.raw`(?:${number}|\d*[A-Za-z-][0-9A-Za-z-]*)`;
const wild = String.raw`(?:\.[xX*]){0,2}`;
const partialPattern = String.raw`v?(?:[xX*]${wild}|${number}(?:\.${number}){0,2}${wild}(?:-${identifier}(?:\.${identifier})*)?)`;
const comparatorPattern = new RegExp(`^(\\^|~|>=|<=|>|<|=|)(${partialPattern})$`);
const hyphenPattern = new RegExp(`^(${partialPattern})\\s+-\\s+(${partialPattern})$`);

/** Undefined where it has too many numbers, or is a pre-release of an incomplete version. */
const parsePartial = (text: string): Partial | undefined => {
  const [, front = '', pre] = /^v?([^-]*)(?:-(.*))?$/.exec(text) ?? [];
  const parts = front.split('.');
  const numbers = parts.filter((part) => /^\d/.test(part)).map(Number);
  if (parts.length > 3 || (pre !== undefined && numbers.length < 3)) return undefined;
  return { numbers, pre: pre === undefined ? [] : pre.split('.') };
};

interface Comparator {
  readonly operator: string;
  readonly partial: Partial;
}

const parseComparator = (text: string): Comparator | undefined => {
  const [, operator = '', version = ''] = comparatorPattern.exec(text) ?? [];
  const partial = version === '' ? undefined : parsePartial(version);
  return partial && { operator, partial };
};

/** The comparators of a piece without `||`, or what of it is none. */
const comparatorsOf = (text: string): Comparator[] | RangeProblem => {
  const [, low, high] = hyphenPattern.exec(text) ?? [];
  const pieces =
    low === undefined || high === undefined
      ? text.replace(/([\^~<>=])\s+/g, '$1').split(/\s*,\s*|\s+/)
      : [`>=${low}`, `<=${high}`];
  const comparators: Comparator[] = [];
  for (const piece of pieces) {
    const comparator = parseComparator(piece);
    if (!comparator) return { code: 'bad-range', part: piece === '' ? text : piece };
    comparators.push(comparator);
  }
  return comparators;
};

const later = (a: Version, b: Version): Version => (compareVersions(a, b) < 0 ? b : a);

const both = (a: Bounds, b: Bounds): Bounds => {
  const ends = [a.until, b.until].filter((end) => end !== undefined);
  const [end, other] = ends;
  return {
    from: later(a.from, b.from),
    until: end && other ? (later(end, other) === end ? other : end) : end,
  };
};

const withoutPre = ({ numbers }: Version): Version => ({ numbers, pre: [] });

const parseAlternative = (text: string): VersionSpan | RangeProblem => {
  const comparators = comparatorsOf(text);
  if ('code' in comparators) return comparators;
  const withPre = comparators.some(({ partial }) => partial.pre.length > 0);
  const { from, until } = comparators
    .map(({ operator, partial }) => (operators[operator] ?? (() => nothing))(partial))
    .reduce(both);
  const span: VersionSpan = withPre
    ? { from, until, withPre }
    : { from: withoutPre(from), until: until && withoutPre(until), withPre };
  if (span.until && compareVersions(span.from, span.until) >= 0)
    return { code: 'empty-range', part: text };
  return isOneSided(span)
    ? span
    : { code: 'two-pre-releases', version: versionText(withoutPre(from)) };
};

/** Whether at most one end lies among the pre-releases of a version, or it is one pre-release. */
const isOneSided = ({ from, until }: VersionSpan): boolean =>
  !until ||
  until.pre.length === 0 ||
  compareVersions(withoutPre(from), withoutPre(until)) !== 0 ||
  compareVersions(afterPre(from), until) === 0;

/**
 * Reads a range of versions: `^1.4`, `~1.4.2`, `1.x`, `>=1.2.0 <2.0.0`, `1.2 - 1.4`, and such with
 * `||` between. Pre-releases are in it where its piece names one (`>=1.4.0-0`), as Masterminds/semver
 * does from 3.4 on, which Flux, Kargo and Helm use. Of 1,062 generated ranges on 60 tags each, its
 * 3.4.0 judges one otherwise: `* || ~0.0.0-2`, where it takes the pre-releases of all versions.
 */
export const parseVersionRange = (text: string): readonly VersionSpan[] | RangeProblem => {
  if (text.trim() === '') return { code: 'no-range' };
  const spans: VersionSpan[] = [];
  for (const alternative of text.split('||')) {
    const span = parseAlternative(alternative.trim());
    if ('code' in span) return span;
    spans.push(span);
  }
  return spans;
};
