import { FormGroup, Radio } from '@patternfly/react-core';
import { choiceAmong } from '../../../domain/stream-choice';
import { useT } from '../../../i18n/use-t';
import type { FormAction, FormState } from '../form-state';

/** Whether the form makes one trigger, or one for each of many ImageStreams. */
export const StreamCount = ({
  state: { many },
  dispatch,
}: {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
}) => {
  const t = useT();
  return (
    <FormGroup role="radiogroup" label={t('Create triggers for')} fieldId="stream-count" isInline>
      <Radio
        id="stream-count-one"
        name="stream-count"
        label={t('One ImageStream')}
        isChecked={!many}
        onChange={() => dispatch({ type: 'many', choice: undefined })}
      />
      <Radio
        id="stream-count-many"
        name="stream-count"
        label={t('Many ImageStreams')}
        isChecked={many !== undefined}
        onChange={() => dispatch({ type: 'many', choice: choiceAmong(undefined) })}
      />
    </FormGroup>
  );
};
