import type { Activity } from './activity';
import { isDecidedByTag, tagMatcher } from './tag-rule';
import type { TagRule } from './tag-rule';

/**
 * How long around the time of an edit nobody can tell which rule a push was judged by: it may have
 * been on its way through the chain before, and what the edit writes takes its time to come.
 */
const settling = { beforeMs: 20_000, afterMs: 60_000 };

/** A rule with the time during which it may have judged pushes, in milliseconds since 1970. */
interface RuleSpan<Rule> {
  readonly rule: Rule;
  readonly from: number;
  readonly until: number;
}

/** The rules that a trigger has had, oldest first; the times of two overlap around an edit. */
const spansOf = (activity: Activity, current: TagRule): RuleSpan<TagRule>[] => {
  const spans: RuleSpan<TagRule>[] = [];
  let from = -Infinity;
  for (const { at, earlier } of activity) {
    if (!earlier) continue;
    const changed = Date.parse(at);
    spans.push({ rule: earlier, from, until: changed + settling.afterMs });
    from = changed - settling.beforeMs;
  }
  return [...spans, { rule: current, from, until: Infinity }];
};

const during = <Rule>(spans: readonly RuleSpan<Rule>[], time: string): Rule[] => {
  const at = Date.parse(time);
  return spans.filter(({ from, until }) => from <= at && at < until).map(({ rule }) => rule);
};

/** The rules by which a push of a time may have been judged: more than one around an edit. */
export const rulesAt = (
  { activity, current }: { readonly activity: Activity; readonly current: TagRule },
  time: string,
): TagRule[] => during(spansOf(activity, current), time);

type TagPredicate = (tag: string) => boolean;

/** What a rule may have said of tags: two that disagree where the tag alone does not decide. */
const predicatesOf = (rule: TagRule): readonly TagPredicate[] =>
  isDecidedByTag(rule) ? [tagMatcher(rule)] : [() => true, () => false];

/** The predicates over tags of `rulesAt` a time. */
export type MatchersAt = (time: string) => readonly TagPredicate[];

/** `MatchersAt` for many pushes of a trigger: the matcher of each rule is made once. */
export const matchersOver = (activity: Activity, current: TagRule): MatchersAt => {
  const spans = spansOf(activity, current).map((span) => ({
    ...span,
    rule: predicatesOf(span.rule),
  }));
  const [only] = spans;
  const always = only && spans.length === 1 ? only.rule : undefined;
  return (time) => always ?? during(spans, time).flat();
};
