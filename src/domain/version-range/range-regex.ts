import { either, numbersBetween } from './number-regex';
import { parseVersionRange } from './parse-range';
import type { RangeProblem, VersionSpan } from './parse-range';
import { anyPreRelease, preReleasesBefore, preReleasesFrom } from './pre-release-regex';

/** Which ends of the span a version still has the same numbers as. */
interface Ties {
  readonly low: boolean;
  readonly high: boolean;
}

const optional = (pattern: string): string => `(?:${pattern})?`;

/** What follows three numbers; undefined where nothing that follows is in the span. */
const afterThree = ({ from, until, withPre }: VersionSpan, ties: Ties): string | undefined => {
  const high = ties.high ? until : undefined;
  if (!withPre) return high ? undefined : '';
  const isOfRelease = from.pre.length === 0;
  if (!high) {
    if (!ties.low) return optional(`-${anyPreRelease}`);
    return isOfRelease ? '' : optional(`-${preReleasesFrom(from.pre)}`);
  }
  if (ties.low)
    return `-${high.pre.length === 0 ? preReleasesFrom(from.pre) : from.pre.join('\\.')}`;
  if (high.pre.length === 0) return `-${anyPreRelease}`;
  const before = preReleasesBefore(high.pre);
  return before === undefined ? undefined : `-${before}`;
};

/** Whether all versions that start with the numbers of `from` up to a place are in the span. */
const startsWhole = ({ from, withPre }: VersionSpan, place: number): boolean =>
  from.numbers.slice(place).every((number) => number === 0) &&
  (!withPre || from.pre.join('.') === '0');

const free: Ties = { low: false, high: false };

/** The numbers from a place on (0 major, 3 behind the last), and what follows them. */
const numbersFrom = (span: VersionSpan, place: number, ties: Ties): string | undefined => {
  if (place === 3) return afterThree(span, ties);
  const low = ties.low ? (span.from.numbers[place] ?? 0) : undefined;
  const high = ties.high ? span.until?.numbers[place] : undefined;
  const next = (numbers: string, then: Ties): string[] => {
    const rest = numbersFrom(span, place + 1, then);
    return rest === undefined ? [] : [`${numbers}${place < 2 ? '\\.' : ''}${rest}`];
  };
  if (low !== undefined && low === high) return next(String(low), ties)[0];
  const isWhole = low === undefined || startsWhole(span, place + 1);
  const least = (low ?? 0) + (isWhole ? 0 : 1);
  const most = high === undefined ? Infinity : high - 1;
  const alternatives = [
    ...(isWhole ? [] : next(String(low), { low: true, high: false })),
    ...(least <= most ? next(numbersBetween(least, most), free) : []),
    ...(high === undefined ? [] : next(String(high), { low: false, high: true })),
  ];
  return alternatives.length === 0 ? undefined : either(alternatives);
};

/**
 * A range of versions as a regular expression of RE2 for whole tags, which may start with a `v`.
 * CEL could compare numbers, but a tag that is none would make its expression fail, and with it the
 * event for all tags.
 */
export const rangeRegex = (text: string): { regex: string } | { problem: RangeProblem } => {
  const spans = parseVersionRange(text);
  if ('code' in spans) return { problem: spans };
  const whole = { low: true, high: true };
  const alternatives = spans.flatMap(
    (span) => numbersFrom(span, 0, { ...whole, high: span.until !== undefined }) ?? [],
  );
  return { regex: `^v?${either(alternatives)}$` };
};
