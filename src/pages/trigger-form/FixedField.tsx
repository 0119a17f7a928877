import { FormGroup, TextInput } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';

/** What an edit cannot change, with the reason. */
export const FixedField = ({
  id,
  label,
  value,
  help,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly help?: string;
}) => (
  <FormGroup label={label} fieldId={id}>
    <TextInput
      id={id}
      value={value}
      readOnlyVariant="default"
      aria-describedby={help === undefined ? undefined : `${id}-help`}
    />
    <FieldHelp id={`${id}-help`} help={help} />
  </FormGroup>
);
