import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { isFoundRow, isPushUnknown, ownerNameOf } from '../domain/found-chain/found-row';
import type { AnyRow } from '../domain/found-chain/found-row';
import type { HistoryRow } from '../domain/history';
import { secondsBetween } from '../domain/latency';
import { timeOf } from '../domain/row-time';
import { pushStatusText } from '../i18n/status-text';
import type { Translate } from '../i18n/use-t';
import { namespaceKind } from '../k8s/namespace';
import { ChainName } from './ChainName';
import type { Column } from './DataTable';
import { Digest } from './Digest';
import { durationText } from './duration';
import { KindLink } from './KindLink';
import { StreamLink } from './StreamLink';
import { PushLink } from './PushLink';
import { RowStatus } from './RowStatus';
import { RunCell } from './RunCell';
import { TagList } from './TagList';
import { TriggerLink } from './TriggerLink';

/** What opens the dialog that runs a push; undefined where nothing can run it. */
export type ReplayOf = (row: HistoryRow) => (() => void) | undefined;

/** What has succeeded is run again on its own page: beside most rows, the button would be in the way. */
const replayOfRow = (row: AnyRow, replayOf: ReplayOf): (() => void) | undefined =>
  isFoundRow(row) || row.status === 'succeeded' ? undefined : replayOf(row);

/** Where the trigger is, or the listener of the chain. */
const projectOf = (row: AnyRow): string => (isFoundRow(row) ? row.run : row.trigger).namespace;

/** From when to when a push waited for its run; nothing where one of them is not known. */
const waitOf = (row: AnyRow): [from: string | undefined, to: string | undefined] =>
  isPushUnknown(row) ? [undefined, undefined] : [row.created, row.run?.createdAt];

/** Everything that the history can say of a push in a line. */
export const historyColumns = (t: Translate, replayOf: ReplayOf): Column<AnyRow>[] => [
  {
    id: 'pushed',
    title: t('Pushed'),
    width: 15,
    cell: (row) => (
      <PushLink row={row}>
        {isPushUnknown(row) ? t('Push not known') : <Timestamp timestamp={row.created} />}
      </PushLink>
    ),
    sortKey: timeOf,
  },
  {
    id: 'stream',
    title: t('ImageStream'),
    cell: ({ stream }) => stream && <StreamLink stream={stream} />,
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
    id: 'project',
    title: t('Project'),
    isExtra: true,
    cell: (row) => <KindLink kind={namespaceKind} name={projectOf(row)} />,
    sortKey: projectOf,
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
    id: 'wait',
    title: t('Push to run'),
    isExtra: true,
    cell: (row) => durationText(t, ...waitOf(row)),
    sortKey: (row) => secondsBetween(...waitOf(row)),
  },
  {
    id: 'duration',
    title: t('Duration'),
    cell: ({ run }) => durationText(t, run?.createdAt, run?.finishedAt),
    sortKey: ({ run }) => secondsBetween(run?.createdAt, run?.finishedAt),
  },
];
