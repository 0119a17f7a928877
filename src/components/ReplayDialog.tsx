import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import {
  Alert,
  Button,
  DescriptionList,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Stack,
  StackItem,
} from '@patternfly/react-core';
import type { HistoryRow } from '../domain/history';
import type { ImageTrigger } from '../domain/image-trigger';
import type { RunManifest } from '../domain/replay';
import type { ReplayPlan } from '../domain/replay-push';
import type { Run } from '../domain/run';
import { replayCautionText, replayProblemText } from '../i18n/replay-text';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { imageStreamKind } from '../k8s/image-stream';
import { pipelineKind } from '../k8s/pipeline';
import { pipelineRunKind } from '../k8s/pipeline-run';
import { Digest } from './Digest';
import { Fact } from './Fact';
import { KindLink } from './KindLink';
import { LoadingState } from './LoadingState';
import { ProblemAlert } from './ProblemState';
import { Refusal, RefusalAlert } from './Refusal';
import { SendButton } from './SendButton';
import type { SendButtonProps } from './SendButton';
import { SentPushSteps } from './SentPushSteps';
import type { SentPushStepsProps } from './SentPushSteps';
import { TagList } from './TagList';

/** What is to be run. */
interface Subject {
  readonly row: HistoryRow;
  readonly trigger: ImageTrigger;
}

const PushFacts = ({
  row: { stream, tags, digest, created },
  trigger: { namespace, pipeline },
}: Subject) => {
  const t = useT();
  return (
    <DescriptionList isCompact isHorizontal>
      <Fact term={t('ImageStream')}>
        {stream && <KindLink kind={imageStreamKind} {...stream} />}
      </Fact>
      <Fact term={t('Image')}>
        <TagList tags={tags} /> {digest !== undefined && <Digest digest={digest} />}
      </Fact>
      <Fact term={t('Pushed')}>
        <Timestamp timestamp={created} />
      </Fact>
      {pipeline !== undefined && (
        <Fact term={t('Pipeline')}>
          <KindLink kind={pipelineKind} namespace={namespace} name={pipeline} />
        </Fact>
      )}
    </DescriptionList>
  );
};

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

const titleOf = (t: Translate, { row, trigger: { name } }: Subject): string =>
  row.run
    ? t('Run this push again for {{name}}?', { name })
    : t('Run this push for {{name}}?', { name });

const Verdict = ({ plan, row }: { readonly plan: ReplayPlan; readonly row: HistoryRow }) => {
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
          <StackItem>{row.run ? againText(t, row.run) : onceText(t)}</StackItem>
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

/** What sends the event of the push to the listener. */
interface Sender extends Pick<SendButtonProps, 'mayReach' | 'send'> {
  /** Undefined until it is sent. */
  readonly sent: SentPushStepsProps | undefined;
}

export interface ReplayDialogProps extends Subject {
  /** Undefined until the API server has answered. */
  readonly plan: ReplayPlan | undefined;
  readonly busy: boolean;
  readonly run: () => void;
  readonly check: () => void;
  readonly close: () => void;
  readonly sender: Sender;
}

/** What can be done about a push that was not sent yet. */
const Choices = ({
  plan,
  busy,
  run,
  check,
  close,
  trigger: { namespace },
  sender: { mayReach, send },
}: ReplayDialogProps) => {
  const t = useT();
  const isOver = plan?.outcome === 'impossible' || plan?.outcome === 'has-run';
  return (
    <>
      {plan?.outcome === 'refused' && (
        <Button variant="primary" onClick={check}>
          {t('Check again')}
        </Button>
      )}
      {(plan === undefined || plan.outcome === 'ready') && (
        <Button
          id="replay-submit"
          variant="primary"
          isLoading={busy}
          isAriaDisabled={busy || plan === undefined}
          onClick={run}
        >
          {t('Run')}
        </Button>
      )}
      {plan?.outcome === 'ready' && plan.sent && (
        <SendButton
          namespace={namespace}
          event={plan.sent}
          mayReach={mayReach}
          busy={busy}
          send={send}
        />
      )}
      <Button variant={isOver ? 'primary' : 'link'} isDisabled={busy} onClick={close}>
        {isOver ? t('Close') : t('Cancel')}
      </Button>
    </>
  );
};

/**
 * Asks before a push is run, or run again, and shows the run as the API server would take it. Where
 * the user sends its event instead, it shows the way of the event up to the end of the run.
 */
export const ReplayDialog = (props: ReplayDialogProps) => {
  const t = useT();
  const { row, trigger, plan, close } = props;
  const { sent } = props.sender;
  const isSent = sent !== undefined && sent.sending.state !== 'refused';
  return (
    <Modal
      isOpen
      variant="medium"
      aria-labelledby="replay-title"
      elementToFocus="#replay-submit"
      onClose={close}
    >
      <ModalHeader title={titleOf(t, { row, trigger })} labelId="replay-title" />
      <ModalBody>
        <Stack hasGutter>
          <StackItem>
            <PushFacts row={row} trigger={trigger} />
          </StackItem>
          {sent && (
            <StackItem>
              <SentPushSteps {...sent} />
            </StackItem>
          )}
          {!isSent && (
            <StackItem>{plan ? <Verdict plan={plan} row={row} /> : <LoadingState />}</StackItem>
          )}
        </Stack>
      </ModalBody>
      <ModalFooter>
        {isSent ? (
          <Button variant="primary" onClick={close}>
            {t('Close')}
          </Button>
        ) : (
          <Choices {...props} />
        )}
      </ModalFooter>
    </Modal>
  );
};
