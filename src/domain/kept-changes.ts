import { changedRows, mergedRows } from './changed-rows';
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

interface Field<T> {
  readonly name: string;
  readonly value: T;
}

const fieldRows = <T>(fields: Named<T>): Field<T>[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

/** Whether two fields say the same, in whatever order. */
const isSameField = (a: Field<unknown> | undefined, b: Field<unknown> | undefined): boolean =>
  differencesOf(a?.value, b?.value, () => false).length === 0;

/** The fields of two objects side by side, but for those that say the same. */
const changedFields = (old: Named<unknown>, next: Named<unknown>) =>
  changedRows([fieldRows(old), fieldRows(next)], isSameField).map(({ name, before, after }) => ({
    name,
    before: before?.value,
    after: after?.value,
  }));

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
}: Readonly<Record<'base' | 'mine' | 'theirs', Named<T>>>): Named<T> =>
  Object.fromEntries(
    mergedRows(
      { base: fieldRows(base), mine: fieldRows(mine), theirs: fieldRows(theirs) },
      isSameField,
    ).map(({ name, value }) => [name, value]),
  );

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
