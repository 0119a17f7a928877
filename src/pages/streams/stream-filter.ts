import { parseLabelQuery } from '../../domain/label-query';
import type { StreamRow } from '../../domain/stream-row';

/** What the list is filtered by; empty texts filter nothing. */
export interface StreamFilter {
  readonly name: string;
  /** What the labels must be; see `parseLabelQuery`. What cannot be read matches nothing. */
  readonly label: string;
  readonly bound: string;
}

const matchesBound = ({ triggers }: StreamRow, bound: string): boolean =>
  bound === '' || triggers.length > 0 === (bound === 'yes');

export const filterStreams = (
  rows: readonly StreamRow[],
  { name, label, bound }: StreamFilter,
): StreamRow[] => {
  const query = parseLabelQuery(label);
  if ('illegal' in query) return [];
  return rows.filter(
    (row) =>
      row.ref.name.toLowerCase().includes(name.trim().toLowerCase()) &&
      query.matches(row.stream.metadata?.labels ?? {}) &&
      matchesBound(row, bound),
  );
};
