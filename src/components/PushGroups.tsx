import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Content } from '@patternfly/react-core';
import { Table, Th, Thead, Tr } from '@patternfly/react-table';
import { Link } from 'react-router';
import type { AnyRow } from '../domain/found-chain/found-row';
import { groupsOf, newestRows } from '../domain/push-groups';
import type { Grouping, PushGroup } from '../domain/push-groups';
import { useT } from '../i18n/use-t';
import { DataTable } from './DataTable';
import type { Column, DataTableProps, RowSelection } from './DataTable';
import { groupColumns, groupNameOf, groupPath } from './group-columns';
import type { PathOf } from './group-columns';
import { TableRows } from './TableRows';

/** So many pushes a group opens to; the others are a link away, on pages of their own. */
const mostOpened = 10;

interface PushGroupsProps extends Pick<
  DataTableProps<PushGroup>,
  'filters' | 'tools' | 'latest' | 'empty'
> {
  readonly rows: readonly AnyRow[];
  readonly grouping: Grouping;
  /** Of the pushes in a group. */
  readonly columns: readonly Column<AnyRow>[];
  readonly pathOf: PathOf;
  readonly selectionOf?: (row: AnyRow) => RowSelection | undefined;
}

/** The newest pushes of a group, and the way to all of them. */
const GroupContent = ({
  group,
  grouping,
  columns,
  pathOf,
  selectionOf,
}: Omit<PushGroupsProps, 'rows'> & { readonly group: PushGroup }): ReactNode => {
  const t = useT();
  const path = groupPath(grouping, group, pathOf);
  const own = columns.filter(({ id }) => id !== grouping);
  return (
    <>
      <Table
        aria-label={t('Newest pushes of {{name}}', { name: groupNameOf(t, grouping, group) })}
        variant="compact"
        gridBreakPoint="grid-lg"
        isNested
      >
        <Thead>
          <Tr>
            {selectionOf && <Th modifier="fitContent" screenReaderText={t('Selection')} />}
            {own.map(({ id, title, width }) => (
              <Th key={id} modifier="nowrap" width={width}>
                {title}
              </Th>
            ))}
          </Tr>
        </Thead>
        <TableRows
          columns={own}
          rows={newestRows(group.rows, mostOpened)}
          rowKey={({ key }) => key}
          selectionOf={selectionOf}
        />
      </Table>
      {group.rows.length > mostOpened && path !== undefined && (
        <Content component="p">
          <Link to={path}>{t('Show all {{count}} pushes', { count: group.rows.length })}</Link>
        </Content>
      )}
    </>
  );
};

/** Pushes in groups: how many came to what, what became of the last ones, and the newest. */
export const PushGroups = (props: PushGroupsProps) => {
  const { rows, grouping, pathOf, filters, tools, latest, empty } = props;
  const t = useT();
  const groups = useMemo(() => groupsOf(rows, grouping), [rows, grouping]);
  const columns = useMemo(() => groupColumns(t, grouping, pathOf), [t, grouping, pathOf]);
  return (
    <DataTable
      label={t('Groups of pushes')}
      columns={columns}
      rows={groups}
      rowKey={({ key }) => key}
      defaultSort="-newest"
      expansion={{
        label: (group) => t('Pushes of {{name}}', { name: groupNameOf(t, grouping, group) }),
        content: (group) => <GroupContent {...props} group={group} />,
      }}
      filters={filters}
      tools={tools}
      latest={latest}
      empty={empty}
    />
  );
};
