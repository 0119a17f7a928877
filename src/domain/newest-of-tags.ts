import { ownerKeyOf } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import type { HistoryRow } from './history';

/** A row of the history with those of its tags that still hold its image, as far as is known. */
export interface NewestRow<Row extends AnyRow = HistoryRow> {
  readonly row: Row;
  readonly tags: readonly string[];
}

/**
 * For each trigger and tag, the newest push that the trigger answers to: what its Pipeline made of
 * the image that the tag holds now. `rows` is newest first; what their times leave open, as of two
 * pushes in one second or of an alias that was moved back, the tags themselves tell (`leftBy`).
 */
export const newestOfTags = <Row extends AnyRow>(rows: readonly Row[]): NewestRow<Row>[] => {
  const seen = new Set<string>();
  const found: NewestRow<Row>[] = [];
  for (const row of rows) {
    const { stream, status, leftBy } = row;
    // What the rule does not match is no business of the trigger.
    if (!stream || status === 'unmatched') continue;
    const tags = row.tags.filter((tag) => {
      if (leftBy.includes(tag)) return false;
      const key = `${ownerKeyOf(row)} ${stream.namespace}/${stream.name}:${tag}`;
      const isNewest = !seen.has(key);
      seen.add(key);
      return isNewest;
    });
    if (tags.length > 0) found.push({ row, tags });
  }
  return found;
};
