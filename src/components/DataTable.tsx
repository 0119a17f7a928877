import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { SortByDirection, Table, Th, Thead, Tr } from '@patternfly/react-table';
import type { ThProps } from '@patternfly/react-table';
import { useT } from '../i18n/use-t';
import { Announcement } from './Announcement';
import { LoadingState } from './LoadingState';
import { Pages } from './Pages';
import type { PagesProps } from './Pages';
import { TableRows } from './TableRows';
import { pageOf, sortRows } from './table-state';
import type { SortKey } from './table-state';
import { TableFilters, clearFilters } from './TableFilters';
import type { TableFilter } from './TableFilters';
import { useIsSettled } from './use-is-settled';
import { useQuery } from './use-query';

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by; a column without it cannot be sorted. */
  readonly sortKey?: SortKey<Row>;
  /** The least share of the table's width, in per cent. */
  readonly width?: ThProps['width'];
  /** For short values that must not break over lines, such as times. */
  readonly nowrap?: boolean;
  /** For names, which may be long and say nowhere where they break. */
  readonly breaksWords?: boolean;
  /** For a title that users gave, which may be long. */
  readonly wrapsTitle?: boolean;
  /** Not shown until the user asks for it (`useColumnChoice`). */
  readonly isExtra?: boolean;
  /** For a column of actions: its title is for screen readers only. */
  readonly isAction?: boolean;
}

/** Whether a row is selected; rows that cannot be have none. */
export interface RowSelection {
  /** Of the checkbox. */
  readonly id: string;
  /** What is selected, for screen readers. */
  readonly label: string;
  readonly isSelected: boolean;
  readonly select: (isSelected: boolean) => void;
}

/** What a row opens to, below it. */
export interface RowExpansion<Row> {
  /** What is opened, for screen readers. */
  readonly label: (row: Row) => string;
  readonly content: (row: Row) => ReactNode;
}

export interface DataTableProps<Row> {
  /** The table's name for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /**
   * Undefined while they are on their way: the toolbar is there before them, so that less is left to
   * be drawn when they come.
   */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** The column that sorts until the user chooses another one; `-` in front: descending. */
  readonly defaultSort: string;
  readonly filters?: readonly TableFilter[];
  /** What else the toolbar offers, as its items. */
  readonly tools?: ReactNode;
  /** Rows can be selected, those for which there is something here. */
  readonly selectionOf?: (row: Row) => RowSelection | undefined;
  /** Rows open to more. */
  readonly expansion?: RowExpansion<Row>;
  /** What screen readers say with the number of rows when either changes. */
  readonly latest?: string;
  /** Shown in place of rows where there are none. */
  readonly empty: ReactNode;
}

const rowsPerPage = 50;

/** The way through the pages below the rows: out of sight at first. */
const PagesBelow = (pages: Omit<PagesProps, 'place'>) =>
  useIsSettled() ? <Pages place="bottom" {...pages} /> : null;

const noFilters: readonly TableFilter[] = [];
const noRows: readonly never[] = [];

/** A table with filters, sorting and pages. Sorting and page are kept in the URL. */
export const DataTable = <Row,>(props: DataTableProps<Row>) => {
  const { label, columns, rowKey, defaultSort, tools, latest = '', empty } = props;
  const { rows = noRows, filters = noFilters, selectionOf, expansion } = props;
  const isLoading = props.rows === undefined;
  const t = useT();
  const query = useQuery();
  const sort = query.get('sort') || defaultSort;
  const descending = sort.startsWith('-');
  const sortId = descending ? sort.slice(1) : sort;
  const sorted = useMemo(() => {
    const inOrder = (all: readonly Row[], by: string): readonly Row[] =>
      sortRows(
        all,
        columns.find(({ id }) => id === by.replace(/^-/, ''))?.sortKey,
        by.startsWith('-'),
      );
    // What is equal in the chosen column keeps the table's own order: watched objects have none.
    const ordered = inOrder(rows, defaultSort);
    return sort === defaultSort ? ordered : inOrder(ordered, sort);
  }, [rows, columns, defaultSort, sort]);
  const perPage = Math.max(0, Math.trunc(Number(query.get('perPage')))) || rowsPerPage;
  const { page, visible } = pageOf(sorted, Number(query.get('page')), perPage);
  const pages = { rows: rows.length, page, perPage };
  const count = t('{{count}} rows', { count: rows.length });
  const sortOf = (index: number): ThProps['sort'] => ({
    columnIndex: index,
    sortBy: {
      index: columns.findIndex(({ id }) => id === sortId),
      direction: descending ? 'desc' : 'asc',
    },
    onSort: (_, at, direction) => {
      const id = columns[at]?.id ?? '';
      query.set({ sort: direction === SortByDirection.desc ? `-${id}` : id, page: '' });
    },
  });
  // One box: a page puts a gap between its parts.
  return (
    <div>
      <Toolbar
        inset={{ default: 'insetNone' }}
        collapseListedFiltersBreakpoint="md"
        numberOfFiltersText={(number) => t('{{count}} filters', { count: number })}
        clearFiltersButtonText={t('Clear all filters')}
        clearAllFilters={() => clearFilters(query, filters)}
      >
        <ToolbarContent>
          {filters.length > 0 && <TableFilters filters={filters} />}
          {tools}
          {!isLoading && (
            <ToolbarItem variant="pagination">
              <Pages place="top" {...pages} />
            </ToolbarItem>
          )}
        </ToolbarContent>
      </Toolbar>
      <Announcement text={isLoading ? '' : latest === '' ? count : `${count}. ${latest}`} />
      {isLoading && <LoadingState />}
      {!isLoading && rows.length === 0 && empty}
      {rows.length > 0 && (
        <>
          <Table
            aria-label={label}
            aria-rowcount={visible.length + 1}
            variant="compact"
            gridBreakPoint="grid-lg"
            isExpandable={expansion !== undefined}
          >
            <Thead>
              <Tr>
                {expansion && <Th screenReaderText={t('Details')} />}
                {selectionOf && <Th modifier="fitContent" screenReaderText={t('Selection')} />}
                {columns.map(({ id, title, sortKey, isAction, width, wrapsTitle }, index) =>
                  isAction ? (
                    <Th key={id} screenReaderText={title} />
                  ) : (
                    <Th
                      key={id}
                      modifier={wrapsTitle ? 'wrap' : 'nowrap'}
                      width={width}
                      sort={sortKey && sortOf(index)}
                    >
                      {title}
                    </Th>
                  ),
                )}
              </Tr>
            </Thead>
            <TableRows
              // Other rows: those that fill the window come first. What is open stays as it is.
              key={expansion ? page : query.with({})}
              columns={columns}
              rows={visible}
              rowKey={rowKey}
              selectionOf={selectionOf}
              expansion={expansion}
            />
          </Table>
          {rows.length > perPage && <PagesBelow {...pages} />}
        </>
      )}
    </div>
  );
};
