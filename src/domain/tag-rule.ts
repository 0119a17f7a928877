import { RE2JS } from '@bufbuild/re2';
import { celString, celStringPattern, celStrings, parseCelString } from './cel';

/** Which tags of an ImageStream an image trigger answers to. Patterns match the whole tag. */
export type TagRule =
  | { kind: 'any' }
  | { kind: 'tags'; tags: readonly string[] }
  | { kind: 'glob'; pattern: string }
  | { kind: 'regex'; pattern: string };

/** Why a rule cannot be used. */
export type TagRuleProblem =
  | { code: 'no-tags' }
  | { code: 'too-many-tags'; most: number }
  | { code: 'empty-pattern' }
  | { code: 'bad-regex'; message: string };

/** Every exact tag has a lane of its own, and an event costs one interceptor call a lane. */
export const mostExactTags = 10;

const globToRegex = (glob: string): string =>
  glob.replace(/[\s\S]/g, (character) => {
    if (character === '*') return '.*';
    if (character === '?') return '.';
    return /[\\.+^$()[\]{}|]/.test(character) ? `\\${character}` : character;
  });

const regexToGlob = (regex: string): string =>
  regex.replace(/\.\*|\\[\s\S]|\./g, (part) => {
    if (part === '.*') return '*';
    return part === '.' ? '?' : part.slice(1);
  });

const anchored = (rule: Extract<TagRule, { pattern: string }>): string =>
  rule.kind === 'glob' ? `^${globToRegex(rule.pattern)}$` : `^(?:${rule.pattern})$`;

const compileProblem = (pattern: string): string | undefined => {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The first reason why a rule cannot be used, or undefined for a usable rule. */
export const tagRuleProblem = (rule: TagRule): TagRuleProblem | undefined => {
  switch (rule.kind) {
    case 'any':
      return undefined;
    case 'tags':
      if (rule.tags.length === 0) return { code: 'no-tags' };
      return rule.tags.length > mostExactTags
        ? { code: 'too-many-tags', most: mostExactTags }
        : undefined;
    case 'glob':
    case 'regex': {
      if (rule.pattern === '') return { code: 'empty-pattern' };
      // Both: `a)|(?:b` only compiles inside the anchors, `\Qa` (a quote without end) only alone.
      const alone = rule.kind === 'regex' ? compileProblem(rule.pattern) : undefined;
      const message = alone ?? compileProblem(anchored(rule));
      return message === undefined ? undefined : { code: 'bad-regex', message };
    }
  }
};

/**
 * A predicate over tags with the verdict of the CEL interceptor: both run RE2 (cel-go's `matches`
 * and this library), so the form's preview cannot disagree with the listener.
 * A rule with a problem matches nothing.
 */
export const tagMatcher = (rule: TagRule): ((tag: string) => boolean) => {
  if (tagRuleProblem(rule)) return () => false;
  switch (rule.kind) {
    case 'any':
      return () => true;
    case 'tags': {
      const tags = new Set(rule.tags);
      return (tag) => tags.has(tag);
    }
    case 'glob':
    case 'regex': {
      const regex = RE2JS.compile(anchored(rule));
      return (tag) => regex.test(tag);
    }
  }
};

/** The rule as a CEL condition on the variable `t`, an entry of `status.tags`. */
export const tagRuleToCel = (rule: TagRule): string => {
  switch (rule.kind) {
    case 'any':
      return 'true';
    case 'tags':
      return `t.tag in ${celStrings(rule.tags)}`;
    case 'glob':
    case 'regex':
      return `t.tag.matches(${celString(anchored(rule))})`;
  }
};

/** Matches every condition that `tagRuleToCel` writes. */
export const tagRuleCelPattern =
  `true|t\\.tag in \\[${celStringPattern}(?:, ${celStringPattern})*\\]` +
  `|t\\.tag\\.matches\\(${celStringPattern}\\)`;

/** Reads back a condition of `tagRuleToCel`; undefined for any other text. */
export const tagRuleFromCel = (cel: string): TagRule | undefined => {
  if (cel === 'true') return { kind: 'any' };
  const list = /^t\.tag in \[([\s\S]*)\]$/.exec(cel)?.[1];
  if (list !== undefined) {
    const literals = list.match(new RegExp(celStringPattern, 'g')) ?? [];
    return { kind: 'tags', tags: literals.map(parseCelString) };
  }
  const literal = new RegExp(`^t\\.tag\\.matches\\((${celStringPattern})\\)$`).exec(cel)?.[1];
  if (literal === undefined) return undefined;
  const regex = parseCelString(literal);
  const pattern = /^\^\(\?:([\s\S]*)\)\$$/.exec(regex)?.[1];
  return pattern === undefined
    ? { kind: 'glob', pattern: regexToGlob(regex.slice(1, -1)) }
    : { kind: 'regex', pattern };
};
