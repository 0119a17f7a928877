import type { DraftParam, TriggerDraft } from './draft';
import { templateValue } from './param-value';
import type { TagRule } from './tag-rule';

/** A part of a draft that an edit changes, before and after it. */
export type DraftChange =
  | { readonly part: 'rule'; readonly before: TagRule; readonly after: TagRule }
  | { readonly part: 'pipeline'; readonly before: string; readonly after: string }
  | {
      readonly part: 'param';
      readonly name: string;
      /** Undefined where the Pipeline has no such parameter. */
      readonly before: DraftParam | undefined;
      readonly after: DraftParam | undefined;
    };

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two rows hand the same to the Pipeline. */
const isSameParam = (a: DraftParam | undefined, b: DraftParam | undefined): boolean =>
  isSame(a && templateValue(a), b && templateValue(b));

const byName = ({ params }: TriggerDraft): ReadonlyMap<string, DraftParam> =>
  new Map(params.map((param) => [param.name, param]));

/** What an edit of a trigger changes, in the order of the form. */
export const draftChanges = (before: TriggerDraft, after: TriggerDraft): DraftChange[] => {
  const [old, next] = [byName(before), byName(after)];
  return [
    ...(isSame(before.rule, after.rule)
      ? []
      : [{ part: 'rule' as const, before: before.rule, after: after.rule }]),
    ...(before.pipeline === after.pipeline
      ? []
      : [{ part: 'pipeline' as const, before: before.pipeline, after: after.pipeline }]),
    ...[...new Set([...next.keys(), ...old.keys()])]
      .map((name) => ({
        part: 'param' as const,
        name,
        before: old.get(name),
        after: next.get(name),
      }))
      .filter((change) => !isSameParam(change.before, change.after)),
  ];
};

/** Two edits of one trigger. */
export interface TwoEdits<Draft extends TriggerDraft> {
  /** What both were made from. */
  readonly base: TriggerDraft;
  readonly mine: TriggerDraft;
  readonly theirs: Draft;
}

/**
 * One edit on top of another: mine where I changed something, theirs in all else. Parameters go with
 * their Pipeline: if I chose another one, they are all mine.
 */
export const mergeDrafts = <Draft extends TriggerDraft>({
  base,
  mine,
  theirs,
}: TwoEdits<Draft>): Draft => {
  const rule = isSame(mine.rule, base.rule) ? theirs.rule : mine.rule;
  if (mine.pipeline !== base.pipeline)
    return { ...theirs, rule, pipeline: mine.pipeline, params: mine.params };
  const [before, changed] = [byName(base), byName(mine)];
  const params = theirs.params.map((param) => {
    const own = changed.get(param.name);
    return own && !isSameParam(own, before.get(param.name)) ? own : param;
  });
  return { ...theirs, rule, params };
};
