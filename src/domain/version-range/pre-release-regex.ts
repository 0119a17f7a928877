import { anyNumber, either, numbersBetween } from './number-regex';

const character = '[0-9A-Za-z-]';
/** An identifier that is no number. */
const anyWord = String.raw`\d*[A-Za-z-]${character}*`;
const anyIdentifier = `(?:${anyNumber}|${anyWord})`;
const more = String.raw`(?:\.${anyIdentifier})*`;

/** Any pre-release, without its hyphen. */
export const anyPreRelease = anyIdentifier + more;

const isNumber = (text: string): boolean => /^\d*$/.test(text);

/** The characters of identifiers, in the order of ASCII: digits alone, and all others. */
const digitRuns: readonly string[] = ['09'];
const otherRuns: readonly string[] = ['--', 'AZ', 'az'];

/** The characters of the runs that come before or after one; undefined where there are none. */
const charactersOn = (
  side: 'before' | 'after',
  pivot: string,
  runs: readonly string[],
): string | undefined => {
  const at = pivot.charCodeAt(0);
  const clipped = runs.flatMap((run) => {
    const from = Math.max(run.charCodeAt(0), side === 'after' ? at + 1 : 0);
    const to = Math.min(run.charCodeAt(1), side === 'before' ? at - 1 : Infinity);
    if (from > to) return [];
    const [first, last] = [String.fromCharCode(from), String.fromCharCode(to)];
    return first === '-' ? ['\\-'] : [from === to ? first : `${first}-${last}`];
  });
  return clipped.length === 0 ? undefined : `[${clipped.join('')}]`;
};

/** The words that differ from `word` at a character first, and lie on a side of it. */
const wordsApart = (side: 'before' | 'after', word: string): string[] =>
  Array.from(word, (pivot, index) => {
    const start = word.slice(0, index);
    const other = charactersOn(side, pivot, otherRuns);
    const digit = charactersOn(side, pivot, digitRuns);
    // A word of digits alone is a number, and comes before all words.
    const afterDigit = isNumber(start) ? anyWord : `${character}*`;
    return [
      ...(other === undefined ? [] : [`${start}${other}${character}*`]),
      ...(digit === undefined ? [] : [`${start}${digit}${afterDigit}`]),
    ];
  }).flat();

const startsOf = (word: string): string[] =>
  Array.from(word, (_, index) => word.slice(0, index)).filter((start) => !isNumber(start));

const identifiersAfter = (identifier: string): string =>
  either(
    isNumber(identifier)
      ? [numbersBetween(Number(identifier) + 1, Infinity), anyWord]
      : [`${identifier}${character}+`, ...wordsApart('after', identifier)],
  );

const identifiersBefore = (identifier: string): string[] => {
  if (!isNumber(identifier))
    return [anyNumber, ...startsOf(identifier), ...wordsApart('before', identifier)];
  return identifier === '0' ? [] : [numbersBetween(0, Number(identifier) - 1)];
};

const startOf = (pre: readonly string[], length: number): string =>
  pre
    .slice(0, length)
    .map((identifier) => `${identifier}\\.`)
    .join('');

/** The pre-releases from one on, without their hyphen (semver.org 2.0.0, item 11). */
export const preReleasesFrom = (pre: readonly string[]): string =>
  either([
    `${pre.join('\\.')}${more}`,
    ...pre.map((one, index) => `${startOf(pre, index)}${identifiersAfter(one)}${more}`),
  ]);

/** The pre-releases before one, without their hyphen; undefined where there are none. */
export const preReleasesBefore = (pre: readonly string[]): string | undefined => {
  const alternatives = pre.flatMap((one, index) => {
    const smaller = identifiersBefore(one);
    return [
      ...(index === 0 ? [] : [pre.slice(0, index).join('\\.')]),
      ...(smaller.length === 0 ? [] : [`${startOf(pre, index)}${either(smaller)}${more}`]),
    ];
  });
  return alternatives.length === 0 ? undefined : either(alternatives);
};
