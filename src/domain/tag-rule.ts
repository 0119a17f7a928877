import { RE2JS } from '@bufbuild/re2';
import { celString, celStringPattern, celStrings, parseCelString } from './cel';
import type { RangeProblem } from './version-range/parse-range';
import { rangeRegex } from './version-range/range-regex';
import { globToRegex, globsToRegex, regexToGlob, regexToGlobs } from './tag-glob';

/** Globs of tags that a rule leaves out; undefined where there are none. */
interface Ignoring {
  readonly ignore?: readonly string[];
}

/** Which tags of an ImageStream an image trigger answers to. Patterns match the whole tag. */
export type TagRule =
  | { kind: 'tags'; tags: readonly string[] }
  | (Ignoring &
      (
        | { kind: 'any' }
        | { kind: 'glob'; pattern: string }
        /** Of semantic versions: `parseVersionRange`. */
        | { kind: 'range'; range: string }
        | { kind: 'regex'; pattern: string }
      ));

/** Why a rule cannot be used. */
export type TagRuleProblem =
  | { code: 'no-tags' }
  | { code: 'too-many-tags'; most: number }
  | { code: 'empty-pattern' }
  /** Half of a pair of UTF-16: no API server can keep it. */
  | { code: 'half-character' }
  | { code: 'bad-regex'; message: string }
  | RangeProblem;

/** Every exact tag has a lane of its own, and an event costs one interceptor call a lane. */
export const mostExactTags = 10;

/** The globs that a rule leaves out. */
export const ignoredOf = (rule: TagRule): readonly string[] =>
  rule.kind === 'tags' ? [] : (rule.ignore ?? []);

/** A rule with other globs to leave out; an exact list names its tags, and takes none. */
export const ignoring = (rule: TagRule, globs: readonly string[]): TagRule =>
  rule.kind === 'tags' ? rule : { ...rule, ignore: globs.length === 0 ? undefined : globs };

const noTag = String.raw`[^\x00-\x{10FFFF}]`;

/** The regular expression of RE2 that a rule asks a tag for; of a bad range one that matches none. */
const anchored = (rule: Extract<TagRule, { kind: 'glob' | 'regex' | 'range' }>): string => {
  if (rule.kind === 'glob') return `^${globToRegex(rule.pattern)}$`;
  if (rule.kind === 'regex') return `^(?:${rule.pattern})$`;
  const compiled = rangeRegex(rule.range);
  return 'regex' in compiled ? compiled.regex : noTag;
};

