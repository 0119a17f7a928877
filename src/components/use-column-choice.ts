import { useMemo } from 'react';
import { columnsNamed, columnsText } from './column-choice';
import type { Column } from './DataTable';
import { useQuery } from './use-query';

/**
 * Which columns of a table are shown: kept in the URL as `columns`, so that a link shows what its
 * sender saw. The SDK's column management needs its own table, which draws and sorts by itself.
 */
export const useColumnChoice = <Row>(all: readonly Column<Row>[]) => {
  const { get, set } = useQuery();
  const text = get('columns');
  const shown = useMemo(() => columnsNamed(text, all), [text, all]);
  return {
    shown,
    /** Shows these, by their ids. */
    choose: (ids: ReadonlySet<string>): void => set({ columns: columnsText(ids, all) }),
  };
};
