import { useMemo, useState } from 'react';
import type { RowSelection } from './DataTable';

/** Which rows of a table can be selected; to be kept, for it stands for what is computed from it. */
export interface Selecting<Row, Offered extends Row> {
  readonly isOffered: (row: Row) => row is Offered;
  readonly keyOf: (row: Offered) => string;
  /** What is selected, for screen readers. */
  readonly labelOf: (row: Offered) => string;
}

export interface Selection<Row, Offered extends Row> {
  /** For `DataTableProps.selectionOf`. */
  readonly of: (row: Row) => RowSelection | undefined;
  /** Those of the rows that can be selected. */
  readonly offered: readonly Offered[];
  /** Those of the rows that are selected and still can be. */
  readonly selected: readonly Offered[];
  /** Selects these and no others. */
  readonly set: (rows: readonly Offered[]) => void;
}

const none: ReadonlySet<string> = new Set();

/** Lets the user select rows. What is filtered out is not selected. */
export const useSelection = <Row, Offered extends Row>(
  rows: readonly Row[],
  selecting: Selecting<Row, Offered>,
): Selection<Row, Offered> => {
  const [keys, setKeys] = useState(none);
  return useMemo(() => {
    const { isOffered, keyOf, labelOf } = selecting;
    const offered = rows.filter(isOffered);
    const selected = offered.filter((row) => keys.has(keyOf(row)));
    const set = (chosen: readonly Offered[]): void => setKeys(new Set(chosen.map(keyOf)));
    return {
      offered,
      selected,
      set,
      of: (row) => {
        if (!isOffered(row)) return undefined;
        const key = keyOf(row);
        return {
          id: `select ${key}`,
          label: labelOf(row),
          isSelected: keys.has(key),
          select: (isSelected) => {
            const others = selected.filter((one) => keyOf(one) !== key);
            set(isSelected ? [...others, row] : others);
          },
        };
      },
    };
  }, [rows, selecting, keys]);
};
