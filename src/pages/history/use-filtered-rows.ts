import { useMemo } from 'react';
import { useNow } from '../../cluster/use-now';
import { useQuery } from '../../components/use-query';
import type { AnyRow } from '../../domain/found-chain/found-row';
import type { ImageTrigger } from '../../domain/image-trigger';
import { filterHistory, historyQueryOf } from './history-filter';

/** The rows that the URL asks for. */
export const useFilteredRows = (
  rows: readonly AnyRow[],
  triggers: readonly ImageTrigger[],
): AnyRow[] => {
  const { get } = useQuery();
  const now = useNow(60);
  return useMemo(
    () => filterHistory(rows, historyQueryOf(get), { now, triggers }),
    [rows, get, now, triggers],
  );
};
