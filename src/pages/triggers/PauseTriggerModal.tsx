import { useState } from 'react';
import { Content, Form, FormGroup, Stack, StackItem, TextInput } from '@patternfly/react-core';
import { GitOpsNotice } from '../../components/GitOpsNotice';
import { currentUser } from '../../cluster/current-user';
import { consoleVerbs } from '../../cluster/verbs';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import { switchOf } from '../../domain/pause-many';
import { pauseTrigger, resumeTrigger } from '../../domain/pause-trigger';
import { switchText } from '../../i18n/pause-text';
import { useT } from '../../i18n/use-t';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';
import { useAttempt } from './use-attempt';

/** Pauses an active trigger, with a reason, or resumes a paused one. */
export const PauseTriggerModal = ({ trigger, isGone, onClose }: TriggerDialogProps) => {
  const t = useT();
  const [reason, setReason] = useState('');
  const change = switchOf(trigger);
  const pausing = change === 'pause';
  const { busy, problem, run } = useAttempt(
    async () => {
      const options = { by: await currentUser(), reason: reason || undefined };
      await (pausing ? pauseTrigger : resumeTrigger)(trigger, consoleVerbs, options);
    },
    () => onClose(false),
  );
  const managed = gitOpsGroups(ownObjectsOf(trigger));
  const { name } = trigger;
  const gone = !busy && (isGone || problem?.code === 'not-found');
  const notDone = pausing ? t('The trigger was not paused') : t('The trigger was not resumed');
  return (
    <TriggerModal
      id="pause-trigger"
      title={
        pausing
          ? t('Pause image trigger {{name}}?', { name })
          : t('Resume image trigger {{name}}?', { name })
      }
      action={{ title: switchText[change].action(t), run }}
      elementToFocus={pausing ? '#pause-reason' : undefined}
      busy={busy}
      failure={problem && { title: notDone, problem }}
      isGone={gone}
      isDone={gone}
      onClose={onClose}
    >
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
            <Form
              onSubmit={(event) => {
                event.preventDefault();
                if (!busy) run();
              }}
            >
              <FormGroup label={t('Reason (optional)')} fieldId="pause-reason">
                <TextInput
                  id="pause-reason"
                  value={reason}
                  onChange={(_, value) => setReason(value)}
                />
              </FormGroup>
            </Form>
          </StackItem>
        )}
      </Stack>
    </TriggerModal>
  );
};
