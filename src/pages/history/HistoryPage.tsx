import { ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { EmptyResult } from '../../components/EmptyResult';
import { FoundNotices } from '../../components/FoundNotices';
import { HistoryNotices } from '../../components/HistoryNotices';
import { HistoryTable } from '../../components/HistoryTable';
import { PageTitle } from '../../components/PageTitle';
import { MissingApis } from '../../components/MissingApis';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import { QuietSwitch } from '../../components/QuietSwitch';
import type { TableFilter } from '../../components/TableFilters';
import { ReplayDialog } from '../../components/ReplayDialog';
import { WatchedContent } from '../../components/WatchedContent';
import { useHeadingFocus } from '../../components/focus-heading';
import { historyPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useMay } from '../../cluster/use-access';
import { useAllHistory } from '../../cluster/use-all-history';
import type { AllHistory } from '../../cluster/use-all-history';
import { useReplay } from '../../cluster/use-replay';
import { useNow } from '../../cluster/use-now';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { pushStatuses, runStatuses, underWayStatuses } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import { streamKey } from '../../domain/push';
import { pushStatusText } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { filterHistory } from './history-filter';

/** What rows can belong to: image triggers, and chains that were found. */
const ownersOf = ({ triggers, found }: AllHistory): { key: string; name: string }[] => [
  ...triggers.map((trigger) => ({ key: triggerKey(trigger), name: trigger.name })),
  ...found.chains,
];

/** The ImageStreams that rows can be of, by key. */
const streamsOf = ({ triggers, found }: AllHistory): string[] => {
  const bound = triggers.flatMap(({ binding }) => binding?.stream ?? []);
  const told = found.rows.flatMap(({ stream }) => stream ?? []);
  return [...new Set([...bound, ...told].map(streamKey))].sort();
};

const filtersOf = (t: Translate, history: AllHistory): TableFilter[] => {
  const owners = ownersOf(history);
  const namesakes = new Map<string, number>();
  for (const { name } of owners) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  return [
    { name: 'search', label: t('Name, tag or digest'), hint: t('Search pushes') },
    {
      name: 'status',
      label: t('Status'),
      choices: [
        { value: runStatuses.join(','), title: t('With a PipelineRun') },
        { value: underWayStatuses.join(','), title: t('Under way') },
        ...pushStatuses.map((status) => ({
          value: status,
          title: pushStatusText[status].title(t),
        })),
      ],
    },
    {
      name: 'only',
      label: t('Pushes'),
      choices: [
        { value: '24h', title: t('Last 24 hours') },
        { value: 'newest', title: t('Newest of each tag') },
      ],
    },
    {
      name: 'trigger',
      label: t('Trigger'),
      choices: owners.map(({ key, name }) => ({
        value: key,
        title: namesakes.get(name) === 1 ? name : key,
      })),
    },
    {
      name: 'stream',
      label: t('ImageStream'),
      choices: streamsOf(history).map((stream) => ({ value: stream, title: stream })),
    },
  ];
};

const NoHistory = ({
  history,
  namespace,
}: {
  readonly history: AllHistory;
  readonly namespace: string | undefined;
}) => {
  const t = useT();
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  if (history.rows.length + history.found.rows.length > 0)
    return (
      <EmptyResult
        isFiltered
        title={t('No pushes match')}
        body={t('Change or clear the filters, or show pushes that needed no run.')}
      />
    );
  return ownersOf(history).length > 0 ? (
    <EmptyResult
      title={t('No pushes yet')}
      body={t('Push an image to a bound ImageStream: it appears here at once, with its run.')}
    />
  ) : (
    <EmptyResult
      title={t('No image triggers')}
      body={t('Bind an ImageStream to a Pipeline to see every push and what came of it.')}
    >
      <CreateTriggerButton
        namespace={namespace}
        allowed={namespace === undefined ? undefined : mayCreate}
      />
    </EmptyResult>
  );
};

/** Every push of the bound ImageStreams, with what became of it. */
const HistoryPage = () => {
  const t = useT();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const history = useAllHistory(namespace);
  const now = useNow(60);
  const missing = useMissingApis();
  const projects = useProjectsInstead(history, namespace);
  const filter = {
    search: query.get('search'),
    status: query.get('status'),
    trigger: query.get('trigger'),
    stream: query.get('stream'),
    quiet: query.get('quiet'),
    only: query.get('only'),
  };
  const replay = useReplay(history.state === 'loaded' ? history.data.triggers : undefined);
  useHeadingFocus(replay.created);
  const title = t('Image trigger history');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader
        title={title}
        helpText={t('Every push of a bound ImageStream, with the run that it started.')}
      />
      <ListPageBody>
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        <WatchedContent
          watched={history}
          hint={<ProjectsInstead projects={projects} pathOf={historyPath} />}
        >
          {(data) => {
            const rows: AnyRow[] = [...data.rows, ...data.found.rows];
            return (
              <>
                <HistoryNotices unreadable={data.unreadable} complete={data.complete} />
                <FoundNotices unread={data.found.unread} />
                {rows.length === 0 ? (
                  <NoHistory history={data} namespace={namespace} />
                ) : (
                  <HistoryTable
                    rows={filterHistory(rows, filter, now)}
                    replayOf={replay.starterOf}
                    filters={filtersOf(t, data)}
                    tools={<QuietSwitch />}
                    empty={<NoHistory history={data} namespace={namespace} />}
                  />
                )}
              </>
            );
          }}
        </WatchedContent>
      </ListPageBody>
      {replay.current && <ReplayDialog {...replay.current} />}
    </>
  );
};

export default HistoryPage;
