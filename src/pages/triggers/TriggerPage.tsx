import {
  Breadcrumb,
  BreadcrumbItem,
  Flex,
  FlexItem,
  PageBreadcrumb,
  PageSection,
  Split,
  SplitItem,
  Stack,
  StackItem,
  Title,
} from '@patternfly/react-core';
import { Link, useNavigate, useParams } from 'react-router';
import { EmptyResult } from '../../components/EmptyResult';
import { HealthLabel } from '../../components/HealthLabel';
import { HistoryNotices } from '../../components/HistoryNotices';
import { HistoryTable } from '../../components/HistoryTable';
import type { ReplayOf } from '../../components/history-columns';
import { PageTitle } from '../../components/PageTitle';
import { MissingApis } from '../../components/MissingApis';
import { NoSuchTrigger } from '../../components/NoSuchTrigger';
import { ProjectsInstead } from '../../components/ProjectsInstead';
import { ReplayDialog } from '../../components/ReplayDialog';
import { Sections } from '../../components/Sections';
import { WatchedContent } from '../../components/WatchedContent';
import { useHeadingFocus } from '../../components/focus-heading';
import { historyPath, triggersPath } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useHistory } from '../../cluster/use-history';
import type { History } from '../../cluster/use-history';
import { useInterceptor } from '../../cluster/use-interceptor';
import { useMissingApis, usePrerequisites } from '../../cluster/use-prerequisites';
import { useProjectsInstead } from '../../cluster/use-projects';
import { useRefusal } from '../../cluster/use-refusal';
import { useReplay } from '../../cluster/use-replay';
import { useSharedComparison } from '../../cluster/use-shared-objects';
import { useTriggerHealth } from '../../cluster/use-trigger-health';
import { quietStatuses } from '../../domain/history';
import type { Health } from '../../domain/health';
import type { ImageTrigger } from '../../domain/image-trigger';
import { runOfTemplate, triggerKey } from '../../domain/image-trigger';
import { unmetOf } from '../../domain/prerequisites';
import type { Prerequisite } from '../../domain/prerequisites';
import type { Grouping } from '../../domain/push-groups';
import { sharersOf } from '../../domain/relay-status';
import { chainOf, newestTelling, streamStateOf } from '../../domain/trigger-chain';
import { useT } from '../../i18n/use-t';
import { BuilderNotices } from './BuilderNotices';
import { ChainSection } from './ChainSection';
import { GitOpsOfTrigger } from './GitOpsOfTrigger';
import { LatencyCard } from './LatencyCard';
import { TakeOverSection } from './TakeOverSection';
import { TriggerDetails } from './TriggerDetails';
import { TriggerMenu } from './TriggerMenu';
import { useTriggerActions } from './use-trigger-actions';
import type { TriggerActions } from './use-trigger-actions';

const hiddenColumns = ['trigger', 'stream'];

const groupings: readonly Grouping[] = ['digest'];

const Heading = ({
  name,
  trigger,
  health,
  start,
}: {
  readonly name: string;
  /** undefined until it is known, or where it does not exist. */
  readonly trigger: ImageTrigger | undefined;
  readonly health: Health | undefined;
  readonly start: TriggerActions['start'];
}) => (
  <Split hasGutter>
    <SplitItem isFilled>
      <Flex alignItems={{ default: 'alignItemsCenter' }}>
        <Title headingLevel="h1">{name}</Title>
        {health && <HealthLabel health={health} />}
      </Flex>
    </SplitItem>
    {trigger && (
      <SplitItem>
        <TriggerMenu trigger={trigger} start={start} />
      </SplitItem>
    )}
  </Split>
);

