import { FormGroup } from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import { useT } from '../../../i18n/use-t';
import { TypedInput } from '../pipeline/TypedInput';
import { scopeTexts } from './scope';
import type { Scope } from './scope';
import { splitList } from './split-list';

/** Which tags a rule leaves out, whatever else it says. */
export const IgnoredTags = ({
  scope,
  globs,
  onChange,
}: {
  readonly scope: Scope;
  readonly globs: readonly string[];
  readonly onChange: (globs: readonly string[]) => void;
}) => {
  const t = useT();
  const value = globs.join(', ');
  return (
    <FormGroup label={scopeTexts[scope].ignored(t)} fieldId="ignored-tags">
      <TypedInput
        id="ignored-tags"
        value={value}
        isSame={(typed) => splitList(typed).join(', ') === value}
        onChange={(typed) => onChange(splitList(typed))}
      />
      <FieldHelp id="ignored-tags-help" help={scopeTexts[scope].ignoredHelp(t)} />
    </FormGroup>
  );
};