const compileProblem = (pattern: string): string | undefined => {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const chosenProblem = (rule: TagRule): TagRuleProblem | undefined => {
  switch (rule.kind) {
    case 'any':
      return undefined;
    case 'tags':
      if (rule.tags.length === 0) return { code: 'no-tags' };
      return rule.tags.length > mostExactTags
        ? { code: 'too-many-tags', most: mostExactTags }
        : undefined;
    case 'range': {
      const compiled = rangeRegex(rule.range);
      return 'problem' in compiled ? compiled.problem : undefined;
    }
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

const ignoredProblem = (globs: readonly string[]): TagRuleProblem | undefined => {
  if (globs.includes('')) return { code: 'empty-pattern' };
  const message = compileProblem(globsToRegex(globs));
  return message === undefined ? undefined : { code: 'bad-regex', message };
};

const textsOf = (rule: TagRule): readonly string[] => {
  switch (rule.kind) {
    case 'any':
      return [];
    case 'tags':
      return rule.tags;
    case 'range':
      return [rule.range];
    case 'glob':
    case 'regex':
      return [rule.pattern];
  }
};

const textProblem = (texts: readonly string[]): TagRuleProblem | undefined =>
  texts.some((text) => /\p{Surrogate}/u.test(text)) ? { code: 'half-character' } : undefined;

/** The first reason why a rule cannot be used, or undefined for a usable rule. */
export const tagRuleProblem = (rule: TagRule): TagRuleProblem | undefined =>
  textProblem([...textsOf(rule), ...ignoredOf(rule)]) ??
  chosenProblem(rule) ??
  ignoredProblem(ignoredOf(rule));

const chosenBy = (rule: TagRule): ((tag: string) => boolean) => {
  switch (rule.kind) {
    case 'any':
      return () => true;
    case 'tags': {
      const tags = new Set(rule.tags);
      return (tag) => tags.has(tag);
    }
    case 'glob':
    case 'range':
    case 'regex': {
      const regex = RE2JS.compile(anchored(rule));
      return (tag) => regex.test(tag);
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
  const isChosen = chosenBy(rule);
  const globs = ignoredOf(rule);
  if (globs.length === 0) return isChosen;
  const ignored = RE2JS.compile(globsToRegex(globs));
  return (tag) => isChosen(tag) && !ignored.test(tag);
};

const matchesCel = (regex: string): string => `t.tag.matches(${celString(regex)})`;

const chosenToCel = (rule: TagRule): string => {
  switch (rule.kind) {
    case 'any':
      return 'true';
    case 'tags':
      return `t.tag in ${celStrings(rule.tags)}`;
    case 'range':
      // The pattern does not tell the range any more, so a condition that always holds names it.
      return `${celString(rule.range)} != '' && ${matchesCel(anchored(rule))}`;
    case 'glob':
    case 'regex':
      return matchesCel(anchored(rule));
  }
};

/** The rule as a CEL condition on the variable `t`, an entry of `status.tags`. */
export const tagRuleToCel = (rule: TagRule): string => {
  const globs = ignoredOf(rule);
  const chosen = chosenToCel(rule);
  return globs.length === 0 ? chosen : `${chosen} && !${matchesCel(globsToRegex(globs))}`;
};

const matchesPattern = `t\\.tag\\.matches\\(${celStringPattern}\\)`;

/** Matches every condition that `tagRuleToCel` writes. */
export const tagRuleCelPattern =
  `t\\.tag in \\[${celStringPattern}(?:, ${celStringPattern})*\\]` +
  `|(?:true|(?:${celStringPattern} != '' && )?${matchesPattern})(?: && !${matchesPattern})?`;

const wholeCel = new RegExp(
  `^(?:t\\.tag in \\[(?<list>[\\s\\S]*)\\]` +
    `|(?:true|(?:(?<range>${celStringPattern}) != '' && )?t\\.tag\\.matches\\((?<chosen>${celStringPattern})\\))` +
    `(?: && !t\\.tag\\.matches\\((?<ignored>${celStringPattern})\\))?)$`,
);

const chosenFromRegex = (regex: string): TagRule => {
  const pattern = /^\^\(\?:([\s\S]*)\)\$$/.exec(regex)?.[1];
  return pattern === undefined
    ? { kind: 'glob', pattern: regexToGlob(regex.slice(1, -1)) }
    : { kind: 'regex', pattern };
};

const chosenFromCel = (range: string | undefined, chosen: string | undefined): TagRule => {
  if (range !== undefined) return { kind: 'range', range: parseCelString(range) };
  return chosen === undefined ? { kind: 'any' } : chosenFromRegex(parseCelString(chosen));
};

/** Reads back a condition of `tagRuleToCel`; undefined for any other text. */
export const tagRuleFromCel = (cel: string): TagRule | undefined => {
  const found = wholeCel.exec(cel)?.groups;
  if (!found) return undefined;
  const { list, range, chosen, ignored } = found;
  if (list !== undefined) {
    const literals = list.match(new RegExp(celStringPattern, 'g')) ?? [];
    return { kind: 'tags', tags: literals.map(parseCelString) };
  }
  const rule = chosenFromCel(range, chosen);
  return ignored === undefined ? rule : ignoring(rule, regexToGlobs(parseCelString(ignored)));
};
