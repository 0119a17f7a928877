import {
  Alert,
  Breadcrumb,
  BreadcrumbItem,
  Button,
  Content,
  Flex,
  FlexItem,
  Grid,
  GridItem,
  PageBreadcrumb,
  PageSection,
  Split,
  SplitItem,
  Stack,
  Title,
} from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { Announcement } from '../../components/Announcement';
import { ArchiveNotice } from '../../components/ArchiveNotice';
import { FoundNotices } from '../../components/FoundNotices';
import { HistoryNotices } from '../../components/HistoryNotices';
import { MissingApis } from '../../components/MissingApis';
import { PageTitle } from '../../components/PageTitle';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import { ReplayDialog } from '../../components/ReplayDialog';
import { RowStatus } from '../../components/RowStatus';
import { Sections } from '../../components/Sections';
import { WatchedContent } from '../../components/WatchedContent';
import { useHeadingFocus } from '../../components/focus-heading';
import { historyPath } from '../../components/paths';
import { evidenceOf } from '../../components/row-evidence';
import { useArchives } from '../../cluster/archive/use-archives';
import { useAllHistory } from '../../cluster/use-all-history';
import type { AllHistory } from '../../cluster/use-all-history';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { useReplay } from '../../cluster/use-replay';
import { isFoundRow } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import type { HistoryRow } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { pushIdOf } from '../../domain/push-id';
import type { PushId } from '../../domain/push-id';
import { lastRunOf } from '../../domain/push-runs';
import { pushStatusText } from '../../i18n/status-text';
import { useT } from '../../i18n/use-t';
import { EarlierRuns } from './EarlierRuns';
import { HopSteps } from './HopSteps';
import { NoSuchPush } from './NoSuchPush';
import { PushFacts } from './PushFacts';
import { RelatedPushes } from './RelatedPushes';
import { RunSection } from './RunSection';

const triggerOf = (row: AnyRow, triggers: readonly ImageTrigger[]): ImageTrigger | undefined =>
  isFoundRow(row) ? undefined : triggers.find((one) => triggerKey(one) === triggerKey(row.trigger));

/** Why nobody knows whether a push has run, where that is so. */
const ArchivePart = ({
  archive,
  row,
}: {
  readonly archive: AllHistory['archive'];
  readonly row: HistoryRow;
}) => {
  const archives = useArchives();
  return (
    row.status === 'unknown' &&
    !row.run && (
      <FlexItem>
        <ArchiveNotice archive={archive} rows={[row]} onRetry={archives.retry} />
      </FlexItem>
    )
  );
};

const PushBody = ({
  row,
  history,
  namespace,
}: {
  readonly row: AnyRow;
  readonly history: AllHistory;
  readonly namespace: string;
}) => {
  const t = useT();
  const trigger = triggerOf(row, history.triggers);
  const unreadable = history.unreadable.filter((one) => one.namespace === row.stream?.namespace);
  return (
    <Sections>
      <FlexItem>
        <Content component="p">{evidenceOf(t, row).join(' ')}</Content>
      </FlexItem>
      {unreadable.length > 0 && (
        <FlexItem>
          <HistoryNotices unreadable={unreadable} complete />
        </FlexItem>
      )}
      {!isFoundRow(row) && <ArchivePart archive={history.archive} row={row} />}
      {!trigger && !isFoundRow(row) && (
        <FlexItem>
          <Alert
            component="h2"
            isInline
            variant="info"
            title={t('The image trigger {{name}} does not exist any more', {
              name: row.trigger.name,
            })}
          >
            {t('What it ran stays on record.')}
          </Alert>
        </FlexItem>
      )}
      <FlexItem>
        <Grid hasGutter>
          <GridItem lg={7}>
            <Stack hasGutter>
              <Title headingLevel="h2">{t('What happened')}</Title>
              <HopSteps
                row={row}
                trigger={trigger}
                isLedgerKnown={row.stream !== undefined && history.isKnown(row.stream.namespace)}
              />
            </Stack>
          </GridItem>
          <GridItem lg={5}>
            <Stack hasGutter>
              <Title headingLevel="h2">{t('Push')}</Title>
              <PushFacts row={row} trigger={trigger} />
            </Stack>
          </GridItem>
        </Grid>
      </FlexItem>
      {!isFoundRow(row) && row.earlierRuns.length > 0 && (
        <FlexItem>
          <EarlierRuns runs={row.earlierRuns} />
        </FlexItem>
      )}
      {row.run && (
        <FlexItem>
          <RunSection id={row.run} isArchived={!isFoundRow(row) && row.run.isArchived} />
        </FlexItem>
      )}
      <RelatedPushes
        row={row}
        rows={[...history.rows, ...history.found.rows].sort((a, b) =>
          b.created.localeCompare(a.created),
        )}
        namespace={namespace}
      />
    </Sections>
  );
};

