import { useMemo, useState } from 'react';
import { Button, Checkbox } from '@patternfly/react-core';
import { AngleDownIcon } from '@patternfly/react-icons';
import { ExpandableRowContent, Tbody, Td, Tr } from '@patternfly/react-table';
import type { Column, RowExpansion, RowSelection } from './DataTable';
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

/** The cell that opens a row. PatternFly's own names its button in English only. */
const ExpandCell = ({
  label,
  isOpen,
  onToggle,
}: {
  readonly label: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) => (
  <Td className="pf-v6-c-table__toggle">
    <Button
      variant="plain"
      size="sm"
      className={isOpen ? 'pf-m-expanded' : undefined}
      aria-label={label}
      aria-expanded={isOpen}
      icon={
        <div className="pf-v6-c-table__toggle-icon">
          <AngleDownIcon />
        </div>
      }
      onClick={onToggle}
    />
  </Td>
);

/** The cells of a row. They are kept as long as it is the same: of a table, most rows do not change. */
const Cells = <Row,>({ columns, row }: Pick<TableRowsProps<Row>, 'columns'> & { row: Row }) =>
  useMemo(
    () =>
      columns.map(({ id, title, cell, nowrap, breaksWords, isAction }) => (
        <Td
          key={id}
          dataLabel={isAction ? undefined : title}
          isActionCell={isAction}
          modifier={nowrap ? 'nowrap' : breaksWords ? 'breakWord' : undefined}
        >
          {/* One box: in the narrow layout, every child would have a place of its own. */}
          <div>{cell(row)}</div>
        </Td>
      )),
    [columns, row],
  );

/** A row with what it opens to; both are a body of the table of their own. */
const ExpandableRow = <Row,>({
  columns,
  row,
  index,
  expansion,
}: Pick<TableRowsProps<Row>, 'columns'> & {
  readonly row: Row;
  readonly index: number;
  readonly expansion: RowExpansion<Row>;
}) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <Tbody isExpanded={isOpen}>
      <Tr aria-rowindex={index + 2} isContentExpanded={isOpen}>
        <ExpandCell
          label={expansion.label(row)}
          isOpen={isOpen}
          onToggle={() => setOpen(!isOpen)}
        />
        <Cells columns={columns} row={row} />
      </Tr>
      {isOpen && (
        <Tr isExpanded>
          <Td colSpan={columns.length + 1}>
            <ExpandableRowContent>{expansion.content(row)}</ExpandableRowContent>
          </Td>
        </Tr>
      )}
    </Tbody>
  );
};

export interface TableRowsProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly selectionOf: ((row: Row) => RowSelection | undefined) | undefined;
  /** Rows that open cannot be selected. */
  readonly expansion?: RowExpansion<Row>;
}

/** The rows of one page of a table, below a head of one row. */
export const TableRows = <Row,>(props: TableRowsProps<Row>) => {
  const { columns, rows, rowKey, selectionOf, expansion } = props;
  const drawn = useDrawnRows(rows.length);
  const rest = rows.length - drawn;
  const shown = rows.slice(0, drawn);
  const filler = rest > 0 && <Tr aria-hidden style={{ height: rest * rowHeight }} />;
  if (expansion)
    return (
      <>
        {shown.map((row, index) => (
          <ExpandableRow
            key={rowKey(row)}
            columns={columns}
            row={row}
            index={index}
            expansion={expansion}
          />
        ))}
        {filler && <Tbody>{filler}</Tbody>}
      </>
    );
  return (
    <Tbody>
      {shown.map((row, index) => (
        <Tr key={rowKey(row)} aria-rowindex={index + 2}>
          {selectionOf && <SelectCell selection={selectionOf(row)} />}
          <Cells columns={columns} row={row} />
        </Tr>
      ))}
      {filler}
    </Tbody>
  );
};
