import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ToolbarGroup } from '@patternfly/react-core';
import { isPushUnknown } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import { parseGrouping } from '../domain/push-groups';
import type { Grouping } from '../domain/push-groups';
import { pushStatusText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { ColumnsButton } from './ColumnsButton';
import { DataTable } from './DataTable';
import type { RowSelection } from './DataTable';
import { GroupSelect } from './GroupSelect';
import { historyColumns } from './history-columns';
import type { ReplayOf } from './history-columns';
import { PushGroups } from './PushGroups';
import type { PathOf } from './group-columns';
import { QuietSwitch } from './QuietSwitch';
import type { TableFilter } from './TableFilters';
import { useColumnChoice } from './use-column-choice';
import { useQuery } from './use-query';

/** What the newest push has come to. */
const latestText = (t: Translate, rows: readonly AnyRow[]): string => {
  let row = rows[0];
  if (!row) return '';
  for (const other of rows) if (other.created > row.created) row = other;
  const status = pushStatusText[row.status].title(t);
  return isPushUnknown(row)
    ? t('Latest run {{name}}: {{status}}', { name: row.run.name, status })
    : t('Latest push {{tags}}: {{status}}', { tags: row.tags.join(', '), status });
};

export interface HistoryTableProps {
  readonly rows: readonly AnyRow[];
  /** Columns that the page's subject already says. */
  readonly hidden?: readonly string[];
  /** What the rows can be grouped by. */
  readonly groupings: readonly Grouping[];
  /** Where the rows are that a filter leaves. */
  readonly pathOf: PathOf;
  readonly replayOf: ReplayOf;
  /** See `DataTableProps`. */
  readonly selectionOf?: (row: AnyRow) => RowSelection | undefined;
  readonly filters?: readonly TableFilter[];
  readonly exportMenu?: ReactNode;
  /** What else the toolbar offers, as its items. */
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
}

/**
 * Pushes with what became of each, and runs of chains that were found, newest first; or groups of
 * them. What they are grouped by and which columns there are is kept in the URL.
 */
export const HistoryTable = (props: HistoryTableProps) => {
  const { rows, hidden, groupings, pathOf, replayOf, exportMenu, tools, ...others } = props;
  const t = useT();
  const asked = parseGrouping(useQuery().get('group'));
  const grouping = groupings.find((one) => one === asked);
  const all = useMemo(
    () => historyColumns(t, replayOf).filter(({ id }) => !hidden?.includes(id)),
    [t, hidden, replayOf],
  );
  const { shown, choose } = useColumnChoice(all);
  const shared = {
    ...others,
    latest: latestText(t, rows),
    tools: (
      <>
        <ToolbarGroup gap={{ default: 'gapXs' }}>
          <GroupSelect groupings={groupings} chosen={grouping} />
          <QuietSwitch />
          {exportMenu}
          <ColumnsButton all={all} shown={shown} onChoose={choose} />
        </ToolbarGroup>
        {tools}
      </>
    ),
  };
  return grouping ? (
    <PushGroups {...shared} rows={rows} grouping={grouping} columns={shown} pathOf={pathOf} />
  ) : (
    <DataTable
      {...shared}
      label={t('Pushes and runs')}
      columns={shown}
      rows={rows}
      rowKey={({ key }) => key}
      defaultSort="-pushed"
    />
  );
};