const Heading = ({
  name,
  row,
  onReplay,
}: {
  readonly name: string;
  /** Undefined until it is known, or where there is no such push. */
  readonly row: AnyRow | undefined;
  /** Absent where the push cannot be run by hand. */
  readonly onReplay: (() => void) | undefined;
}) => {
  const t = useT();
  const isAgain = row !== undefined && (isFoundRow(row) || lastRunOf(row) !== undefined);
  return (
    <Split hasGutter>
      <SplitItem isFilled>
        <Flex alignItems={{ default: 'alignItemsCenter' }}>
          <Title headingLevel="h1">{name}</Title>
          {row && <RowStatus row={row} />}
        </Flex>
        <Announcement text={row ? pushStatusText[row.status].title(t) : ''} />
      </SplitItem>
      {onReplay && (
        <SplitItem>
          <Button variant={isAgain ? 'secondary' : 'primary'} onClick={onReplay}>
            {isAgain ? t('Run again') : t('Run now')}
          </Button>
        </SplitItem>
      )}
    </Split>
  );
};

const rowOf = ({ rows, found }: AllHistory, id: PushId): AnyRow | undefined =>
  [...rows, ...found.rows].find((row) => {
    const { namespace, name } = pushIdOf(row);
    return name === id.name && namespace === id.namespace;
  });

/** One push: how far it came, by what evidence, and what stands around it. */
const PushPage = () => {
  const t = useT();
  const { ns: namespace = '', push: name = '' } = useParams();
  const history = useAllHistory(namespace);
  const missing = useMissingApis();
  const projects = useProjectsInstead(history, namespace);
  const data = history.state === 'loaded' ? history.data : undefined;
  const row = data && rowOf(data, { namespace, name });
  const replay = useReplay(data?.triggers);
  useHeadingFocus(replay.created);
  return (
    <>
      <PageTitle>{t('{{name}} · Push', { name })}</PageTitle>
      <PageBreadcrumb>
        <Breadcrumb>
          <BreadcrumbItem>
            <Link to={historyPath(namespace)}>{t('Image trigger history')}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{t('Push details')}</BreadcrumbItem>
        </Breadcrumb>
      </PageBreadcrumb>
      <PageSection hasBodyWrapper={false}>
        <Heading
          name={name}
          row={row}
          onReplay={row && !isFoundRow(row) ? replay.starterOf(row) : undefined}
        />
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        <WatchedContent
          watched={history}
          hint={<ProjectsInstead projects={projects} pathOf={historyPath} />}
        >
          {(all) => (
            <>
              <FoundNotices unread={all.found.unread} />
              {row ? (
                <PushBody row={row} history={all} namespace={namespace} />
              ) : (
                <NoSuchPush namespace={namespace} name={name} />
              )}
            </>
          )}
        </WatchedContent>
      </PageSection>
      {replay.current && <ReplayDialog {...replay.current} />}
    </>
  );
};

export default PushPage;
