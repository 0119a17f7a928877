import { useState } from 'react';
import { Alert, Content, Stack, StackItem } from '@patternfly/react-core';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { LinkButton } from '../../components/LinkButton';
import { historyPath } from '../../components/paths';
import { currentUser } from '../../cluster/current-user';
import { consoleVerbs } from '../../cluster/verbs';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import { triggerKey } from '../../domain/image-trigger';
import { switchOf } from '../../domain/pause-many';
import { pauseTrigger, resumeTrigger } from '../../domain/pause-trigger';
import { switchText } from '../../i18n/pause-text';
import { useT } from '../../i18n/use-t';
import { PauseReason } from './PauseReason';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';
import { useAttempt } from './use-attempt';

/** Says that it is done, and offers what was pushed meanwhile. */
const Resumed = ({ namespace, name }: { readonly namespace: string; readonly name: string }) => {
  const t = useT();
  const trigger = triggerKey({ namespace, name });
  const title = t('{{name}} is resumed', { name });
  return (
    <Alert component="h2" isInline isLiveRegion variant="success" title={title}>
      <LinkButton
        variant="link"
        isInline
        to={historyPath(namespace, { status: 'paused', trigger })}
      >
        {t('Show the pushes made during pauses')}
      </LinkButton>
    </Alert>
  );
};

/** Pauses an active trigger, with a reason, or resumes a paused one. */
export const PauseTriggerModal = ({ trigger, isGone, onClose }: TriggerDialogProps) => {
  const t = useT();
  const [reason, setReason] = useState('');
  // Once it is done, the trigger itself would be switched the other way.
  const [change] = useState(() => switchOf(trigger));
  const [isResumed, setResumed] = useState(false);
  const pausing = change === 'pause';
  const { busy, problem, run } = useAttempt(
    async () => {
      const options = { by: await currentUser(), reason: reason || undefined };
      await (pausing ? pauseTrigger : resumeTrigger)(trigger, consoleVerbs, options);
    },
    () => (pausing ? onClose(false) : setResumed(true)),
  );
  const managed = gitOpsGroups(ownObjectsOf(trigger));
  const { namespace, name } = trigger;
  const gone = (!busy || isResumed) && (isGone || problem?.code === 'not-found');
  const notDone = pausing ? t('The trigger was not paused') : t('The trigger was not resumed');
  return (
    <TriggerModal
      id="pause-trigger"
      title={
        pausing
          ? t('Pause image trigger {{name}}?', { name })
          : t('Resume image trigger {{name}}?', { name })
      }
      action={
        isResumed
          ? { title: t('Close'), run: () => onClose(false), isWayOut: true }
          : { title: switchText[change].action(t), run }
      }
      elementToFocus={pausing ? '#pause-reason' : undefined}
      busy={busy && !isResumed}
      failure={problem && { title: notDone, problem }}
      isGone={gone}
      isDone={gone}
      onClose={onClose}
    >
      {isResumed ? (
        <Resumed namespace={namespace} name={name} />
      ) : (
        <Stack hasGutter>
          <StackItem>
            <Content component="p">{switchText[change].meaning(t)}</Content>
          </StackItem>
          {managed.length > 0 && (
            <StackItem>
              <GitOpsNotice groups={managed} deed={change} />
            </StackItem>
          )}
          {pausing && (
            <StackItem>
              <PauseReason
                id="pause-reason"
                value={reason}
                onChange={setReason}
                onSubmit={() => {
                  if (!busy) run();
                }}
              />
            </StackItem>
          )}
        </Stack>
      )}
    </TriggerModal>
  );
};
