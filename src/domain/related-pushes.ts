import { isPushUnknown, ownerKeyOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import { streamKey } from './push';

/** What stands around a push in the history. */
export interface RelatedPushes {
  /** What other triggers and chains did with the same push. */
  readonly others: readonly AnyRow[];
  /** Pushes to the same tags before it, for the same trigger or chain; the nearest first. */
  readonly earlier: readonly AnyRow[];
  /** Those after it, the nearest first. */
  readonly later: readonly AnyRow[];
}

const isSamePush = (a: AnyRow, b: AnyRow): boolean =>
  a.digest !== undefined && a.digest === b.digest && a.created === b.created;

/** What of a history stands around one of its rows. `rows` is newest first. */
export const relatedPushesOf = (row: AnyRow, rows: readonly AnyRow[]): RelatedPushes => {
  const { stream } = row;
  // Of a run whose push is not known, nothing says what is around it.
  if (!stream || isPushUnknown(row)) return { others: [], earlier: [], later: [] };
  const key = streamKey(stream);
  const owner = ownerKeyOf(row);
  const isOfStream = (one: AnyRow): boolean =>
    one.stream !== undefined && streamKey(one.stream) === key;
  const isOfTags = (one: AnyRow): boolean =>
    isOfStream(one) && ownerKeyOf(one) === owner && one.tags.some((tag) => row.tags.includes(tag));
  // By the order of the rows: pushes of one second have one time.
  const at = rows.indexOf(row);
  return {
    others: rows.filter(
      (one) => isOfStream(one) && isSamePush(one, row) && ownerKeyOf(one) !== owner,
    ),
    earlier: rows.slice(at + 1).filter(isOfTags),
    later: rows.slice(0, at).filter(isOfTags).reverse(),
  };
};
