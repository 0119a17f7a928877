import { PageSection, Split, SplitItem, Stack, StackItem, Title } from '@patternfly/react-core';
import { CreateTriggerButton } from '../../components/CreateTriggerButton';
import { EmptyResult } from '../../components/EmptyResult';
import { HistoryNotices } from '../../components/HistoryNotices';
import { HistoryTable } from '../../components/HistoryTable';
import { MissingApis } from '../../components/MissingApis';
import { ReplayDialog } from '../../components/ReplayDialog';
import { WatchedContent } from '../../components/WatchedContent';
import { historyPath } from '../../components/paths';
import type { FormStart, HistoryFilter } from '../../components/paths';
import { useQuery } from '../../components/use-query';
import { useMay } from '../../cluster/use-access';
import { useHistory } from '../../cluster/use-history';
import type { History } from '../../cluster/use-history';
import { useMissingApis } from '../../cluster/use-prerequisites';
import { useReplay } from '../../cluster/use-replay';
import { useTriggerHealth } from '../../cluster/use-trigger-health';
import { quietStatuses } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { groupings } from '../../domain/push-groups';
import type { Grouping } from '../../domain/push-groups';
import { streamKey } from '../../domain/push';
import { pipelineKey } from '../../domain/validation';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { BoundTriggers } from './BoundTriggers';
import type { OtherEnd } from './BoundTriggers';

export interface TriggersTabProps {
  /** Of the object whose page it is. */
  readonly namespace: string;
  /** What a new trigger begins with. */
  readonly start: FormStart;
  /** The end of the triggers that the page is not about. */
  readonly end: OtherEnd;
  readonly concerns: (trigger: ImageTrigger) => boolean;
}

const hiddenColumns: Readonly<Record<OtherEnd, readonly string[]>> = {
  pipeline: ['stream'],
  stream: [],
};

const groupingsOf: Readonly<Record<OtherEnd, readonly Grouping[]>> = {
  pipeline: groupings.filter((grouping) => grouping !== 'stream'),
  stream: groupings,
};

/** What narrows the history to the object whose page it is. */
const filterOf = ({ namespace, start: { stream, pipeline } }: TriggersTabProps): HistoryFilter => ({
  ...(stream && { stream: streamKey(stream) }),
  ...(pipeline !== undefined && { pipeline: pipelineKey({ namespace, name: pipeline }) }),
});

const NoTriggers = ({ namespace, start, end }: Omit<TriggersTabProps, 'concerns'>) => {
  const t = useT();
  const allowed = useMay({ kind: triggerKind, verb: 'create', namespace });
  return (
    <EmptyResult
      title={t('No image triggers')}
      body={
        end === 'pipeline'
          ? t('No Pipeline runs when an image is pushed to this ImageStream.')
          : t('No ImageStream starts this Pipeline when an image is pushed to it.')
      }
    >
      <CreateTriggerButton namespace={namespace} start={start} allowed={allowed} />
    </EmptyResult>
  );
};

const TabBody = ({ history, ...props }: TriggersTabProps & { readonly history: History }) => {
  const t = useT();
  const { namespace, end, concerns } = props;
  const healthOf = useTriggerHealth(namespace);
  const replay = useReplay(history.triggers);
  const quiet = useQuery().get('quiet') === 'yes';
  const triggers = history.triggers.filter(concerns);
  const own = new Set(triggers.map(triggerKey));
  const rows = history.rows.filter(
    ({ trigger, status }) => own.has(triggerKey(trigger)) && (quiet || !quietStatuses.has(status)),
  );
  return (
    <Stack hasGutter>
      <HistoryNotices unreadable={history.unreadable} complete={history.complete} />
      {triggers.length === 0 ? (
        <NoTriggers {...props} />
      ) : (
        <>
          <StackItem>
            <BoundTriggers triggers={triggers} end={end} healthOf={healthOf} />
          </StackItem>
          <StackItem>
            <Title headingLevel="h3">{t('Pushes and runs')}</Title>
          </StackItem>
          <StackItem>
            <HistoryTable
              rows={rows}
              hidden={hiddenColumns[end]}
              groupings={groupingsOf[end]}
              pathOf={(filter) =>
                historyPath(namespace, {
                  ...filterOf(props),
                  ...(quiet && { quiet: 'yes' }),
                  ...filter,
                })
              }
              replayOf={replay.starterOf}
              empty={
                <EmptyResult
                  title={t('No pushes yet')}
                  body={t(
                    'Push an image to the ImageStream: it appears here at once, with its run.',
                  )}
                />
              }
            />
          </StackItem>
        </>
      )}
      {replay.current && <ReplayDialog {...replay.current} />}
    </Stack>
  );
};

/** The image triggers of an object on its own page in the console, with their pushes and runs. */
export const TriggersTab = (props: TriggersTabProps) => {
  const t = useT();
  const { namespace, start } = props;
  const history = useHistory(namespace);
  const missing = useMissingApis();
  const allowed = useMay({ kind: triggerKind, verb: 'create', namespace });
  const hasTriggers = history.state === 'loaded' && history.data.triggers.some(props.concerns);
  return (
    <PageSection hasBodyWrapper={false}>
      <Stack hasGutter>
        <Split hasGutter>
          <SplitItem isFilled>
            <Title headingLevel="h2">{t('Image triggers')}</Title>
          </SplitItem>
          {hasTriggers && (
            <SplitItem>
              <CreateTriggerButton namespace={namespace} start={start} allowed={allowed} />
            </SplitItem>
          )}
        </Split>
        {history.state !== 'failed' && <MissingApis missing={missing} />}
        <StackItem>
          <WatchedContent watched={history}>
            {(data) => <TabBody {...props} history={data} />}
          </WatchedContent>
        </StackItem>
      </Stack>
    </PageSection>
  );
};
