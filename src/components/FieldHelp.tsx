import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';

/** Below a field: what is wrong with it, or else what it is for. */
export const FieldHelp = ({
  problem,
  help,
}: {
  readonly problem?: string;
  readonly help?: string;
}) =>
  problem === undefined && help === undefined ? null : (
    <FormHelperText>
      <HelperText>
        <HelperTextItem variant={problem === undefined ? 'default' : 'error'}>
          {problem ?? help}
        </HelperTextItem>
      </HelperText>
    </FormHelperText>
  );
