import { FormGroup, TextInput } from '@patternfly/react-core';
import { FieldHelp } from '../../components/FieldHelp';
import type { NameProblem } from '../../domain/saved-views';
import { nameProblemText } from '../../i18n/view-text';
import { useT } from '../../i18n/use-t';

/** The name of a view, with what is wrong with it below. */
export const ViewNameField = ({
  id,
  label,
  name,
  problem,
  warning,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly problem: NameProblem | undefined;
  readonly warning?: string;
  readonly onChange: (name: string) => void;
}) => {
  const t = useT();
  return (
    <FormGroup label={label} fieldId={id} isRequired>
      <TextInput
        id={id}
        value={name}
        isRequired
        validated={problem ? 'error' : 'default'}
        aria-describedby={`${id}-help`}
        onChange={(_, value) => onChange(value)}
      />
      <FieldHelp
        id={`${id}-help`}
        problem={problem && nameProblemText[problem](t)}
        warning={warning}
      />
    </FormGroup>
  );
};
