import { useState } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useT } from '../../../i18n/use-t';
import { RadioChoice } from '../RadioChoice';

/** Asks before a text goes that is not in the draft. */
const DropTextDialog = ({
  onDrop,
  onStay,
}: {
  readonly onDrop: () => void;
  readonly onStay: () => void;
}) => {
  const t = useT();
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby="drop-yaml-title"
      elementToFocus="#drop-yaml-stay"
      onClose={onStay}
    >
      <ModalHeader
        labelId="drop-yaml-title"
        title={t('Leave the YAML with its problem?')}
        titleIconVariant="warning"
      />
      <ModalBody>
        {t(
          'The form cannot read it. It shows what the YAML said before the problem came, and what you typed since is dropped.',
        )}
      </ModalBody>
      <ModalFooter>
        <Button id="drop-yaml-stay" variant="primary" onClick={onStay}>
          {t('Stay in the YAML')}
        </Button>
        <Button variant="secondary" isDanger onClick={onDrop}>
          {t('Drop the changes')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};

/** Goes from one view of the run to the other. */
export const RunViewToggle = ({
  isYaml,
  isTextAhead,
  onChange,
}: {
  readonly isYaml: boolean;
  /** Whether the text says what the form would not show. */
  readonly isTextAhead: boolean;
  readonly onChange: (isYaml: boolean) => void;
}) => {
  const t = useT();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <RadioChoice
        id="run-view"
        label={t('What a push runs')}
        options={[
          { value: 'form', label: t('Form view') },
          { value: 'yaml', label: t('YAML view') },
        ]}
        chosen={isYaml ? 'yaml' : 'form'}
        onChoose={(view) =>
          view === 'form' && isTextAhead ? setAsking(true) : onChange(view === 'yaml')
        }
      />
      {isAsking && (
        <DropTextDialog
          onDrop={() => {
            setAsking(false);
            onChange(false);
          }}
          onStay={() => setAsking(false)}
        />
      )}
    </>
  );
};
