import {
  FormGroup,
  FormSelect,
  FormSelectOption,
  Grid,
  GridItem,
  TextInput,
} from '@patternfly/react-core';
import { FieldHelp } from '../../../components/FieldHelp';
import type { PodProblem } from '../../../domain/pod-template';
import { taintEffects, tolerationOperators } from '../../../domain/toleration';
import type { Toleration } from '../../../domain/toleration';
import { podProblemText } from '../../../i18n/pod-text';
import { useT } from '../../../i18n/use-t';

/** Where something is chosen, what has no meaning with it goes. */
const withOperator = (toleration: Toleration, chosen: string): Toleration => {
  const operator = tolerationOperators.find((one) => one === chosen) ?? toleration.operator;
  return { ...toleration, operator, value: operator === 'Exists' ? '' : toleration.value };
};

const withEffect = (toleration: Toleration, chosen: string): Toleration => {
  const effect = taintEffects.find((one) => one === chosen) ?? toleration.effect;
  return { ...toleration, effect, seconds: effect === 'NoExecute' ? toleration.seconds : '' };
};

/** The fields of a toleration. */
export const TolerationInputs = ({
  index,
  toleration,
  problem,
  onChange,
}: {
  readonly index: number;
  readonly toleration: Toleration;
  readonly problem: PodProblem | undefined;
  readonly onChange: (toleration: Toleration) => void;
}) => {
  const t = useT();
  const id = `pod-tolerations-${index}`;
  const number = index + 1;
  const { operator, effect } = toleration;
  const inputOf = (field: 'key' | 'value' | 'seconds', texts: { label: string; hint: string }) => (
    <TextInput
      id={`${id}-${field}`}
      aria-label={texts.label}
      aria-describedby={`${id}-help`}
      placeholder={texts.hint}
      value={toleration[field]}
      validated={problem?.code === `toleration-${field}` ? 'error' : 'default'}
      onChange={(_, text) => onChange({ ...toleration, [field]: text })}
    />
  );
  return (
    <FormGroup role="group" fieldId={id} label={t('Toleration {{number}}', { number })}>
      <Grid hasGutter md={6}>
        <GridItem>
          {inputOf('key', { label: t('Key of toleration {{number}}', { number }), hint: t('Key') })}
        </GridItem>
        <GridItem>
          <FormSelect
            id={`${id}-operator`}
            aria-label={t('Operator of toleration {{number}}', { number })}
            value={operator}
            onChange={(_, chosen) => onChange(withOperator(toleration, chosen))}
          >
            {tolerationOperators.map((one) => (
              <FormSelectOption key={one} value={one} label={one} />
            ))}
          </FormSelect>
        </GridItem>
        {operator === 'Equal' && (
          <GridItem>
            {inputOf('value', {
              label: t('Value of toleration {{number}}', { number }),
              hint: t('Value'),
            })}
          </GridItem>
        )}
        <GridItem>
          <FormSelect
            id={`${id}-effect`}
            aria-label={t('Effect of toleration {{number}}', { number })}
            value={effect}
            onChange={(_, chosen) => onChange(withEffect(toleration, chosen))}
          >
            {taintEffects.map((one) => (
              <FormSelectOption key={one} value={one} label={one || t('Every effect')} />
            ))}
          </FormSelect>
        </GridItem>
        {effect === 'NoExecute' && (
          <GridItem>
            {inputOf('seconds', {
              label: t('Seconds of toleration {{number}}', { number }),
              hint: t('Seconds; empty for always'),
            })}
          </GridItem>
        )}
      </Grid>
      <FieldHelp id={`${id}-help`} problem={problem && podProblemText[problem.code](t)} />
    </FormGroup>
  );
};
