import { isClusterImages } from '../../../domain/push';
import { choiceAmong } from '../../../domain/stream-choice';
import { anyImageText } from '../../../i18n/stream-text';
import { useT } from '../../../i18n/use-t';
import type { FormAction, FormState } from '../form-state';
import { RadioChoice } from '../RadioChoice';

type Count = 'one' | 'many' | 'any-image';

const countOf = ({ many, draft: { stream } }: FormState): Count => {
  if (many) return 'many';
  return stream && isClusterImages(stream) ? 'any-image' : 'one';
};

const actions: Record<Count, FormAction> = {
  one: { type: 'many', choice: undefined },
  many: { type: 'many', choice: choiceAmong(undefined) },
  'any-image': { type: 'any-image' },
};

/** Whether the form makes one trigger, one for each of many ImageStreams, or one for all Images. */
export const StreamCount = ({
  state,
  dispatch,
  isChain,
}: {
  readonly state: FormState;
  readonly dispatch: (action: FormAction) => void;
  /** Whether it takes the place of a chain: then it is one trigger. */
  readonly isChain: boolean;
}) => {
  const t = useT();
  return (
    <RadioChoice<Count>
      id="stream-count"
      label={t('Create triggers for')}
      options={[
        { value: 'one', label: t('One ImageStream') },
        ...(isChain ? [] : [{ value: 'many' as const, label: t('Many ImageStreams') }]),
        { value: 'any-image', label: anyImageText(t) },
      ]}
      chosen={countOf(state)}
      onChoose={(count) => dispatch(actions[count])}
    />
  );
};
