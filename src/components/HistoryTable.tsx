import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content } from '@patternfly/react-core';
import type { HistoryRow } from '../domain/history';
import { pushStatusText } from '../i18n/status-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { imageStreamKind } from '../k8s/image-stream';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { DataTable } from './DataTable';
import type { Column } from './DataTable';
import { Digest } from './Digest';
import { durationText } from './duration';
import { KindLink } from './KindLink';
import { PushStatusLabel } from './PushStatusLabel';
import { TagList } from './TagList';
import { TriggerLink } from './TriggerLink';

const hops = (t: Translate, { created, run }: HistoryRow): string => {
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

const columnsOf = (t: Translate): Column<HistoryRow>[] => [
  {
    id: 'pushed',
    title: t('Pushed'),
    nowrap: true,
    cell: ({ created }) => <Timestamp timestamp={created} />,
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
    cell: ({ tags, digest }) => (
      <>
        <TagList tags={tags} /> {digest !== undefined && <Digest digest={digest} />}
      </>
    ),
    sortKey: ({ tags }) => tags[0],
  },
  {
    id: 'trigger',
    title: t('Trigger'),
    cell: ({ trigger }) => <TriggerLink trigger={trigger} />,
    sortKey: ({ trigger }) => trigger.name,
  },
  {
    id: 'status',
    title: t('Status'),
    nowrap: true,
    cell: ({ status, run }) => <PushStatusLabel status={status} detail={run?.message} />,
    sortKey: ({ status }) => pushStatusText[status].title(t),
  },
  {
    id: 'run',
    title: t('PipelineRun'),
    cell: (row) =>
      row.run && (
        <>
          <KindLink kind={pipelineRunKind} namespace={row.run.namespace} name={row.run.name} />
          <Content component="small">{hops(t, row)}</Content>
        </>
      ),
    sortKey: ({ run }) => run?.name,
  },
];

/** What the newest push has come to. */
const latestText = (t: Translate, rows: readonly HistoryRow[]): string => {
  const [first, ...others] = rows;
  if (!first) return '';
  const { tags, status } = others.reduce((a, b) => (b.created > a.created ? b : a), first);
  return t('Latest push {{tags}}: {{status}}', {
    tags: tags.join(', '),
    status: pushStatusText[status].title(t),
  });
};

export interface HistoryTableProps {
  readonly rows: readonly HistoryRow[];
  /** Columns that the page's subject already says. */
  readonly hidden?: readonly string[];
  readonly filters?: ReactNode;
  readonly empty: ReactNode;
}

/** Pushes with what became of each, newest first. */
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
