const escapes: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

const unescapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

/** Matches what `celString` writes, for use inside a larger regular expression. */
export const celStringPattern = String.raw`'(?:[^'\\\n\r]|\\[\s\S])*'`;

/** A text as a CEL string literal (cel-spec, "String and Bytes Values"). */
export const celString = (text: string): string =>
  `'${text.replace(/[\\'\n\r\t]/g, (character) => escapes[character] ?? character)}'`;

/** The text of a literal that `celString` wrote. */
export const parseCelString = (literal: string): string =>
  literal
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_, character: string) => unescapes[character] ?? character);

/** Texts as a CEL list of string literals. */
export const celStrings = (texts: readonly string[]): string =>
  `[${texts.map(celString).join(', ')}]`;
