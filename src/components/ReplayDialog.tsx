import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import {
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
import type { ReplayPlan } from '../domain/replay-push';
import { lastRunOf } from '../domain/push-runs';
import { useT } from '../i18n/use-t';
import type { Translate } from '../i18n/use-t';
import { pipelineKind } from '../k8s/pipeline';
import { Digest } from './Digest';
import { Fact } from './Fact';
import { KindLink } from './KindLink';
import { StreamLink } from './StreamLink';
import { LoadingState } from './LoadingState';
import { ReplayVerdict } from './ReplayVerdict';
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
      <Fact term={t('ImageStream')}>{stream && <StreamLink stream={stream} />}</Fact>
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

const titleOf = (t: Translate, { row, trigger: { name } }: Subject): string =>
  lastRunOf(row)
    ? t('Run this push again for {{name}}?', { name })
    : t('Run this push for {{name}}?', { name });

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
      <ModalHeader
        title={
          isSent
            ? t('The event of this push for {{name}}', { name: trigger.name })
            : titleOf(t, { row, trigger })
        }
        labelId="replay-title"
      />
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
            <StackItem>
              {plan ? <ReplayVerdict plan={plan} row={row} /> : <LoadingState />}
            </StackItem>
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
