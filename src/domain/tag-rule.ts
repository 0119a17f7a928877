import { RE2JS } from '@bufbuild/re2';
import { checkedCel } from './raw-cel/engine';
import type { CelProblem, CelVerdict, UsableCel } from './raw-cel/engine';
import type { RangeProblem } from './version-range/parse-range';
import { rangeRegex } from './version-range/range-regex';
import { globToRegex, globsToRegex } from './tag-glob';

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
        /** CEL on `t`, an entry of `status.tags`, and on the event (`raw-cel/shape.ts`). */
        | { kind: 'cel'; expression: string }
      ));

/**
 * The kinds of a rule that make sense of a repository, which an Image has in place of a tag: it is no
 * version, and an expression for tags asks for an ImageStream.
 */
export const repositoryRuleKinds = [
  'any',
  'tags',
  'glob',
  'regex',
] as const satisfies readonly TagRule['kind'][];

export type RepositoryRuleKind = (typeof repositoryRuleKinds)[number];

/** Why a rule cannot be used. */
export type TagRuleProblem =
  | { code: 'no-tags' }
  | { code: 'too-many-tags'; most: number }
  | { code: 'empty-pattern' }
  /** Half of a pair of UTF-16: no API server can keep it. */
  | { code: 'half-character' }
  | { code: 'bad-regex'; message: string }
  | RangeProblem
  | CelProblem;

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
export const anchored = (rule: Extract<TagRule, { kind: 'glob' | 'regex' | 'range' }>): string => {
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
    case 'cel': {
      const checked = checkedCel(rule.expression);
      return 'problem' in checked ? checked.problem : undefined;
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
    case 'cel':
      return [rule.expression];
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

/** The expression of a rule, where it is one that the listener takes. */
export const usableCel = (rule: TagRule): UsableCel | undefined => {
  const checked = rule.kind === 'cel' ? checkedCel(rule.expression) : undefined;
  return checked && 'problem' in checked ? undefined : checked;
};

/**
 * Whether a tag alone decides what the rule says of it. Of what else an expression asks for, there is
 * no record of what it was at a push, and as long as nothing can check it, nobody knows.
 */
export const isDecidedByTag = (rule: TagRule): boolean => {
  if (rule.kind !== 'cel') return true;
  const checked = checkedCel(rule.expression);
  return 'problem' in checked
    ? checked.problem.code !== 'cel-unchecked'
    : checked.judge !== undefined && checked.fields.length === 0;
};

/** Whether a rule without a problem leaves a tag out, whatever else it says. */
export const ignoredBy = (rule: TagRule): ((tag: string) => boolean) => {
  const globs = ignoredOf(rule);
  if (globs.length === 0) return () => false;
  const ignored = RE2JS.compile(globsToRegex(globs));
  return (tag) => ignored.test(tag);
};

/** An error is no: it ends the lane. */
const isYes = (verdict: CelVerdict | undefined): boolean => verdict === true;

const chosenBy = (rule: TagRule): ((tag: string) => boolean) => {
  switch (rule.kind) {
    case 'any':
      return () => true;
    case 'tags': {
      const tags = new Set(rule.tags);
      return (tag) => tags.has(tag);
    }
    case 'cel': {
      if (!isDecidedByTag(rule)) return () => true;
      const usable = usableCel(rule);
      return (tag) => isYes(usable?.judge?.({ tag }));
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
 * A rule with a problem matches nothing; one that is not `isDecidedByTag` may match any tag.
 */
export const tagMatcher = (rule: TagRule): ((tag: string) => boolean) => {
  const problem = tagRuleProblem(rule);
  if (problem && problem.code !== 'cel-unchecked') return () => false;
  const isChosen = chosenBy(rule);
  if (ignoredOf(rule).length === 0) return isChosen;
  const isIgnored = ignoredBy(rule);
  return (tag) => isChosen(tag) && !isIgnored(tag);
};
