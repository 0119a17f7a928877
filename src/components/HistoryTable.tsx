import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { isFoundRow, isPushUnknown, ownerNameOf } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import type { HistoryRow } from '../domain/history';
import { pushStatusText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { imageStreamKind } from '../k8s/image-stream';
import { ChainName } from './ChainName';
import { DataTable } from './DataTable';
import type { Column, RowSelection } from './DataTable';
import { Digest } from './Digest';
import { durationText } from './duration';
import { KindLink } from './KindLink';
import { PushLink } from './PushLink';
import { RowStatus } from './RowStatus';
import { RunCell } from './RunCell';
import type { TableFilter } from './TableFilters';
import { TagList } from './TagList';
import { TriggerLink } from './TriggerLink';

/** What opens the dialog that runs a push; undefined where nothing can run it. */
export type ReplayOf = (row: HistoryRow) => (() => void) | undefined;

/** What has succeeded is run again on its own page: beside most rows, the button would be in the way. */
const replayOfRow = (row: AnyRow, replayOf: ReplayOf): (() => void) | undefined =>
  isFoundRow(row) || row.status === 'succeeded' ? undefined : replayOf(row);

const secondsOf = ({ run }: AnyRow): number | undefined =>
  run?.finishedAt === undefined
    ? undefined
    : Date.parse(run.finishedAt) - Date.parse(run.createdAt);

const columnsOf = (t: Translate, replayOf: ReplayOf): Column<AnyRow>[] => [
  {
    id: 'pushed',
    title: t('Pushed'),
    width: 15,
    cell: (row) => (
      <PushLink row={row}>
        {isPushUnknown(row) ? t('Push not known') : <Timestamp timestamp={row.created} />}
      </PushLink>
    ),
    sortKey: ({ created }) => created,
  },
  {
    id: 'stream',
    title: t('ImageStream'),
    cell: ({ stream }) => stream && <KindLink kind={imageStreamKind} {...stream} />,
    sortKey: ({ stream }) => stream?.name,
  },
  {
    id: 'image',
    title: t('Image'),
    cell: (row) => (
      <>
        {!isPushUnknown(row) && <TagList tags={row.tags} />}{' '}
        {row.digest !== undefined && (
          <div>
            <Digest digest={row.digest} />
          </div>
        )}
      </>
    ),
    sortKey: ({ tags }) => tags[0],
  },
  {
    id: 'trigger',
    title: t('Trigger'),
    cell: (row) =>
      isFoundRow(row) ? <ChainName chain={row.chain} /> : <TriggerLink trigger={row.trigger} />,
    sortKey: ownerNameOf,
  },
  {
    id: 'status',
    title: t('Status'),
    nowrap: true,
    cell: (row) => <RowStatus row={row} />,
    sortKey: ({ status }) => pushStatusText[status].title(t),
  },
  {
    id: 'run',
    title: t('PipelineRun'),
    width: 20,
    cell: (row) => <RunCell row={row} onReplay={replayOfRow(row, replayOf)} />,
    sortKey: ({ run }) => run?.name,
  },
  {
    id: 'duration',
    title: t('Duration'),
    cell: ({ run }) => durationText(t, run?.createdAt, run?.finishedAt),
    sortKey: secondsOf,
  },
];

/** What the newest push has come to. */
const latestText = (t: Translate, rows: readonly AnyRow[]): string => {
  const [first, ...others] = rows;
  if (!first) return '';
  const row = others.reduce((a, b) => (b.created > a.created ? b : a), first);
  const status = pushStatusText[row.status].title(t);
  return isPushUnknown(row)
    ? t('Latest run {{name}}: {{status}}', { name: row.run.name, status })
    : t('Latest push {{tags}}: {{status}}', { tags: row.tags.join(', '), status });
};

export interface HistoryTableProps {
  readonly rows: readonly AnyRow[];
  /** Columns that the page's subject already says. */
  readonly hidden?: readonly string[];
  readonly replayOf: ReplayOf;
  /** See `DataTableProps`. */
  readonly selectionOf?: (row: AnyRow) => RowSelection | undefined;
  readonly filters?: readonly TableFilter[];
  readonly tools?: ReactNode;
  readonly empty: ReactNode;
}

/** Pushes with what became of each, and runs of chains that were found, newest first. */
export const HistoryTable = ({ rows, hidden, replayOf, ...props }: HistoryTableProps) => {
  const t = useT();
  const columns = useMemo(
    () => columnsOf(t, replayOf).filter(({ id }) => !hidden?.includes(id)),
    [t, hidden, replayOf],
  );
  return (
    <DataTable
      label={t('Pushes and runs')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      defaultSort="-pushed"
      latest={latestText(t, rows)}
      {...props}
    />
  );
};
