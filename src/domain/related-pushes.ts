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
  const ofStream = rows.filter(
    (one) => one !== row && one.stream !== undefined && streamKey(one.stream) === key,
  );
  const ofTags = ofStream.filter(
    (one) => ownerKeyOf(one) === ownerKeyOf(row) && one.tags.some((tag) => row.tags.includes(tag)),
  );
  return {
    others: ofStream.filter((one) => isSamePush(one, row) && ownerKeyOf(one) !== ownerKeyOf(row)),
    earlier: ofTags.filter(({ created }) => created < row.created),
    later: ofTags.filter(({ created }) => created > row.created).reverse(),
  };
};
