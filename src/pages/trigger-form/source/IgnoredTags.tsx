import { FormGroup } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { useT } from '../../../i18n/use-t';
import { TypedInput } from '../pipeline/TypedInput';
import { splitList } from './split-list';

/** Which tags a rule leaves out, whatever else it says. */
export const IgnoredTags = ({
  globs,
  onChange,
}: {
  readonly globs: readonly string[];
  readonly onChange: (globs: readonly string[]) => void;
}) => {
  const t = useT();
  const value = globs.join(', ');
  return (
    <FormGroup label={t('Tags to ignore')} fieldId="ignored-tags">
      <TypedInput
        id="ignored-tags"
        value={value}
        isSame={(typed) => splitList(typed).join(', ') === value}
        onChange={(typed) => onChange(splitList(typed))}
      />
      <FieldHelp
        id="ignored-tags-help"
        help={t('They never start a run. Patterns with commas between them, such as *-rc*, pr-*')}
      />
    </FormGroup>
  );
};
