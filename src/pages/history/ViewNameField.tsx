import { TextField } from '../../components/TextField';
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
    <TextField
      id={id}
      label={label}
      value={name}
      isRequired
      problem={problem && nameProblemText[problem](t)}
      warning={warning}
      onChange={onChange}
    />
  );
};
