import { Alert, DescriptionList, Stack, StackItem } from '@patternfly/react-core';
import type { HistoryRow } from '../domain/history';
import type { RunManifest } from '../domain/replay';
import type { ReplayPlan } from '../domain/replay-push';
import type { Run } from '../domain/run';
import { replayCautionText, replayProblemText } from '../i18n/replay-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { Fact } from './Fact';
import { KindLink } from './KindLink';
import { ProblemAlert } from './ProblemState';
import { Refusal, RefusalAlert } from './Refusal';

const RunFacts = ({ run: { metadata, spec } }: { readonly run: RunManifest }) => {
  const t = useT();
  return (
    <DescriptionList isCompact isHorizontal>
      <Fact term={t('PipelineRun')}>{metadata.name}</Fact>
      {(spec?.params ?? []).map(({ name, value }) => (
        <Fact key={name} term={t('Parameter {{name}}', { name })}>
          {typeof value === 'string' ? value : JSON.stringify(value)}
        </Fact>
      ))}
    </DescriptionList>
  );
};

const onceText = (t: Translate): string =>
  t(
    'It is the PipelineRun that the listener would have made, with its name: as long as it exists, nobody can create it again.',
  );

const sendText = (t: Translate): string =>
  t(
    'Or send the event of this push to the listener once more, through the whole chain: the listener then makes the PipelineRun, and every other image trigger that missed the push runs it, too.',
  );

const againText = (t: Translate, { name }: Run): string =>
  t(
    'It is one more PipelineRun of the same push, with the Pipeline and the parameters as they are now. The push then counts as what this run says; {{name}} stays on record.',
    { name },
  );

const imageAgainText = (t: Translate, { name }: Run): string =>
  t(
    'Each image runs once, and {{name}} is the PipelineRun of this one. This is one more, of this push, with the Pipeline and the parameters as they are now.',
    { name },
  );

const makingText = (t: Translate, { run, imageRuns }: HistoryRow): string => {
  if (run) return againText(t, run);
  const last = imageRuns.at(-1);
  return last ? imageAgainText(t, last) : onceText(t);
};

/** What would come of running a push, or why it cannot be run. */
export const ReplayVerdict = ({
  plan,
  row,
}: {
  readonly plan: ReplayPlan;
  readonly row: HistoryRow;
}) => {
  const t = useT();
  const caution = replayCautionText[row.status]?.(t);
  switch (plan.outcome) {
    case 'ready':
      return (
        <Stack hasGutter>
          <StackItem>
            <RunFacts run={plan.run} />
          </StackItem>
          {caution !== undefined && (
            <StackItem>
              <Alert component="h2" isInline variant="warning" title={caution} />
            </StackItem>
          )}
          <StackItem>{makingText(t, row)}</StackItem>
          {plan.sent && <StackItem>{sendText(t)}</StackItem>}
        </Stack>
      );
    case 'impossible':
      return (
        <RefusalAlert variant="warning" title={t('This push cannot be run')}>
          {replayProblemText[plan.problem](t)}
        </RefusalAlert>
      );
    case 'has-run':
      return (
        <RefusalAlert variant="info" title={t('This push has its PipelineRun')}>
          <KindLink kind={pipelineRunKind} {...plan.run} />
        </RefusalAlert>
      );
    case 'refused':
      return (
        <Refusal>
          <ProblemAlert title={t('The PipelineRun cannot be created')} problem={plan.problem} />
        </Refusal>
      );
  }
};
