import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';

/**
 * Below a field: what is wrong with it, or else what it is for. With an `id` for the field's
 * `aria-describedby`, a screen reader says it with the field and when it changes.
 */
export const FieldHelp = ({
  id,
  problem,
  help,
}: {
  readonly id?: string;
  readonly problem?: string;
  readonly help?: string;
}) =>
  problem === undefined && help === undefined ? null : (
    <FormHelperText>
      <HelperText id={id} isLiveRegion={id !== undefined}>
        <HelperTextItem variant={problem === undefined ? 'default' : 'error'}>
          {problem ?? help}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
