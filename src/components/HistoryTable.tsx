import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content } from '@patternfly/react-core';
import { isFoundRow, ownerNameOf } from '../domain/found-chain/found-row';
import type { AnyRow, FoundRow } from '../domain/found-chain/found-row';
import { pushStatusText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { imageStreamKind } from '../k8s/image-stream';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { ChainName } from './ChainName';
import { DataTable } from './DataTable';
import type { Column } from './DataTable';
import { Digest } from './Digest';
import { durationText } from './duration';
import { KindLink } from './KindLink';
import { RowStatus } from './RowStatus';
import { TagList } from './TagList';
import { TriggerLink } from './TriggerLink';

const hops = (t: Translate, { created, run }: AnyRow): string => {
  if (!run) return '';
  const started = durationText(t, created, run.createdAt);
  const finished = durationText(t, created, run.finishedAt);
  return [
    started && t('created after {{time}}', { time: started }),
    finished && t('finished after {{time}}', { time: finished }),
  ]
    .filter(Boolean)
    .join(', ');
};

/** Of such a run only its own time is known. */
const isPushUnknown = (row: AnyRow): row is FoundRow => isFoundRow(row) && !row.stream;

const columnsOf = (t: Translate): Column<AnyRow>[] => [
  {
    id: 'pushed',
    title: t('Pushed'),
    nowrap: true,
    cell: (row) =>
      isPushUnknown(row) ? t('Push not known') : <Timestamp timestamp={row.created} />,
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
    nowrap: true,
    cell: (row) => (
      <>
        {!isPushUnknown(row) && <TagList tags={row.tags} />}{' '}
        {row.digest !== undefined && <Digest digest={row.digest} />}
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
    cell: (row) =>
      row.run && (
        <>
          <KindLink kind={pipelineRunKind} namespace={row.run.namespace} name={row.run.name} />
          <Content component="small">
            {isPushUnknown(row) ? <Timestamp timestamp={row.run.createdAt} /> : hops(t, row)}
          </Content>
        </>
      ),
    sortKey: ({ run }) => run?.name,
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
  readonly filters?: ReactNode;
  readonly empty: ReactNode;
}

/** Pushes with what became of each, and runs of chains that were found, newest first. */
export const HistoryTable = ({ rows, hidden, filters, empty }: HistoryTableProps) => {
  const t = useT();
  const columns = useMemo(
    () => columnsOf(t).filter(({ id }) => !hidden?.includes(id)),
    [t, hidden],
  );
  return (
    <DataTable
      label={t('Pushes and runs')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      defaultSort="-pushed"
      latest={latestText(t, rows)}
      filters={filters}
      empty={empty}
    />
  );
};
