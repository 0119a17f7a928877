import type { StreamRow } from '../../domain/stream-row';

/** What the list is filtered by; empty texts filter nothing. */
export interface StreamFilter {
  readonly name: string;
  /** `key` or `key=value`, several with commas: all must hold. */
  readonly label: string;
  readonly bound: string;
}

const hasLabel = ({ stream }: StreamRow, wanted: string): boolean => {
  const labels = stream.metadata?.labels ?? {};
  const [key = '', value] = wanted.split('=').map((part) => part.trim());
  return key === '' || (value === undefined ? Object.hasOwn(labels, key) : labels[key] === value);
};

const matchesBound = ({ triggers }: StreamRow, bound: string): boolean =>
  bound === '' || triggers.length > 0 === (bound === 'yes');

export const filterStreams = (
  rows: readonly StreamRow[],
  { name, label, bound }: StreamFilter,
): StreamRow[] =>
  rows.filter(
    (row) =>
      row.ref.name.toLowerCase().includes(name.trim().toLowerCase()) &&
      label.split(',').every((wanted) => hasLabel(row, wanted)) &&
      matchesBound(row, bound),
  );
