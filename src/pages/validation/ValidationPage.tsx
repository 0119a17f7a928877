import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { ToolbarItem } from '@patternfly/react-core';
import { useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { ArchiveNotice } from '../../components/ArchiveNotice';
import { DataTable } from '../../components/DataTable';
import { EmptyResult } from '../../components/EmptyResult';
import { ExportMenu } from '../../components/ExportMenu';
import { HistoryNotices } from '../../components/HistoryNotices';
import { MissingApis } from '../../components/MissingApis';
import { PageTitle } from '../../components/PageTitle';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import type { TableFilter } from '../../components/TableFilters';
import { WatchedContent } from '../../components/WatchedContent';
import { validationPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useArchives } from '../../cluster/archive/use-archives';
import { useMay } from '../../cluster/use-access';
import { useHistory } from '../../cluster/use-history';
import type { History } from '../../cluster/use-history';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { exportedValidations } from '../../domain/validation-export';
import { currentImagesOf, pipelineKey, pipelinesOf, verdicts } from '../../domain/validation';
import type { CurrentImage, PipelineRef } from '../../domain/validation';
import { mapWatched } from '../../domain/watched';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { statementText, verdictText } from '../../i18n/validation-text';
import { triggerKind } from '../../k8s/trigger';
import { validationColumns } from './validation-columns';
import { filterImages } from './validation-filter';

const filtersOf = (t: Translate, pipelines: readonly PipelineRef[]): TableFilter[] => [
  { name: 'search', label: t('Image'), hint: t('Search images') },
  {
    name: 'verdict',
    label: t('Verdict'),
    choices: verdicts.map((verdict) => ({ value: verdict, title: verdictText[verdict](t) })),
  },
  {
    name: 'pipeline',
    label: t('Pipeline'),
    choices: pipelines.map((ref) => ({ value: pipelineKey(ref), title: pipelineKey(ref) })),
  },
];

const NoMatch = () => {
  const t = useT();
  return (
    <EmptyResult
      isFiltered
      title={t('No images match')}
      body={t('Change or clear the filters above the list.')}
    />
  );
};

const NoImages = ({
  namespace,
  history,
}: {
  readonly namespace: string | undefined;
  readonly history: Pick<History, 'triggers' | 'unreadable'> | undefined;
}) => {
  const t = useT();
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  if (history && history.unreadable.length > 0)
    return (
      <EmptyResult
        title={t('The images are not known')}
        body={t('Whether they have passed cannot be said without the ImageStreams that hold them.')}
      />
    );
  if (history && history.triggers.length > 0)
    return (
      <EmptyResult
        title={t('No images yet')}
        body={t('No tag that an image trigger answers to holds an image.')}
      />
    );
  return (
    <EmptyResult
      title={t('No image triggers')}
      body={t('Bind an ImageStream to a Pipeline to see which images have passed it.')}
    >
      <CreateTriggerButton
        namespace={namespace}
        allowed={namespace === undefined ? undefined : mayCreate}
      />
    </EmptyResult>
  );
};

/** How many have passed of all that were found, and those that are shown as a file. */
const Tools = ({
  found,
  shown,
}: {
  readonly found: readonly CurrentImage[];
  readonly shown: readonly CurrentImage[];
}) => {
  const t = useT();
  return (
    <>
      <ExportMenu
        file="image-validation"
        count={shown.reduce((sum, { validations }) => sum + validations.length, 0)}
        rows={() =>
          exportedValidations(shown, (image, validation) => statementText(t, image, validation))
        }
      />
      <ToolbarItem alignSelf="center">
        {t('{{passed}} of {{count}} images have passed', {
          passed: found.filter((one) => one.verdict === 'passed').length,
          count: found.length,
        })}
      </ToolbarItem>
    </>
  );
};

/** Whether the image that each tag holds now has passed the Pipelines of its image triggers. */
const ValidationPage = () => {
  const t = useT();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const history = useHistory(namespace);
  const missing = useMissingApis();
  const projects = useProjectsInstead(history, namespace);
  const known = history.state === 'loaded' ? history.data : undefined;
  const archives = useArchives();
  const images = useMemo(() => mapWatched(history, currentImagesOf), [history]);
  const all = images.state === 'loaded' ? images.data : undefined;
  const pipelines = useMemo(() => pipelinesOf(all ?? []), [all]);
  const columns = useMemo(
    () => validationColumns(t, namespace, pipelines),
    [t, namespace, pipelines],
  );
  const search = query.get('search');
  const verdict = query.get('verdict');
  const pipeline = query.get('pipeline');
  const title = t('Validation of current images');
  const tableOf = (found: readonly CurrentImage[] | undefined): ReactNode => {
    const shown = found && filterImages(found, { search, verdict, pipeline });
    return (
      <DataTable<CurrentImage>
        label={title}
        columns={columns}
        rows={shown}
        rowKey={({ key }) => key}
        defaultSort="verdict"
        filters={filtersOf(t, pipelines)}
        tools={found && <Tools found={found} shown={shown ?? []} />}
        empty={<NoMatch />}
      />
    );
  };
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader
        title={title}
        helpText={t(
          'What the Pipelines of the image triggers made of the image that each tag holds now.',
        )}
      />
      <ListPageBody>
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        {known && (
          <>
            <HistoryNotices unreadable={known.unreadable} complete={known.complete} />
            <ArchiveNotice archive={known.archive} rows={known.rows} onRetry={archives.retry} />
          </>
        )}
        <WatchedContent
          watched={images}
          hint={<ProjectsInstead projects={projects} pathOf={validationPath} />}
          meanwhile={tableOf(undefined)}
        >
          {(found) =>
            found.length === 0 ? <NoImages namespace={namespace} history={known} /> : tableOf(found)
          }
        </WatchedContent>
      </ListPageBody>
    </>
  );
};

export default ValidationPage;
