import fc from 'fast-check';

/** A regular expression, and a text that it probably matches. */
export interface Pattern {
  readonly regex: string;
  readonly example: string;
}

const pattern = (regex: string, example: string): Pattern => ({ regex, example });

/** What is in tags, and what is trouble in a literal or in JSON. */
const plain = ['v', '1', '2', 'a', 'B', 'k', 'S', '-', '_', 'latest', 'rc', 'ü', 'ſ', 'K', '🦭'];
const quoting = [`'`, '"', '`', '\n', '\r', '\t', ' ', '\u2028', '\u0001', '%', '&', '#', '<', '/'];

/** Each with a text that it matches alone (github.com/google/re2/wiki/Syntax). */
const atoms: readonly Pattern[] = [
  ...[...plain, ...quoting].map((text) => pattern(text, text)),
  ...['.', '+', '*', '?', '(', ')', '[', ']', '{', '}', '|', '^', '$', '\\'].map((character) =>
    pattern(`\\${character}`, character),
  ),
  pattern('.', 'x'),
  pattern('(?s:.)', '\n'),
  pattern('\\d', '7'),
  pattern('\\D', 'x'),
  pattern('\\w', '_'),
  pattern('\\W', '-'),
  pattern('\\s', ' '),
  pattern('\\S', 'é'),
  pattern('\\pL', 'é'),
  pattern('\\p{L}', 'ß'),
  pattern('\\p{Lu}', 'Ä'),
  pattern('\\p{Greek}', 'λ'),
  pattern('\\p{^Greek}', 'l'),
  pattern('\\PN', 'n'),
  pattern('[a-c]', 'b'),
  pattern('[^a-c]', 'd'),
  pattern('[[:alpha:]_]', 'q'),
  pattern('[[:^digit:]]', 'q'),
  pattern('[\\d.-]', '.'),
  pattern('[^\\pL]', '5'),
  pattern('[]a]', ']'),
  pattern('[^]a]', 'b'),
  pattern('[\\]\\-\\\\]', '\\'),
  pattern('\\x41', 'A'),
  pattern('\\x{1F9AD}', '🦭'),
  pattern('\\101', 'A'),
  pattern('\\a', '\u0007'),
  pattern('\\t', '\t'),
  pattern('\\Qa.b\\E', 'a.b'),
  pattern('{', '{'),
  pattern('x{,2}', 'x{,2}'),
  pattern('x{a}', 'x{a}'),
  pattern(']', ']'),
  pattern('}', '}'),
  ...['^', '$', '\\A', '\\z', '\\b', '\\B', '(?i)', '(?m)', '(?s)', '(?U)', '(?-i)', '(?im-s)'].map(
    (assertion) => pattern(assertion, ''),
  ),
];

const repeated = ({ regex, example }: Pattern): fc.Arbitrary<Pattern> =>
  fc.constantFrom(
    pattern(`(?:${regex})*`, ''),
    pattern(`(?:${regex})+`, example + example),
    pattern(`(?:${regex})?`, example),
    pattern(`(?:${regex})*?`, example),
    pattern(`(?:${regex})+?`, example),
    pattern(`(?:${regex}){2}`, example + example),
    pattern(`(?:${regex}){1,}`, example),
    pattern(`(?:${regex}){0,3}`, example),
    // Of the last character alone, or of an assertion, which is legal or not.
    pattern(`${regex}*`, example),
    pattern(`${regex}+`, example),
  );

const grouped = ({ regex, example }: Pattern): fc.Arbitrary<Pattern> =>
  fc.constantFrom(
    pattern(`(${regex})`, example),
    pattern(`(?:${regex})`, example),
    pattern(`(?P<name>${regex})`, example),
    pattern(`(?<name>${regex})`, example),
    pattern(`(?i:${regex})`, example.toUpperCase()),
    pattern(`(?i)${regex}`, example.toLowerCase()),
    pattern(`(?i-s:${regex})`, example),
    pattern(`^${regex}$`, example),
    pattern(`${regex}|`, ''),
    pattern(`|${regex}`, example),
  );

const sequence = (parts: readonly Pattern[]): Pattern =>
  pattern(parts.map(({ regex }) => regex).join(''), parts.map(({ example }) => example).join(''));

const alternatives = (parts: readonly Pattern[]): Pattern =>
  pattern(parts.map(({ regex }) => regex).join('|'), parts.at(-1)?.example ?? '');

/** Regular expressions of RE2, of which some are none after all. */
export const patterns: fc.Arbitrary<Pattern> = fc.letrec<{ pattern: Pattern }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...atoms),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 4 }).map(sequence),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map(alternatives),
    tie('pattern').chain(repeated),
    tie('pattern').chain(grouped),
  ),
})).pattern;

/** What somebody might write who knows other languages of patterns, or closes what is not open. */
export const badPatterns: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['(?=a)', '(?!a)', '(?<=a)', '(?<!a)b', '(a)\\1', '(?>a)', '(?#note)', '(?P=name)', 'a++'],
    ...['(?P<n>a)(?P<n>b)', '(?P<n-1>a)', '(?<>a)', '(?z)a', '(?i', '\\Z', '\\C', '\\h', '\\k'],
    ...['\\8', '\\x', '\\x{110000}', '\\u0041', '\\pX', '\\p{Foo}', '\\p{', '[[:foo:]]', '[b-a]'],
    ...['[a', '[', '[]', '[^]', '(', ')', 'a)|(?:b', 'a\\', '\\Qa', '*', '+a', '?', '**', 'a**'],
    ...['a{1001}', 'a{2,1}', '(?:a{100}){100}', '((a{100}){10}){10}', '(?:(?:a{30}){30}){30}'],
    `${'('.repeat(1100)}a${')'.repeat(1100)}`,
  ),
  fc.string({
    unit: fc.constantFrom(...'()[]{}|*+?\\^$.,-:=!<>PQEdpLix1a'.split('')),
    minLength: 1,
    maxLength: 12,
  }),
);
