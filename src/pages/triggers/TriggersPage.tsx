import { useMemo } from 'react';
import { ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { DataTable } from '../../components/DataTable';
import { EmptyResult } from '../../components/EmptyResult';
import { HistoryNotices } from '../../components/HistoryNotices';
import { MissingApis } from '../../components/MissingApis';
import { PageTitle } from '../../components/PageTitle';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import { SearchFilter } from '../../components/SearchFilter';
import { WatchedContent } from '../../components/WatchedContent';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useMay } from '../../cluster/use-access';
import { useHistory } from '../../cluster/use-history';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { quietStatuses } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import { mapWatched } from '../../domain/watched';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { triggerColumns } from './trigger-columns';
import type { TriggerRow } from './trigger-columns';
import { useTriggerActions } from './use-trigger-actions';
import { useTriggerHealth } from '../../cluster/use-trigger-health';

const NoMatch = () => {
  const t = useT();
  return (
    <EmptyResult
      isFiltered
      title={t('No image triggers match')}
      body={t('Change or clear the filter above the list.')}
    />
  );
};

const NoTriggers = ({
  namespace,
  allowed,
}: {
  readonly namespace: string | undefined;
  readonly allowed: boolean | undefined;
}) => {
  const t = useT();
  return (
    <EmptyResult
      title={t('No image triggers')}
      body={t('An image trigger runs a Pipeline whenever an image is pushed to an ImageStream.')}
    >
      <CreateTriggerButton namespace={namespace} allowed={allowed} />
    </EmptyResult>
  );
};

const matches = ({ trigger }: TriggerRow, text: string): boolean =>
  [trigger.name, trigger.binding?.stream.name, trigger.pipeline].some((part) =>
    part?.toLowerCase().includes(text.trim().toLowerCase()),
  );

/** The image triggers of a project or of all, with their health and last result. */
const TriggersPage = () => {
  const t = useT();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const history = useHistory(namespace);
  const missing = useMissingApis();
  const projects = useProjectsInstead(history, namespace);
  const healthOf = useTriggerHealth(namespace);
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  const allowed = namespace === undefined ? undefined : mayCreate;
  const triggers = history.state === 'loaded' ? history.data.triggers : [];
  const { start, dialog } = useTriggerActions(triggers);
  const columns = useMemo(() => triggerColumns(t, start), [t, start]);
  // In a project, its own name says nothing; triggers of other projects may be bound to its streams.
  const local = useMemo(() => columns.filter(({ id }) => id !== 'namespace'), [columns]);
  const rows = useMemo(
    () =>
      mapWatched(history, (data) => {
        const last = new Map<string, TriggerRow['last']>();
        for (const row of data.rows) {
          const key = triggerKey(row.trigger);
          if (!last.has(key) && !quietStatuses.has(row.status)) last.set(key, row);
        }
        return data.triggers.map((trigger): TriggerRow => ({
          trigger,
          health: healthOf(trigger),
          last: last.get(triggerKey(trigger)),
        }));
      }),
    [history, healthOf],
  );
  const title = t('Image triggers');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <ListPageHeader title={title}>
        <CreateTriggerButton namespace={namespace} allowed={allowed} />
      </ListPageHeader>
      <ListPageBody>
        {history.state === 'loaded' && <HistoryNotices {...history.data} />}
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        <WatchedContent
          watched={rows}
          hint={<ProjectsInstead projects={projects} pathOf={triggersPath} />}
        >
          {(all) =>
            all.length === 0 ? (
              <NoTriggers namespace={namespace} allowed={allowed} />
            ) : (
              <DataTable<TriggerRow>
                label={title}
                columns={
                  all.some(({ trigger }) => trigger.namespace !== namespace) ? columns : local
                }
                rows={all.filter((row) => matches(row, query.get('search')))}
                rowKey={({ trigger }) => triggerKey(trigger)}
                defaultSort="name"
                filters={<SearchFilter name="search" label={t('Search triggers')} />}
                empty={<NoMatch />}
              />
            )
          }
        </WatchedContent>
      </ListPageBody>
      {dialog}
    </>
  );
};

export default TriggersPage;
