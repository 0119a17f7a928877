import type { ReactNode } from 'react';
import { FormGroup, Radio } from '@patternfly/react-core';

interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means. With any, the options stand below each other. */
  readonly description?: string;
}

/** One of a few, all of them in sight. */
export const RadioChoice = <Value extends string>({
  id,
  label,
  options,
  chosen,
  isDisabled,
  onChoose,
  children,
}: {
  /** Also the first part of the ids of the options. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly RadioOption<Value>[];
  readonly chosen: Value;
  readonly isDisabled?: boolean;
  readonly onChoose: (value: Value) => void;
  /** What is said below the options. */
  readonly children?: ReactNode;
}) => {
  const isStack = options.some(({ description }) => description !== undefined);
  return (
    <FormGroup role="radiogroup" label={label} fieldId={id} isStack={isStack} isInline={!isStack}>
      {options.map(({ value, ...texts }) => (
        <Radio
          key={value}
          id={`${id}-${value}`}
          name={id}
          {...texts}
          isChecked={value === chosen}
          isDisabled={isDisabled}
          onChange={() => onChoose(value)}
        />
      ))}
      {children}
    </FormGroup>
  );
};
