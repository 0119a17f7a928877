import { useState } from 'react';
import {
  Button,
  Content,
  Form,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { ProblemAlert } from '../../components/ProblemState';
import { Refusal } from '../../components/Refusal';
import { currentUser } from '../../cluster/current-user';
import { consoleVerbs } from '../../cluster/verbs';
import type { ImageTrigger } from '../../domain/image-trigger';
import { pauseTrigger, resumeTrigger } from '../../domain/pause-trigger';
import { problemOf } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import { useT } from '../../i18n/use-t';
import { GoneNotice } from './GoneNotice';

/** Pauses an active trigger, with a reason, or resumes a paused one. */
export const PauseTriggerModal = ({
  trigger,
  isGone,
  onClose,
}: {
  readonly trigger: ImageTrigger;
  /** Whether it is not there any more. */
  readonly isGone: boolean;
  readonly onClose: (gone: boolean) => void;
}) => {
  const t = useT();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const pausing = trigger.active !== 'none';
  const change = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      const options = { by: await currentUser(), reason: reason || undefined };
      await (pausing ? pauseTrigger : resumeTrigger)(trigger, consoleVerbs, options);
      onClose(false);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const { name } = trigger;
  const gone = !busy && (isGone || problem?.code === 'not-found');
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby="pause-trigger-title"
      elementToFocus={pausing ? '#pause-reason' : '#pause-trigger-submit'}
      onClose={() => onClose(gone)}
    >
      <ModalHeader
        title={
          pausing
            ? t('Pause image trigger {{name}}?', { name })
            : t('Resume image trigger {{name}}?', { name })
        }
        labelId="pause-trigger-title"
      />
      <ModalBody>
        {gone && <GoneNotice />}
        {problem && !gone && (
          <Refusal>
            <ProblemAlert
              title={pausing ? t('The trigger was not paused') : t('The trigger was not resumed')}
              problem={problem}
            />
          </Refusal>
        )}
        {!gone && (
          <Content component="p">
            {pausing
              ? t('While it is paused, pushes start no runs. The history shows them as paused.')
              : t('Pushes start runs again from now on. Pushes made during the pause do not.')}
          </Content>
        )}
        {pausing && !gone && (
          <Form
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void change();
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
        )}
      </ModalBody>
      <ModalFooter>
        {!gone && (
          <Button
            id="pause-trigger-submit"
            variant="primary"
            isLoading={busy}
            isAriaDisabled={busy}
            onClick={() => void change()}
          >
            {pausing ? t('Pause') : t('Resume')}
          </Button>
        )}
        <Button variant="link" isDisabled={busy} onClick={() => onClose(gone)}>
          {gone ? t('Close') : t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
