import { memo, useCallback, useMemo } from 'react';
import { Button, ToolbarItem } from '@patternfly/react-core';
import { ArchiveNotice } from '../../components/ArchiveNotice';
import { ExportMenu } from '../../components/ExportMenu';
import { FoundNotices } from '../../components/FoundNotices';
import { HistoryNotices } from '../../components/HistoryNotices';
import { HistoryTable } from '../../components/HistoryTable';
import type { ReplayOf } from '../../components/history-columns';
import type { HistoryFilter } from '../../components/paths';
import { SelectionTools } from '../../components/SelectionTools';
import { useQuery } from '../../components/use-query';
import type { AllHistory } from '../../cluster/use-all-history';
import { useArchives } from '../../cluster/archive/use-archives';
import { useReplayMany } from '../../cluster/use-replay-many';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { exportedOf } from '../../domain/history-export';
import { groupings } from '../../domain/push-groups';
import { useT } from '../../i18n/use-t';
import { NoHistory } from './NoHistory';
import { ReplayManyDialog } from './ReplayManyDialog';
import { filtersOf } from './history-filters';
import { Timeline } from './Timeline';
import { useFilteredRows } from './use-filtered-rows';
import { usePushSelection } from './use-push-selection';

interface HistoryBodyProps {
  readonly history: AllHistory;
  readonly namespace: string | undefined;
  readonly replayOf: ReplayOf;
}

const Body = ({ history, namespace, replayOf }: HistoryBodyProps) => {
  const t = useT();
  const all = useMemo((): AnyRow[] => [...history.rows, ...history.found.rows], [history]);
  const { get, with: queryWith } = useQuery();
  const pathOf = useCallback(
    (filter: HistoryFilter) => queryWith({ group: '', sort: '', page: '', ...filter }),
    [queryWith],
  );
  const rows = useFilteredRows(all, history.triggers);
  const archives = useArchives();
  const many = useReplayMany(history.triggers, history.rows);
  const selection = usePushSelection(rows, replayOf);
  const range = get('range');
  const filters = useMemo(() => filtersOf(t, history, range), [t, history, range]);
  const missed = selection.offered.filter(({ status }) => status === 'missed');
  const empty = <NoHistory history={history} namespace={namespace} />;
  return (
    <>
      <HistoryNotices unreadable={history.unreadable} complete={history.complete} />
      <ArchiveNotice archive={history.archive} rows={history.rows} onRetry={archives.retry} />
      <FoundNotices unread={history.found.unread} />
      {all.length === 0 ? (
        empty
      ) : (
        <>
          <Timeline rows={rows} />
          <HistoryTable
            rows={rows}
            groupings={groupings}
            pathOf={pathOf}
            replayOf={replayOf}
            selectionOf={selection.of}
            filters={filters}
            exportMenu={
              <ExportMenu
                file="image-trigger-history"
                count={rows.length}
                rows={() => exportedOf({ ...history, rows })}
              />
            }
            tools={
              <SelectionTools
                selection={selection}
                proposed={missed}
                title={t('Select all missed ({{count}})', { count: missed.length })}
              >
                <ToolbarItem>
                  <Button variant="primary" onClick={() => many.start(selection.selected)}>
                    {t('Run now ({{count}})', { count: selection.selected.length })}
                  </Button>
                </ToolbarItem>
              </SelectionTools>
            }
            empty={empty}
          />
        </>
      )}
      {many.current && <ReplayManyDialog current={many.current} rows={history.rows} />}
    </>
  );
};

/** The rows of the history, those that are filtered for, and what can be done with them. */
export const HistoryBody = memo(Body);