const TriggerBody = ({
  history,
  trigger,
  health,
  unmet,
  replayOf,
  start,
  repairs,
}: {
  readonly history: History;
  readonly trigger: ImageTrigger;
  readonly health: Health | undefined;
  /** The prerequisites that certainly are not met. */
  readonly unmet: readonly Prerequisite[];
  readonly replayOf: ReplayOf;
} & Pick<TriggerActions, 'start' | 'repairs'>) => {
  const t = useT();
  const key = triggerKey(trigger);
  const own = history.rows.filter((row) => triggerKey(row.trigger) === key);
  const interceptor = useInterceptor();
  const shared = useSharedComparison(trigger, repairs);
  const refusal = useRefusal(trigger, newestTelling(own));
  const chain = chainOf({
    trigger,
    health,
    rows: own,
    stream: streamStateOf(history, trigger),
    failingImports: history.failingImports,
    interceptor,
    unmet,
    refusal,
  });
  const quiet = useQuery().get('quiet') === 'yes';
  const unreadable = history.unreadable.filter(
    (one) => one.namespace === trigger.binding?.stream.namespace,
  );
  return (
    <Sections>
      <FlexItem>
        <Stack hasGutter>
          {unreadable.length > 0 && (
            <StackItem>
              <HistoryNotices unreadable={unreadable} complete />
            </StackItem>
          )}
          <TakeOverSection trigger={trigger} rows={own} replayOf={replayOf} start={start} />
          <StackItem>
            <ChainSection
              trigger={trigger}
              chain={chain}
              sharedBy={sharersOf(trigger, history.triggers)}
              start={start}
            />
          </StackItem>
          <GitOpsOfTrigger trigger={trigger} shared={shared?.found} />
          <BuilderNotices trigger={trigger} shared={shared} start={start} />
        </Stack>
      </FlexItem>
      <FlexItem>
        <Stack hasGutter>
          <Title headingLevel="h2">{t('Image trigger details')}</Title>
          <TriggerDetails trigger={trigger} />
        </Stack>
      </FlexItem>
      <FlexItem>
        <LatencyCard rows={own} />
      </FlexItem>
      <FlexItem>
        <Stack hasGutter>
          <Title headingLevel="h2">{t('Pushes and runs')}</Title>
          <HistoryTable
            rows={quiet ? own : own.filter(({ status }) => !quietStatuses.has(status))}
            hidden={hiddenColumns}
            groupings={groupings}
            pathOf={(filter) =>
              historyPath(trigger.namespace, {
                trigger: key,
                ...(quiet && { quiet: 'yes' }),
                ...filter,
              })
            }
            replayOf={replayOf}
            empty={
              <EmptyResult
                title={t('No pushes yet')}
                body={t('Push an image: it appears here at once, with its run.')}
              />
            }
          />
        </Stack>
      </FlexItem>
    </Sections>
  );
};

/** One image trigger: what it binds, how it is, and its pushes and runs. */
const TriggerPage = () => {
  const t = useT();
  const { ns: namespace = '', name = '' } = useParams();
  const navigate = useNavigate();
  const history = useHistory(namespace);
  const missing = useMissingApis();
  const prerequisites = usePrerequisites();
  const unmet = prerequisites.state === 'loaded' ? unmetOf(prerequisites.data) : [];
  const projects = useProjectsInstead(history, namespace);
  const triggers = history.state === 'loaded' ? history.data.triggers : undefined;
  const trigger = triggers?.find((one) => one.namespace === namespace && one.name === name);
  const account = runOfTemplate(trigger?.objects.template)?.spec?.taskRunTemplate;
  const healthOf = useTriggerHealth(namespace, account?.serviceAccountName && namespace);
  const health = trigger && healthOf(trigger);
  // Not in the body: that goes with the trigger, and the dialog may have more to say then.
  const { start, dialog, repairs } = useTriggerActions(
    triggers,
    () => void navigate(triggersPath(namespace)),
  );
  const replay = useReplay(triggers);
  useHeadingFocus(replay.created);
  return (
    <>
      <PageTitle>{t('{{name}} · Image trigger', { name })}</PageTitle>
      <PageBreadcrumb>
        <Breadcrumb>
          <BreadcrumbItem>
            <Link to={triggersPath(namespace)}>{t('Image triggers')}</Link>
          </BreadcrumbItem>
          <BreadcrumbItem isActive>{t('Image trigger details')}</BreadcrumbItem>
        </Breadcrumb>
      </PageBreadcrumb>
      <PageSection hasBodyWrapper={false}>
        <Heading name={name} trigger={trigger} health={health} start={start} />
        {/* Of a trigger that is there, its chain says where that breaks it. */}
        {history.state !== 'failed' && !trigger && <MissingApis missing={missing} />}
        <WatchedContent
          watched={history}
          hint={<ProjectsInstead projects={projects} pathOf={triggersPath} />}
        >
          {(data) =>
            trigger ? (
              <TriggerBody
                history={data}
                trigger={trigger}
                health={health}
                unmet={unmet}
                replayOf={replay.starterOf}
                start={start}
                repairs={repairs}
              />
            ) : (
              <NoSuchTrigger namespace={namespace} name={name} />
            )
          }
        </WatchedContent>
      </PageSection>
      {dialog}
      {replay.current && <ReplayDialog {...replay.current} />}
    </>
  );
};

export default TriggerPage;
