const literalInRegex = /[\\.+^$()[\]{}|]/;

/** A glob of tags (`*` any characters, `?` one) as a regular expression of RE2 without anchors. */
export const globToRegex = (glob: string): string =>
  glob.replace(/[\s\S]/g, (character) => {
    if (character === '*') return '.*';
    if (character === '?') return '.';
    return literalInRegex.test(character) ? `\\${character}` : character;
  });

/** The glob that `globToRegex` made a regular expression of. */
export const regexToGlob = (regex: string): string =>
  regex.replace(/\.\*|\\[\s\S]|\./g, (part) => {
    if (part === '.*') return '*';
    return part === '.' ? '?' : part.slice(1);
  });

/**
 * One regular expression for several globs, none of them empty: the interceptor compiles each one
 * that it meets again for every tag (cel-go common/types/string.go, StringMatches).
 */
export const globsToRegex = (globs: readonly string[]): string =>
  `^(?:${globs.map(globToRegex).join('|')})$`;

/** The globs that `globsToRegex` made a regular expression of. */
export const regexToGlobs = (regex: string): string[] => {
  const alternatives = regex.slice('^(?:'.length, -')$'.length).match(/(?:\\[\s\S]|[^\\|])+/g);
  return (alternatives ?? []).map(regexToGlob);
};
