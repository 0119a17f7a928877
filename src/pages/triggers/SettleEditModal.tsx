import { useState } from 'react';
import {
  Button,
  Content,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
} from '@patternfly/react-core';
import { ProblemAlert } from '../../components/ProblemState';
import { Refusal } from '../../components/Refusal';
import { consoleVerbs } from '../../cluster/verbs';
import { settleEdit } from '../../domain/apply/settle-edit';
import type { ImageTrigger } from '../../domain/image-trigger';
import { problemOf } from '../../domain/problem';
import type { Problem } from '../../domain/problem';
import { useT } from '../../i18n/use-t';
import { GoneNotice } from './GoneNotice';

/** Ends an edit that nobody ended. */
export const SettleEditModal = ({
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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const settle = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await settleEdit(trigger, consoleVerbs);
      onClose(false);
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby="settle-edit-title"
      elementToFocus="#settle-edit-submit"
      onClose={() => onClose(isGone)}
    >
      <ModalHeader
        title={t('End the edit of image trigger {{name}}?', { name: trigger.name })}
        labelId="settle-edit-title"
      />
      <ModalBody>
        {isGone && <GoneNotice />}
        {problem && !isGone && (
          <Refusal>
            <ProblemAlert title={t('The edit was not ended')} problem={problem} />
          </Refusal>
        )}
        {!isGone && (
          <Content component="p">
            {t(
              'Where the edit was all but done, it stays. Else the trigger becomes what it was before. If somebody is saving it right now, their edit fails.',
            )}
          </Content>
        )}
      </ModalBody>
      <ModalFooter>
        {!isGone && (
          <Button
            id="settle-edit-submit"
            variant="primary"
            isLoading={busy}
            isAriaDisabled={busy}
            onClick={() => void settle()}
          >
            {t('End the edit')}
          </Button>
        )}
        <Button variant="link" isDisabled={busy} onClick={() => onClose(isGone)}>
          {isGone ? t('Close') : t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
