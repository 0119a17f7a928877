import { differencesOf } from './differences';
import type { KeptParts } from './draft';
import { fieldsOf } from './fields';
import { metadataParts } from './run-metadata';

/** A part of a run that the form has no fields for, before and after an edit. */
export interface KeptChange {
  readonly part: 'kept';
  /** Where it stands in the run, as `spec.taskRunSpecs`. */
  readonly name: string;
  /** Undefined where there is nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

type Named<T> = Readonly<Record<string, T>>;

/** The fields of two objects side by side, but for those that say the same in whatever order. */
const changedFields = <T>(
  old: Named<T>,
  next: Named<T>,
): { name: string; before: T | undefined; after: T | undefined }[] =>
  [...new Set([...Object.keys(next), ...Object.keys(old)])]
    .map((name) => ({ name, before: old[name], after: next[name] }))
    .filter(({ before, after }) => differencesOf(before, after, () => false).length > 0);

const nothing: KeptParts = { spec: {}, labels: {}, annotations: {} };

/** What of two drafts differs in what they keep; undefined for one that keeps nothing. */
export const changedKept = (before = nothing, after = nothing): KeptChange[] => [
  ...changedFields(fieldsOf(before.spec), fieldsOf(after.spec)).map((field) => ({
    part: 'kept' as const,
    ...field,
    name: `spec.${field.name}`,
  })),
  ...metadataParts.flatMap((part) =>
    changedFields(before[part], after[part]).map((field) => ({
      part: 'kept' as const,
      ...field,
      name: `metadata.${part}.${field.name}`,
    })),
  ),
];

/** The fields of `theirs`, with what I changed, added and took away. */
const mergeFields = <T>({
  base,
  mine,
  theirs,
}: Readonly<Record<'base' | 'mine' | 'theirs', Named<T>>>): Named<T> => {
  const changes = changedFields(base, mine);
  const names = new Set(changes.map(({ name }) => name));
  return Object.fromEntries([
    ...Object.entries(theirs).filter(([name]) => !names.has(name)),
    ...changes.flatMap(({ name, after }) => (after === undefined ? [] : [[name, after] as const])),
  ]);
};

/** What one edit on top of another keeps; undefined for nothing. */
export const mergeKept = ({
  base = nothing,
  mine = nothing,
  theirs = nothing,
}: Readonly<Record<'base' | 'mine' | 'theirs', KeptParts | undefined>>): KeptParts | undefined => {
  const merged = {
    spec: mergeFields({
      base: fieldsOf(base.spec),
      mine: fieldsOf(mine.spec),
      theirs: fieldsOf(theirs.spec),
    }),
    labels: mergeFields({ base: base.labels, mine: mine.labels, theirs: theirs.labels }),
    annotations: mergeFields({
      base: base.annotations,
      mine: mine.annotations,
      theirs: theirs.annotations,
    }),
  };
  return Object.values(merged).some((part) => Object.keys(part).length > 0) ? merged : undefined;
};
