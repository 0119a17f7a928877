import { useMemo, useState } from 'react';
import type { RowSelection } from '../../components/DataTable';
import { isFoundRow } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import type { HistoryRow } from '../../domain/history';
import { replayableStatuses } from '../../domain/replay-push';
import { useT } from '../../i18n/use-t';

export interface Selection {
  readonly of: (row: AnyRow) => RowSelection | undefined;
  /** Those of the rows that are selected and can still be run. */
  readonly selected: readonly HistoryRow[];
  /** Those of the rows that were missed. */
  readonly missed: readonly HistoryRow[];
  /** Selects these and no others. */
  readonly set: (rows: readonly HistoryRow[]) => void;
}

const none: ReadonlySet<string> = new Set();

/** Lets the user select pushes that can be run by hand. What is filtered out is not selected. */
export const useSelection = (
  rows: readonly AnyRow[],
  canRun: (row: HistoryRow) => boolean,
): Selection => {
  const t = useT();
  const [keys, setKeys] = useState(none);
  return useMemo(() => {
    const isOffered = (row: AnyRow): row is HistoryRow =>
      !isFoundRow(row) && replayableStatuses.has(row.status) && canRun(row);
    const offered = rows.filter(isOffered);
    const set = (chosen: readonly HistoryRow[]): void =>
      setKeys(new Set(chosen.map(({ key }) => key)));
    const selected = offered.filter(({ key }) => keys.has(key));
    return {
      selected,
      missed: offered.filter(({ status }) => status === 'missed'),
      set,
      of: (row) =>
        isOffered(row)
          ? {
              id: `select ${row.key}`,
              label: t('Select {{tags}} for {{trigger}}', {
                tags: row.tags.join(', '),
                trigger: row.trigger.name,
              }),
              isSelected: keys.has(row.key),
              select: (isSelected) => {
                const others = selected.filter(({ key }) => key !== row.key);
                set(isSelected ? [...others, row] : others);
              },
            }
          : undefined,
    };
  }, [rows, canRun, keys, t]);
};
