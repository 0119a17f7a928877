import type { DraftParam } from './draft';
import { templateValue } from './param-value';
import { isFilled } from './run-metadata';
import type { MetadataEntry, MetadataPart, RunMetadata } from './run-metadata';
import { workspaceBinding } from './workspace';
import type { DraftWorkspace } from './workspace';

/** Whether two parts of drafts say the same. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether two rows hand the same to the Pipeline. */
export const isSameParam = (a: DraftParam | undefined, b: DraftParam | undefined): boolean =>
  isSame(a && templateValue(a), b && templateValue(b));

/** Whether two rows fill a workspace with the same. */
export const isSameWorkspace = (
  a: DraftWorkspace | undefined,
  b: DraftWorkspace | undefined,
): boolean => isSame(a && workspaceBinding(a), b && workspaceBinding(b));

/** Rows of a draft by their names. */
export const byName = <T extends { readonly name: string }>(
  rows: readonly T[],
): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.name, row]));

/** The rows of two drafts side by side by their names, but for those that say the same. */
export const changedRows = <T extends { readonly name: string }>(
  [before, after]: readonly [readonly T[], readonly T[]],
  isSameRow: (a: T | undefined, b: T | undefined) => boolean,
): { name: string; before: T | undefined; after: T | undefined }[] => {
  const [old, next] = [byName(before), byName(after)];
  return [...new Set([...next.keys(), ...old.keys()])]
    .map((name) => ({ name, before: old.get(name), after: next.get(name) }))
    .filter((row) => !isSameRow(row.before, row.after));
};

/** The rows of `theirs`, with what is changed, added and taken away between `base` and `mine`. */
export const mergedRows = <T extends { readonly name: string }>(
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', readonly T[]>>,
  isSameRow: (a: T | undefined, b: T | undefined) => boolean,
): T[] => {
  const changes = changedRows([base, mine], isSameRow);
  const names = new Set(changes.map(({ name }) => name));
  return [
    ...theirs.filter(({ name }) => !names.has(name)),
    ...changes.flatMap(({ after }) => after ?? []),
  ];
};

/** The labels or annotations that somebody has begun to fill. */
export const namedEntries = (metadata: RunMetadata, part: MetadataPart): readonly MetadataEntry[] =>
  metadata[part].filter(isFilled);

/** The labels or annotations that two drafts do not share, undefined where one has none. */
export const changedEntries = (before: RunMetadata, after: RunMetadata, part: MetadataPart) =>
  changedRows([namedEntries(before, part), namedEntries(after, part)], isSame).map((row) => ({
    part,
    name: row.name,
    before: row.before?.value,
    after: row.after?.value,
  }));
