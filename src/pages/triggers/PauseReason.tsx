import { Form, FormGroup, TextInput } from '@patternfly/react-core';
import { useT } from '../../i18n/use-t';

/** Asks why triggers are paused; Enter pauses them. */
export const PauseReason = ({
  id,
  value,
  onChange,
  onSubmit,
}: {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
}) => {
  const t = useT();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <FormGroup label={t('Reason (optional)')} fieldId={id}>
        <TextInput id={id} value={value} onChange={(_, text) => onChange(text)} />
      </FormGroup>
    </Form>
  );
};
