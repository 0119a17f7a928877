import { useMemo } from 'react';
import type { ReplayOf } from '../../components/history-columns';
import { useSelection } from '../../components/use-selection';
import type { Selecting, Selection } from '../../components/use-selection';
import { isFoundRow } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import type { HistoryRow } from '../../domain/history';
import { nextRunOf } from '../../domain/replay-push';
import { useT } from '../../i18n/use-t';

/** Lets the user select pushes that have no run and can be run by hand. */
export const usePushSelection = (
  rows: readonly AnyRow[],
  replayOf: ReplayOf,
): Selection<AnyRow, HistoryRow> => {
  const t = useT();
  const selecting = useMemo(
    (): Selecting<AnyRow, HistoryRow> => ({
      // Most rows have a run, of whose name nobody has to ask the number.
      isOffered: (row): row is HistoryRow =>
        !isFoundRow(row) && !row.run && nextRunOf(row) === 0 && replayOf(row) !== undefined,
      keyOf: ({ key }) => key,
      labelOf: ({ tags, trigger }) =>
        t('Select {{tags}} for {{trigger}}', { tags: tags.join(', '), trigger: trigger.name }),
    }),
    [replayOf, t],
  );
  return useSelection(rows, selecting);
};
