import { Checkbox } from '@patternfly/react-core';
import { Tbody, Td, Tr } from '@patternfly/react-table';
import type { Column, RowSelection } from './DataTable';
import { rowHeight, useDrawnRows } from './use-drawn-rows';

const SelectCell = ({ selection }: { readonly selection: RowSelection | undefined }) => (
  <Td modifier="fitContent">
    {selection && (
      <Checkbox
        id={selection.id}
        aria-label={selection.label}
        isChecked={selection.isSelected}
        onChange={(_, isSelected) => selection.select(isSelected)}
      />
    )}
  </Td>
);

export interface TableRowsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectionOf: ((row: Row) => RowSelection | undefined) | undefined;
}

/** The rows of one page of a table, below a head of one row. */
export const TableRows = <Row,>({ columns, rows, rowKey, selectionOf }: TableRowsProps<Row>) => {
  const drawn = useDrawnRows(rows.length);
  const rest = rows.length - drawn;
  return (
    <Tbody>
      {rows.slice(0, drawn).map((row, index) => (
        <Tr key={rowKey(row)} aria-rowindex={index + 2}>
          {selectionOf && <SelectCell selection={selectionOf(row)} />}
          {columns.map(({ id, title, cell, nowrap, breaksWords, isAction }) => (
            <Td
              key={id}
              dataLabel={isAction ? undefined : title}
              isActionCell={isAction}
              modifier={nowrap ? 'nowrap' : breaksWords ? 'breakWord' : undefined}
            >
              {/* One box: in the narrow layout, every child would have a place of its own. */}
              <div>{cell(row)}</div>
            </Td>
          ))}
        </Tr>
      ))}
      {rest > 0 && <Tr aria-hidden style={{ height: rest * rowHeight }} />}
    </Tbody>
  );
};
