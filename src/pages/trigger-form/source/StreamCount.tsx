import { choiceAmong } from '../../../domain/stream-choice';
import { useT } from '../../../i18n/use-t';
import type { FormAction, FormState } from '../form-state';
import { RadioChoice } from '../RadioChoice';

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
    <RadioChoice
      id="stream-count"
      label={t('Create triggers for')}
      options={[
        { value: 'one', label: t('One ImageStream') },
        { value: 'many', label: t('Many ImageStreams') },
      ]}
      chosen={many ? 'many' : 'one'}
      onChoose={(count) =>
        dispatch({ type: 'many', choice: count === 'many' ? choiceAmong(undefined) : undefined })
      }
    />
  );
};
