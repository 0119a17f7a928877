import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { useNavigate, useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { DataTable } from '../../components/DataTable';
import { EmptyResult } from '../../components/EmptyResult';
import { HistoryNotices } from '../../components/HistoryNotices';
import { PageTitle } from '../../components/PageTitle';
import { LinkButton } from '../../components/LinkButton';
import { MissingApis } from '../../components/MissingApis';
import { ProblemAlert } from '../../components/ProblemState';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import type { TableFilter } from '../../components/TableFilters';
import { WatchedContent } from '../../components/WatchedContent';
import { streamsPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useMay } from '../../cluster/use-access';
import { useHistory } from '../../cluster/use-history';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { useWatchList } from '../../cluster/use-watch';
import { streamKey } from '../../domain/push';
import { streamRowsOf } from '../../domain/stream-row';
import type { StreamRow } from '../../domain/stream-row';
import { currentImagesOf, imagesByStream } from '../../domain/validation';
import { mapWatched } from '../../domain/watched';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import type { ImageStream } from '../../k8s/image-stream';
import { imageStreamKind } from '../../k8s/image-stream';
import { triggerKind } from '../../k8s/trigger';
import { CreateManyTools } from './CreateManyTools';
import { streamColumns } from './stream-columns';
import { filterStreams } from './stream-filter';
import { useStreamSelection } from './use-stream-selection';

const filtersOf = (t: Translate): TableFilter[] => [
  { name: 'name', label: t('Name'), hint: t('Filter by name') },
  { name: 'label', label: t('Label'), hint: t('Filter by label') },
  {
    name: 'bound',
    label: t('Image triggers'),
    choices: [
      { value: 'yes', title: t('Bound') },
      { value: 'no', title: t('Not bound') },
    ],
  },
];

const NoMatch = () => {
  const t = useT();
  return (
    <EmptyResult
      isFiltered
      title={t('No ImageStreams match')}
      body={t('Change or clear the filters above the list.')}
    />
  );
};

const NoStreams = ({ namespace }: { readonly namespace: string | undefined }) => {
  const t = useT();
  return (
    <EmptyResult
      title={t('No ImageStreams')}
      body={t('Push an image to the internal registry or create an ImageStream to begin.')}
    >
      {namespace === undefined ? undefined : (
        <LinkButton variant="link" to={streamsPath(undefined)}>
          {t('Show the ImageStreams of all projects')}
        </LinkButton>
      )}
    </EmptyResult>
  );
};

const noRows: readonly StreamRow[] = [];

/** The ImageStreams of a project or of all, with what their pushes started. */
const StreamsPage = () => {
  const t = useT();
  const navigate = useNavigate();
  const query = useQuery();
  const { ns: namespace } = useParams();
  // First, so that the long list of ImageStreams does not keep its short ones waiting.
  const history = useHistory(namespace);
  const streams = useWatchList<ImageStream>({ kind: imageStreamKind, namespace });
  const missing = useMissingApis();
  const projects = useProjectsInstead(streams, namespace);
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  const allowed = namespace === undefined ? undefined : mayCreate;
  const known = history.state === 'loaded' ? history.data : undefined;
  const rows = useMemo(
    () => mapWatched(streams, (all) => streamRowsOf(all, known?.triggers ?? [], known?.rows ?? [])),
    [streams, known],
  );
  const historyKnown = known !== undefined;
  const images = useMemo(() => imagesByStream(known ? currentImagesOf(known) : []), [known]);
  const columns = useMemo(
    () =>
      streamColumns({
        t,
        namespace,
        navigate,
        allowed,
        historyKnown,
        imagesOf: (ref) => images.get(streamKey(ref)) ?? [],
      }),
    [t, namespace, navigate, allowed, historyKnown, images],
  );
  const name = query.get('name');
  const label = query.get('label');
  const bound = query.get('bound');
  // The same rows as long as nothing changes, so that the table does not sort them again.
  const found = useMemo(
    () =>
      mapWatched(rows, (all) => ({
        shown: filterStreams(all, { name, label, bound }),
        isEmpty: all.length === 0,
      })),
    [rows, name, label, bound],
  );
  const selection = useStreamSelection(
    found.state === 'loaded' ? found.data.shown : noRows,
    allowed,
  );
  const title = t('ImageStreams');
  const tableOf = (shown: readonly StreamRow[] | undefined): ReactNode => (
    <DataTable<StreamRow>
      label={title}
      columns={columns}
      rows={shown}
      rowKey={({ ref }) => streamKey(ref)}
      defaultSort="name"
      filters={filtersOf(t)}
      tools={<CreateManyTools namespace={namespace} selection={selection} />}
      selectionOf={selection.offered.length > 0 ? selection.of : undefined}
      empty={<NoMatch />}
    />
  );
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader title={title}>
        <CreateTriggerButton namespace={namespace} allowed={allowed} />
      </ListPageHeader>
      <ListPageBody>
        {streams.state !== 'failed' && <MissingApis missing={missing} />}
        {history.state === 'failed' && streams.state !== 'failed' && missing.length === 0 && (
          <ProblemAlert
            variant="warning"
            title={t('Image triggers and their runs cannot be shown')}
            problem={history.problem}
          />
        )}
        {known && <HistoryNotices unreadable={known.unreadable} complete={known.complete} />}
        <WatchedContent
          watched={found}
          hint={<ProjectsInstead projects={projects} pathOf={streamsPath} />}
          meanwhile={tableOf(undefined)}
        >
          {({ shown, isEmpty }) => (isEmpty ? <NoStreams namespace={namespace} /> : tableOf(shown))}
        </WatchedContent>
      </ListPageBody>
    </>
  );
};

export default StreamsPage;
