import { useCallback, useMemo } from 'react';
import { ListPageBody, ListPageHeader } from '@openshift-console/dynamic-plugin-sdk';
import { useParams } from 'react-router';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { DataTable } from '../../components/DataTable';
import { EmptyResult } from '../../components/EmptyResult';
import { FoundNotices } from '../../components/FoundNotices';
import { HistoryNotices } from '../../components/HistoryNotices';
import { MissingApis } from '../../components/MissingApis';
import { PageTitle } from '../../components/PageTitle';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import type { TableFilter } from '../../components/TableFilters';
import { WatchedContent } from '../../components/WatchedContent';
import { useHeadingFocus } from '../../components/focus-heading';
import { triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useMay } from '../../cluster/use-access';
import { useAllHistory } from '../../cluster/use-all-history';
import { usePauseMany } from '../../cluster/use-pause-many';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { takesOver } from '../../domain/take-over/taken-chain';
import { mapWatched } from '../../domain/watched';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { ChainMenu } from './ChainMenu';
import { PauseManyDialog } from './PauseManyDialog';
import { SwitchTools } from './SwitchTools';
import { triggerColumns } from './trigger-columns';
import {
  foundTriggerRowsOf,
  managedRowsOf,
  matchesRow,
  namespaceOfRow,
  rowKeyOf,
} from './trigger-row';
import type { TriggerRow } from './trigger-row';
import { TriggerMenu } from './TriggerMenu';
import { useTriggerActions } from './use-trigger-actions';
import { useTriggerSelection } from './use-trigger-selection';
import { useTriggerHealth } from '../../cluster/use-trigger-health';

const NoMatch = () => {
  const t = useT();
  return (
    <EmptyResult
      isFiltered
      title={t('No image triggers match')}
      body={t('Change or clear the filters above the list.')}
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

const filtersOf = (t: Translate): TableFilter[] => [
  { name: 'search', label: t('Name'), hint: t('Search triggers') },
  {
    name: 'origin',
    label: t('Origin'),
    choices: [
      { value: 'managed', title: t('Managed') },
      { value: 'found', title: t('Found, not managed') },
    ],
  },
];

const noRows: readonly TriggerRow[] = [];

/** The image triggers of a project or of all, and the chains that were found beside them. */
const TriggersPage = () => {
  const t = useT();
  const query = useQuery();
  const { ns: namespace } = useParams();
  const history = useAllHistory(namespace);
  const missing = useMissingApis();
  const projects = useProjectsInstead(history, namespace);
  const healthOf = useTriggerHealth(namespace);
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  const allowed = namespace === undefined ? undefined : mayCreate;
  const triggers = history.state === 'loaded' ? history.data.triggers : undefined;
  const { start, dialog } = useTriggerActions(triggers);
  const menuOf = useCallback(
    (row: TriggerRow) =>
      row.origin === 'managed' ? (
        <TriggerMenu isKebab trigger={row.trigger} start={start} />
      ) : (
        <ChainMenu
          chain={row.chain}
          takenBy={triggers?.find((one) => takesOver(one, row.chain))}
          namespace={namespace}
        />
      ),
    [start, namespace, triggers],
  );
  const columns = useMemo(() => triggerColumns(t, menuOf), [t, menuOf]);
  // In a project, its own name says nothing; triggers of other projects may be bound to its streams.
  const local = useMemo(() => columns.filter(({ id }) => id !== 'namespace'), [columns]);
  // Where there are several, their names take the room of the recent results.
  const across = useMemo(() => columns.filter(({ id }) => id !== 'recent'), [columns]);
  const rows = useMemo(
    () =>
      mapWatched(history, (data): TriggerRow[] => [
        ...managedRowsOf(data.triggers, data.rows, healthOf),
        ...foundTriggerRowsOf(data.found.chains, data.found.rows),
      ]),
    [history, healthOf],
  );
  const all = rows.state === 'loaded' ? rows.data : noRows;
  const [search, origin] = [query.get('search'), query.get('origin')];
  const shown = useMemo(
    () => all.filter((row) => matchesRow(row, { search, origin })),
    [all, search, origin],
  );
  const selection = useTriggerSelection(shown);
  const many = usePauseMany();
  // What opened the dialog goes with what it has done.
  useHeadingFocus(many.times);
  const title = t('Image triggers');
  const table = (
    <DataTable<TriggerRow>
      label={title}
      columns={all.some((row) => namespaceOfRow(row) !== namespace) ? across : local}
      rows={rows.state === 'loaded' ? shown : undefined}
      rowKey={rowKeyOf}
      defaultSort="name"
      filters={filtersOf(t)}
      tools={<SwitchTools selection={selection} start={many.start} />}
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
        {history.state === 'loaded' && (
          <>
            <HistoryNotices {...history.data} />
            <FoundNotices unread={history.data.found.unread} />
          </>
        )}
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        <WatchedContent
          watched={rows}
          hint={<ProjectsInstead projects={projects} pathOf={triggersPath} />}
          meanwhile={table}
        >
          {({ length }) =>
            length === 0 ? <NoTriggers namespace={namespace} allowed={allowed} /> : table
          }
        </WatchedContent>
      </ListPageBody>
      {dialog}
      {many.current && <PauseManyDialog current={many.current} namespace={namespace} />}
    </>
  );
};

export default TriggersPage;
