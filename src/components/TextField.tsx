import { FormGroup, TextInput } from '@patternfly/react-core';
import { FieldHelp } from './FieldHelp';

/** A field for a line of text, with what is wrong with it, or what it is for, below. */
export const TextField = ({
  id,
  label,
  value,
  isRequired,
  problem,
  warning,
  help,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isRequired?: boolean;
  readonly problem: string | undefined;
  /** See `FieldHelp`. */
  readonly warning?: string;
  readonly help?: string;
  readonly onChange: (value: string) => void;
}) => (
  <FormGroup label={label} fieldId={id} isRequired={isRequired}>
    <TextInput
      id={id}
      value={value}
      isRequired={isRequired}
      aria-describedby={`${id}-help`}
      validated={problem === undefined ? 'default' : 'error'}
      onChange={(_, text) => onChange(text)}
    />
    <FieldHelp id={`${id}-help`} problem={problem} warning={warning} help={help} />
  </FormGroup>
);
