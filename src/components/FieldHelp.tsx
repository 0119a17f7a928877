import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';

/**
 * Below a field: what is wrong with it, or else what it is for. With an `id` for the field's
 * `aria-describedby`, a screen reader says it with the field and when it changes.
 */
export const FieldHelp = ({
  id,
  problem,
  warning,
  help,
}: {
  readonly id?: string;
  readonly problem?: string;
  /** What is allowed, and probably not meant. */
  readonly warning?: string;
  readonly help?: string;
}) => {
  const text = problem ?? warning ?? help;
  const calm = warning === undefined ? 'default' : 'warning';
  return text === undefined ? null : (
    <FormHelperText>
      <HelperText id={id} isLiveRegion={id !== undefined}>
        <HelperTextItem variant={problem === undefined ? calm : 'error'}>{text}</HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
};
