import { Form } from '@patternfly/react-core';
import { TextField } from '../../../components/TextField';
import { draftProblemText } from '../../../i18n/form-text';
import { useT } from '../../../i18n/use-t';
import { FixedField } from '../FixedField';
import type { DraftFieldsProps } from './draft-fields-props';

/** The trigger's name, proposed from the ImageStream and the Pipeline. */
export const NameField = ({
  draft,
  problems,
  dispatch,
  isFixed,
}: DraftFieldsProps & { readonly isFixed: boolean }) => {
  const t = useT();
  if (draft.pipeline === '') return null;
  const problem = problems.find(({ code }) => code.startsWith('name-'));
  if (isFixed)
    return (
      <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
        <FixedField
          id="trigger-name"
          label={t('Name of the trigger')}
          value={draft.name}
          help={t('It stays: runs are named after it, so that no push runs twice.')}
        />
      </Form>
    );
  return (
    <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
      <TextField
        id="trigger-name"
        label={t('Name of the trigger')}
        value={draft.name}
        isRequired
        problem={problem && draftProblemText(t, problem)}
        help={t('Names of the runs begin with it.')}
        onChange={(name) => dispatch({ type: 'name', name })}
      />
    </Form>
  );
};
