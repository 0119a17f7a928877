/** A literal in quotes, which may hold escapes (cel-spec, "Syntax", STRING_LIT). */
const quoted = String.raw`'''(?:[^\\]|\\[\s\S])*?'''|"""(?:[^\\]|\\[\s\S])*?"""|'(?:[^'\\\n\r]|\\.)*'|"(?:[^"\\\n\r]|\\.)*"`;

/** A literal in which a backslash is one. */
const raw = String.raw`[rR](?:'''[\s\S]*?'''|"""[\s\S]*?"""|'[^'\n\r]*'|"[^"\n\r]*")`;

/** What an outline is made of; `left` is a literal without an end, or a comment. */
const token = new RegExp(
  `[bB]?(?:${raw}|${quoted})` +
    String.raw`|(?<left>['"]|//)|(?<name>(?:\.\s*)?[A-Za-z_]\w*)|(?<bracket>[()[\]{}])|(?<operator>\|\||\?)`,
  'g',
);

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** What a text shows of itself without being parsed. */
interface CelOutline {
  /** Whether every literal and every bracket ends in it: in brackets, it stays one expression. */
  readonly isClosed: boolean;
  /** Whether it can be an operand of `&&` as it is: neither `||` nor `?` binds less outside of brackets. */
  readonly isOperand: boolean;
  /** Identifiers, without names of fields and methods. */
  readonly names: ReadonlySet<string>;
}

const nothing: CelOutline = { isClosed: false, isOperand: false, names: new Set() };

/**
 * The outline of a text, in linear time. Comments are taken for unclosed: one at the end would
 * swallow what a filter goes on with.
 */
export const outlineOf = (text: string): CelOutline => {
  const open: string[] = [];
  const names = new Set<string>();
  let isOperand = true;
  for (const { groups = {} } of text.matchAll(token)) {
    const { left, name, bracket, operator } = groups;
    if (left !== undefined) return nothing;
    if (name !== undefined && !name.startsWith('.')) names.add(name);
    if (operator !== undefined && open.length === 0) isOperand = false;
    const end = bracket === undefined ? undefined : closing[bracket];
    if (end !== undefined) open.push(end);
    else if (bracket !== undefined && open.pop() !== bracket) return nothing;
  }
  const isClosed = open.length === 0 && text.trim() !== '';
  return { isClosed, isOperand: isClosed && isOperand, names };
};
