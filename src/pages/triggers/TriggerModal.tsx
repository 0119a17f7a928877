import type { ReactNode } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { ProblemAlert } from '../../components/ProblemState';
import { Refusal } from '../../components/Refusal';
import type { ImageTrigger } from '../../domain/image-trigger';
import type { Problem } from '../../domain/problem';
import { useT } from '../../i18n/use-t';
import { GoneNotice } from './GoneNotice';

/** What each dialog about one trigger is opened with. */
export interface TriggerDialogProps {
  readonly trigger: ImageTrigger;
  /** Whether it is not there any more. */
  readonly isGone: boolean;
  /** Told whether the trigger is gone, by this dialog or by somebody else. */
  readonly onClose: (gone: boolean) => void;
}

interface TriggerAction {
  readonly title: string;
  readonly run: () => void;
  /** All is done, and this is the way out, so there is no other one. The button, and its focus, stay. */
  readonly isWayOut?: boolean;
}

export interface TriggerModalProps {
  /** The prefix of the ids of the dialog's title and buttons, `-submit` and `-cancel`. */
  readonly id: string;
  readonly title: string;
  /** What is done, once it is confirmed; undefined where nothing can be. */
  readonly action: TriggerAction | undefined;
  /** `small` where it is a question, `medium` where there is more to read. */
  readonly size?: 'small' | 'medium' | 'large';
  /** What it destroys cannot be brought back: the focus begins on the way out. */
  readonly isDanger?: boolean;
  /** What has the focus at first; the button of the action, or of the way out of a danger. */
  readonly elementToFocus?: string;
  readonly busy: boolean;
  /** What came of it, where it did not succeed, and what that means. */
  readonly failure: { readonly title: string; readonly problem: Problem } | undefined;
  /** Somebody else has deleted the trigger. */
  readonly isGone: boolean;
  /** There is nothing left to do here: the trigger is gone, by whomever. */
  readonly isDone: boolean;
  readonly onClose: (gone: boolean) => void;
  /** What is said and asked before. */
  readonly children: ReactNode;
}

/** Asks before something is done to a trigger, and says where that was refused or comes too late. */
export const TriggerModal = (props: TriggerModalProps) => {
  const { id, title, action, isDanger = false, busy, failure, isGone, isDone, onClose } = props;
  const t = useT();
  return (
    <Modal
      isOpen
      variant={props.size ?? (isDanger ? 'medium' : 'small')}
      aria-labelledby={`${id}-title`}
      elementToFocus={props.elementToFocus ?? `#${id}-${isDanger ? 'cancel' : 'submit'}`}
      onClose={() => onClose(isDone)}
    >
      <ModalHeader
        title={title}
        titleIconVariant={isDanger ? 'warning' : undefined}
        labelId={`${id}-title`}
      />
      <ModalBody>
        {isGone && <GoneNotice />}
        {failure && !isGone && (
          <Refusal>
            <ProblemAlert {...failure} />
          </Refusal>
        )}
        {!isDone && props.children}
      </ModalBody>
      <ModalFooter>
        {!isDone && action && (
          <Button
            id={`${id}-submit`}
            variant={isDanger ? 'danger' : 'primary'}
            isLoading={busy}
            isAriaDisabled={busy}
            onClick={action.run}
          >
            {action.title}
          </Button>
        )}
        {(isDone || !action?.isWayOut) && (
          <Button
            id={`${id}-cancel`}
            variant="link"
            isDisabled={busy}
            onClick={() => onClose(isDone)}
          >
            {isDone || !action ? t('Close') : t('Cancel')}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
};
