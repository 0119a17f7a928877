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

/** Pauses an active trigger, with a reason, or resumes a paused one. */
export const PauseTriggerModal = ({
  trigger,
  onClose,
}: {
  readonly trigger: ImageTrigger;
  readonly onClose: () => void;
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
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  const { name } = trigger;
  return (
    <Modal isOpen variant="small" aria-labelledby="pause-trigger-title" onClose={onClose}>
      <ModalHeader
        title={
          pausing
            ? t('Pause image trigger {{name}}?', { name })
            : t('Resume image trigger {{name}}?', { name })
        }
        labelId="pause-trigger-title"
      />
      <ModalBody>
        {problem && (
          <Refusal>
            <ProblemAlert
              title={pausing ? t('The trigger was not paused') : t('The trigger was not resumed')}
              problem={problem}
            />
          </Refusal>
        )}
        <Content component="p">
          {pausing
            ? t('While it is paused, pushes start no runs. The history shows them as paused.')
            : t('Pushes start runs again from now on. Pushes made during the pause do not.')}
        </Content>
        {pausing && (
          <Form
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) void change();
            }}
          >
            <FormGroup label={t('Reason')} fieldId="pause-reason">
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
        <Button
          variant="primary"
          isLoading={busy}
          isAriaDisabled={busy}
          onClick={() => void change()}
        >
          {pausing ? t('Pause') : t('Resume')}
        </Button>
        <Button variant="link" isDisabled={busy} onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
