import { useMemo } from 'react';
import { Alert, Content, Stack, StackItem } from '@patternfly/react-core';
import { Announcement } from '../../../components/Announcement';
import { DeniedAlert } from '../../../components/DeniedAlert';
import { Refusal } from '../../../components/Refusal';
import type { AccessQuestion } from '../../../domain/access';
import { writeKey } from '../../../domain/apply/perform';
import type { CompleteDraft } from '../../../domain/draft';
import { plansTogether } from '../../../domain/plan';
import type { RelayLoad } from '../../../domain/relay-capacity';
import { tagRuleInFull } from '../../../i18n/form-text';
import { policyHelpText } from '../../../i18n/policy-text';
import { useT } from '../../../i18n/use-t';
import { ExportPart } from './ExportPart';
import { FailedStep } from './FailedStep';
import { ManyTable } from './ManyTable';
import { PlannedObjects } from './PlannedObjects';
import { KeptAlert, OverloadAlert } from './ReviewFindings';
import { failuresOf, planOf, reportOf, statesOf } from './creation-item';
import type { ManyCreation } from './use-many-creation';
import type { Exporting } from './use-trigger-export';

/** Names of projects, each once. */
const projectsOf = (drafts: readonly CompleteDraft[]): string =>
  [...new Set(drafts.map(({ stream }) => stream.namespace))].join(', ');

/** What the triggers will do, which differ in their ImageStreams only. */
const Summary = ({ drafts }: { readonly drafts: readonly CompleteDraft[] }) => {
  const t = useT();
  const [first] = drafts;
  if (!first) return null;
  const { rule, policy, pipeline, namespace } = first;
  const tags = tagRuleInFull(t, rule);
  return (
    <>
      <Content component="p">
        {t(
          'Pushes to {{count}} ImageStreams will run Pipeline {{pipeline}} in project {{project}}, by an image trigger for each. Tags: {{tags}}.',
          { count: drafts.length, tags, pipeline, project: namespace },
        )}{' '}
        {t(
          'No run starts now: images that are there already will not run. ImageStreams that are created later get no image trigger.',
        )}{' '}
        {policyHelpText[policy](t)}
      </Content>
      <Alert
        component="h2"
        isInline
        isPlain
        variant="info"
        title={t(
          'Whoever may push to these projects starts this Pipeline with the rights of its service account in project {{project}}: {{streams}}',
          { streams: projectsOf(drafts), project: namespace },
        )}
      />
    </>
  );
};

export interface ReviewManyProps {
  readonly drafts: readonly CompleteDraft[];
  readonly creation: ManyCreation;
  /** Undefined until it is known. */
  readonly denied: readonly AccessQuestion[] | undefined;
  /** Of the listener with all of the triggers, where it is too high. */
  readonly overload: RelayLoad | undefined;
  readonly exporting: Exporting;
}

/** What keeps triggers from being created, or what came of the attempt, as items of a stack. */
const Findings = ({ drafts, creation, denied = [], overload }: ReviewManyProps) => {
  const t = useT();
  const { phase, items } = creation;
  const failures = failuresOf(items);
  const common = failures.filter(({ count }) => count > 1);
  const isDone = phase === 'over' || phase === 'running';
  const refused = failures.reduce((sum, { count }) => sum + count, 0);
  const kept = new Map(
    items.flatMap(({ rehearsed }) =>
      rehearsed?.rehearsal.outcome === 'ready'
        ? rehearsed.rehearsal.kept.map((one) => [writeKey(one), one] as const)
        : [],
    ),
  );
  return (
    <>
      {denied.length > 0 && (
        <StackItem>
          <DeniedAlert
            title={t('You do not have permission to create all of these image triggers')}
            denied={denied}
          />
        </StackItem>
      )}
      {phase !== 'running' &&
        common.map(({ key, failure, count }) => (
          <StackItem key={key}>
            <FailedStep failure={failure} />
            <Content component="small">
              {t('This concerns {{count}} of the image triggers.', { count })}
            </Content>
          </StackItem>
        ))}
      {phase === 'over' && refused > 0 && common.length === 0 && (
        <StackItem>
          <Refusal>
            <Alert
              component="h2"
              isInline
              variant="warning"
              title={t(
                '{{count}} image triggers were not created: the reason stands in their rows',
                {
                  count: refused,
                },
              )}
            >
              {t(
                'What was not created has left nothing active. What was created is whole, and stays.',
              )}
            </Alert>
          </Refusal>
        </StackItem>
      )}
      {phase === 'checked' && refused > 0 && common.length === 0 && (
        <StackItem>
          <Alert
            component="h2"
            isInline
            variant="warning"
            title={t(
              '{{count}} image triggers cannot be created: the reason stands in their rows',
              {
                count: refused,
              },
            )}
          />
        </StackItem>
      )}
      {overload && !isDone && (
        <StackItem>
          <OverloadAlert load={overload} count={drafts.length} />
        </StackItem>
      )}
      {kept.size > 0 && !isDone && (
        <StackItem>
          <KeptAlert kept={[...kept.values()]} />
        </StackItem>
      )}
    </>
  );
};

/** How far it is, for those who do not see the labels of the rows change. */
const Progress = ({ creation: { phase, items } }: Pick<ReviewManyProps, 'creation'>) => {
  const t = useT();
  const count = items.length;
  const countOf = (state: 'created' | 'refused'): number =>
    items.filter(({ progress }) => progress?.state === state).length;
  const created = countOf('created');
  const done = t('{{created}} of {{count}} image triggers are created.', { created, count });
  const texts: Record<ManyCreation['phase'], string> = {
    checking: t('Checking'),
    checked: t('The check is over.'),
    running: done,
    over: done,
  };
  return (
    <>
      <Announcement text={texts[phase]} />
      {phase === 'running' && (
        <Content component="p">
          {done}{' '}
          {t(
            'This goes on as long as this step is open. Who leaves it begins no more: those that have begun come to their end, and the others are not created.',
          )}
        </Content>
      )}
      {phase === 'over' && <Content component="p">{done}</Content>}
    </>
  );
};

const nothing: readonly AccessQuestion[] = [];

/** Last step for many triggers: everything that will be written, and how far it is. */
export const ReviewManyStep = (props: ReviewManyProps) => {
  const { drafts, creation, denied = nothing, exporting } = props;
  const { phase, outcomes, items } = creation;
  const saidAbove = failuresOf(items).flatMap(({ key, count }) => (count > 1 ? key : []));
  const plan = useMemo(() => plansTogether([...outcomes.values()].map(planOf)), [outcomes]);
  const states = statesOf(
    plan,
    items.flatMap((item) => reportOf(item) ?? []),
  );
  return (
    <Stack hasGutter>
      <Findings {...props} />
      <StackItem>
        <Progress creation={creation} />
        {phase !== 'running' && phase !== 'over' && <Summary drafts={drafts} />}
      </StackItem>
      <ExportPart exporting={exporting} place="first" />
      <PlannedObjects plan={plan} states={states}>
        <ManyTable items={items} denied={denied} saidAbove={saidAbove.join(' ')} />
      </PlannedObjects>
      <ExportPart exporting={exporting} place="last" />
    </Stack>
  );
};
