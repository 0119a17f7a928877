import type { DraftParam, TriggerDraft } from './draft';
import { templateValue } from './param-value';
import { changedKept, mergeKept } from './kept-changes';
import type { KeptChange } from './kept-changes';
import { isFilled, metadataParts } from './run-metadata';
import type { MetadataEntry, MetadataPart, RunMetadata } from './run-metadata';
import type { RunPolicy } from './run-policy';
import { runSettings } from './run-settings';
import type { RunSetting, RunSettings } from './run-settings';
import type { TagRule } from './tag-rule';
import { workspaceBinding } from './workspace';
import type { DraftWorkspace } from './workspace';

/** A part of a draft that an edit changes, before and after it. */
export type DraftChange =
  | { readonly part: 'rule'; readonly before: TagRule; readonly after: TagRule }
  | { readonly part: 'policy'; readonly before: RunPolicy; readonly after: RunPolicy }
  | { readonly part: 'pipeline'; readonly before: string; readonly after: string }
  | {
      readonly part: 'param';
      readonly name: string;
      /** Undefined where the Pipeline has no such parameter. */
      readonly before: DraftParam | undefined;
      readonly after: DraftParam | undefined;
    }
  | {
      readonly part: 'workspace';
      readonly name: string;
      /** Undefined where the Pipeline has no such workspace. */
      readonly before: DraftWorkspace | undefined;
      readonly after: DraftWorkspace | undefined;
    }
  | {
      readonly part: 'setting';
      readonly setting: RunSetting;
      readonly before: string;
      readonly after: string;
    }
  | {
      /** A label or an annotation of the runs. */
      readonly part: MetadataPart;
      readonly name: string;
      /** Undefined where there is none. */
      readonly before: string | undefined;
      readonly after: string | undefined;
    }
  | KeptChange;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two rows hand the same to the Pipeline. */
const isSameParam = (a: DraftParam | undefined, b: DraftParam | undefined): boolean =>
  isSame(a && templateValue(a), b && templateValue(b));

/** Whether two rows fill a workspace with the same. */
const isSameWorkspace = (a: DraftWorkspace | undefined, b: DraftWorkspace | undefined): boolean =>
  isSame(a && workspaceBinding(a), b && workspaceBinding(b));

const byName = <T extends { readonly name: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.name, row]));

/** The rows of two drafts side by side by their names, but for those that say the same. */
const changedRows = <T extends { readonly name: string }>(
  [before, after]: readonly [readonly T[], readonly T[]],
  isSameRow: (a: T | undefined, b: T | undefined) => boolean,
): { name: string; before: T | undefined; after: T | undefined }[] => {
  const [old, next] = [byName(before), byName(after)];
  return [...new Set([...next.keys(), ...old.keys()])]
    .map((name) => ({ name, before: old.get(name), after: next.get(name) }))
    .filter((row) => !isSameRow(row.before, row.after));
};

const namedEntries = (metadata: RunMetadata, part: MetadataPart): readonly MetadataEntry[] =>
  metadata[part].filter(isFilled);

const changedEntries = (before: RunMetadata, after: RunMetadata, part: MetadataPart) =>
  changedRows([namedEntries(before, part), namedEntries(after, part)], isSame).map((row) => ({
    part,
    name: row.name,
    before: row.before?.value,
    after: row.after?.value,
  }));

/** What an edit of a trigger changes, in the order of the form. */
export const draftChanges = (before: TriggerDraft, after: TriggerDraft): DraftChange[] => [
  ...(isSame(before.rule, after.rule)
    ? []
    : [{ part: 'rule' as const, before: before.rule, after: after.rule }]),
  ...(before.policy === after.policy
    ? []
    : [{ part: 'policy' as const, before: before.policy, after: after.policy }]),
  ...(before.pipeline === after.pipeline
    ? []
    : [{ part: 'pipeline' as const, before: before.pipeline, after: after.pipeline }]),
  ...changedRows([before.params, after.params], isSameParam).map((row) => ({
    part: 'param' as const,
    ...row,
  })),
  ...changedRows([before.workspaces, after.workspaces], isSameWorkspace).map((row) => ({
    part: 'workspace' as const,
    ...row,
  })),
  ...runSettings
    .filter((setting) => before.settings[setting] !== after.settings[setting])
    .map((setting) => ({
      part: 'setting' as const,
      setting,
      before: before.settings[setting],
      after: after.settings[setting],
    })),
  ...metadataParts.flatMap((part) => changedEntries(before.metadata, after.metadata, part)),
  ...changedKept(before.kept, after.kept),
];

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

const mergeSettings = ({ base, mine, theirs }: TwoEdits<TriggerDraft>): RunSettings =>
  runSettings.reduce(
    (merged, setting) =>
      mine.settings[setting] === base.settings[setting]
        ? merged
        : { ...merged, [setting]: mine.settings[setting] },
    theirs.settings,
  );

/** The entries of `theirs`, with what I changed, added and took away. */
const mergeEntries = (
  { base, mine, theirs }: TwoEdits<TriggerDraft>,
  part: MetadataPart,
): MetadataEntry[] => {
  const changes = changedEntries(base.metadata, mine.metadata, part);
  const names = new Set(changes.map(({ name }) => name));
  return [
    ...theirs.metadata[part].filter(({ name }) => !names.has(name)),
    ...changes.flatMap(({ name, after }) => (after === undefined ? [] : [{ name, value: after }])),
  ];
};

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
  const settings = mergeSettings({ base, mine, theirs });
  const kept = mergeKept({ base: base.kept, mine: mine.kept, theirs: theirs.kept });
  const metadata = {
    labels: mergeEntries({ base, mine, theirs }, 'labels'),
    annotations: mergeEntries({ base, mine, theirs }, 'annotations'),
  };
  if (mine.pipeline !== base.pipeline) {
    const { pipeline, params, workspaces } = mine;
    return { ...theirs, rule, policy, pipeline, params, workspaces, settings, metadata, kept };
  }
  const params = mergeRows(
    { base: base.params, mine: mine.params, theirs: theirs.params },
    isSameParam,
  );
  const workspaces = mergeRows(
    { base: base.workspaces, mine: mine.workspaces, theirs: theirs.workspaces },
    isSameWorkspace,
  );
  return { ...theirs, rule, policy, params, workspaces, settings, metadata, kept };
};
