import { useState } from 'react';
import {
  Button,
  FormGroup,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  Radio,
} from '@patternfly/react-core';
import { useT } from '../../../i18n/use-t';

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
      <FormGroup role="radiogroup" label={t('What a push runs')} fieldId="run-view" isInline>
        <Radio
          id="run-view-form"
          name="run-view"
          label={t('Form view')}
          isChecked={!isYaml}
          onChange={() => (isTextAhead ? setAsking(true) : onChange(false))}
        />
        <Radio
          id="run-view-yaml"
          name="run-view"
          label={t('YAML view')}
          isChecked={isYaml}
          onChange={() => onChange(true)}
        />
      </FormGroup>
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
