import { celString, celStringPattern, celStrings, parseCelString } from './cel';
import { outlineOf } from './raw-cel/cel-text';
import { globsToRegex, regexToGlob, regexToGlobs } from './tag-glob';
import { anchored, ignoredOf, ignoring } from './tag-rule';
import type { TagRule } from './tag-rule';

const matchesCel = (regex: string): string => `t.tag.matches(${celString(regex)})`;

/** What a rule chooses as a CEL condition, without what it ignores. */
export const chosenToCel = (rule: TagRule): string => {
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
    case 'cel':
      return `(${rule.expression})`;
  }
};

/** The rule as a CEL condition on the variable `t`, an entry of `status.tags`. */
export const tagRuleToCel = (rule: TagRule): string => {
  const globs = ignoredOf(rule);
  const chosen = chosenToCel(rule);
  return globs.length === 0 ? chosen : `${chosen} && !${matchesCel(globsToRegex(globs))}`;
};

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

const rawButIgnoring = new RegExp(
  `^\\((?<expression>[\\s\\S]*)\\) && !t\\.tag\\.matches\\((?<ignored>${celStringPattern})\\)$`,
);

/** An expression in brackets; the brackets of `(a) || (b)` are none around the whole. */
const rawFromCel = (cel: string): TagRule | undefined => {
  const whole = /^\(([\s\S]*)\)$/.exec(cel)?.[1];
  if (whole !== undefined && outlineOf(whole).isClosed) return { kind: 'cel', expression: whole };
  const { expression = '', ignored } = rawButIgnoring.exec(cel)?.groups ?? {};
  return ignored !== undefined && outlineOf(expression).isClosed
    ? ignoring({ kind: 'cel', expression }, regexToGlobs(parseCelString(ignored)))
    : undefined;
};

/** Reads back a condition of `tagRuleToCel`; undefined for any other text. */
export const tagRuleFromCel = (cel: string): TagRule | undefined => {
  const found = wholeCel.exec(cel)?.groups;
  if (!found) return rawFromCel(cel);
  const { list, range, chosen, ignored } = found;
  if (list !== undefined) {
    const literals = list.match(new RegExp(celStringPattern, 'g')) ?? [];
    return { kind: 'tags', tags: literals.map(parseCelString) };
  }
  const rule = chosenFromCel(range, chosen);
  return ignored === undefined ? rule : ignoring(rule, regexToGlobs(parseCelString(ignored)));
};
