import {
  byName,
  isSame,
  isSameParam,
  isSameWorkspace,
  mergedRows,
  namedEntries,
} from './changed-rows';
import type { DraftParam, TriggerDraft } from './draft';
import { mergeKept } from './kept-changes';
import { changedPodFields } from './pod-template';
import type { MetadataEntry, MetadataPart } from './run-metadata';
import { runSettings } from './run-settings';

/** Two edits of one trigger. */
export interface TwoEdits<Draft extends TriggerDraft> {
  /** What both were made from. */
  readonly base: TriggerDraft;
  readonly mine: TriggerDraft;
  readonly theirs: Draft;
}

/** The rows of `theirs`, with mine in place of those that I changed. */
const mergeRows = <T extends { readonly name: string }>(
  rows: Readonly<Record<'base' | 'mine' | 'theirs', readonly T[]>>,
  isSameRow: (a: T | undefined, b: T | undefined) => boolean,
): T[] => {
  const [before, changed] = [byName(rows.base), byName(rows.mine)];
  return rows.theirs.map((row) => {
    const own = changed.get(row.name);
    return own && !isSameRow(own, before.get(row.name)) ? own : row;
  });
};

/** The rows of `theirs` with mine, an object that all three fill key by key in the same way. */
const mergeParams = ({ base, mine, theirs }: TwoEdits<TriggerDraft>): DraftParam[] => {
  const [before, own] = [byName(base.params), byName(mine.params)];
  const merged = mergeRows(
    { base: base.params, mine: mine.params, theirs: theirs.params },
    isSameParam,
  );
  const other = byName(theirs.params);
  return merged.map((param) => {
    const [old, my, their] = [before, own, other].map((rows) => rows.get(param.name)?.source);
    return old?.from === 'object' && my?.from === 'object' && their?.from === 'object'
      ? {
          ...param,
          source: {
            from: 'object',
            keys: mergedRows({ base: old.keys, mine: my.keys, theirs: their.keys }, isSame),
          },
        }
      : param;
  });
};

/** Something with mine in place of some of its fields. */
const withMine = <T extends object>(theirs: T, mine: T, fields: readonly (keyof T)[]): T =>
  fields.reduce((merged, field) => ({ ...merged, [field]: mine[field] }), theirs);

/** The entries of `theirs`, with what I changed, added and took away. */
const mergeEntries = (
  { base, mine, theirs }: TwoEdits<TriggerDraft>,
  part: MetadataPart,
): MetadataEntry[] =>
  mergedRows(
    {
      base: namedEntries(base.metadata, part),
      mine: namedEntries(mine.metadata, part),
      theirs: theirs.metadata[part],
    },
    isSame,
  );

/**
 * One edit on top of another: mine where I changed something, theirs in all else. Parameters and
 * workspaces go with their Pipeline: if I chose another one, they are all mine.
 */
export const mergeDrafts = <Draft extends TriggerDraft>({
  base,
  mine,
  theirs,
}: TwoEdits<Draft>): Draft => {
  const rule = isSame(mine.rule, base.rule) ? theirs.rule : mine.rule;
  const policy = mine.policy === base.policy ? theirs.policy : mine.policy;
  const settings = withMine(
    theirs.settings,
    mine.settings,
    runSettings.filter((setting) => mine.settings[setting] !== base.settings[setting]),
  );
  const pod = withMine(theirs.pod, mine.pod, changedPodFields(base.pod, mine.pod));
  const kept = mergeKept({ base: base.kept, mine: mine.kept, theirs: theirs.kept });
  const metadata = {
    labels: mergeEntries({ base, mine, theirs }, 'labels'),
    annotations: mergeEntries({ base, mine, theirs }, 'annotations'),
  };
  if (mine.pipeline !== base.pipeline) {
    const { pipeline, params, workspaces } = mine;
    return { ...theirs, rule, policy, pipeline, params, workspaces, settings, metadata, pod, kept };
  }
  const params = mergeParams({ base, mine, theirs });
  const workspaces = mergeRows(
    { base: base.workspaces, mine: mine.workspaces, theirs: theirs.workspaces },
    isSameWorkspace,
  );
  return { ...theirs, rule, policy, params, workspaces, settings, metadata, pod, kept };
};
