import { isClusterImages } from '../../../domain/push';
import { Alert, Content, Stack, StackItem } from '@patternfly/react-core';
import { Announcement } from '../../../components/Announcement';
import type { AccessQuestion } from '../../../domain/access';
import type { ApplyReport, ApplyState } from '../../../domain/apply/transaction';
import type { CompleteDraft } from '../../../domain/draft';
import type { RelayLoad } from '../../../domain/relay-capacity';
import { tagRuleInFull } from '../../../i18n/form-text';
import { policyHelpText } from '../../../i18n/policy-text';
import { useT } from '../../../i18n/use-t';
import type { Translate } from '../../../i18n/use-t';
import { ExportPart } from './ExportPart';
import { PlannedObjects } from './PlannedObjects';
import { PlannedResources } from './PlannedResources';
import { ReviewFindings } from './ReviewFindings';
import type { Creation } from './use-creation';
import type { Exporting } from './use-trigger-export';

const Summary = ({ draft }: { readonly draft: CompleteDraft }) => {
  const t = useT();
  const { stream, rule, policy, pipeline, namespace } = draft;
  const tags = tagRuleInFull(t, rule, stream);
  return (
    <Content component="p">
      {isClusterImages(stream)
        ? t(
            'Images that are new to the cluster will run Pipeline {{pipeline}} in project {{project}}. Repositories: {{tags}}. Images that are there already will not run.',
            { tags, pipeline, project: namespace },
          )
        : t(
            'Pushes to ImageStream {{stream}} in project {{streams}} will run Pipeline {{pipeline}} in project {{project}}. Tags: {{tags}}. Images that are there already will not run.',
            { stream: stream.name, streams: stream.namespace, tags, pipeline, project: namespace },
          )}{' '}
      {!isClusterImages(stream) && policyHelpText[policy](t)}
    </Content>
  );
};

const written: ReadonlySet<ApplyState> = new Set(['kept', 'created', 'active']);

/** How far it is, for those who do not see the objects' labels change. */
const progressText = (t: Translate, creation: Creation, states: readonly ApplyState[]): string => {
  if (creation.step === 'rehearsing') return t('Checking');
  if (creation.step === 'rehearsed' && creation.rehearsal.outcome === 'ready')
    return t('The API server agrees to every object.');
  if (creation.step === 'writing')
    return t('{{written}} of {{all}} objects are there', {
      written: states.filter((state) => written.has(state)).length,
      all: states.length,
    });
  return '';
};

export interface ReviewStepProps {
  readonly draft: CompleteDraft;
  readonly creation: Creation;
  readonly report: ApplyReport | undefined;
  readonly denied: readonly AccessQuestion[] | undefined;
  /** Of the listener with this trigger, where it is too high. */
  readonly overload: RelayLoad | undefined;
  readonly exporting: Exporting;
}

/** Last step: everything that will be written, checked by the API server, then being written. */
export const ReviewStep = (props: ReviewStepProps) => {
  const { draft, creation, report, denied, overload, exporting } = props;
  const t = useT();
  const { rehearsal } = creation.step === 'rehearsed' ? creation : { rehearsal: undefined };
  const plan = rehearsal?.outcome === 'ready' ? rehearsal.plan : (report?.plan ?? []);
  const states = report?.states ?? [];
  return (
    <Stack hasGutter>
      <ReviewFindings creation={creation} denied={denied} overload={overload} />
      <StackItem>
        <Announcement text={progressText(t, creation, states)} />
        <Summary draft={draft} />
      </StackItem>
      {draft.takesOver && (
        <StackItem>
          <Alert
            component="h2"
            isInline
            variant="warning"
            title={t('Until you remove chain {{name}}, a push runs twice', {
              name: draft.takesOver.name,
            })}
          >
            {t(
              'The chain and the trigger both run it. The page of the trigger offers to remove the old parts as soon as the trigger has run a push.',
            )}
          </Alert>
        </StackItem>
      )}
      <ExportPart exporting={exporting} place="first" />
      <StackItem>
        <Alert
          component="h2"
          isInline
          isPlain
          variant="info"
          title={
            isClusterImages(draft.stream)
              ? t(
                  'Whoever may push to any project starts this Pipeline with the rights of its service account in project {{project}}.',
                  { project: draft.namespace },
                )
              : t(
                  'Whoever may push to project {{streams}} starts this Pipeline with the rights of its service account in project {{project}}.',
                  { streams: draft.stream.namespace, project: draft.namespace },
                )
          }
        />
      </StackItem>
      <PlannedObjects plan={plan} states={states}>
        <PlannedResources
          title={t('This trigger')}
          plan={plan}
          states={states}
          includes={({ part }) => part !== 'shared'}
        />
      </PlannedObjects>
      <ExportPart exporting={exporting} place="last" />
    </Stack>
  );
};
