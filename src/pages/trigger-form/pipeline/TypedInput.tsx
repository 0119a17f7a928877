import { useState } from 'react';
import { TextInput } from '@patternfly/react-core';

/**
 * A field for what is stored in another form than it is typed. It keeps what was typed while it
 * means what is stored: in a list, `a,` is on its way to a second entry.
 */
export const TypedInput = ({
  id,
  value,
  isSame,
  problem,
  isRequired,
  onChange,
}: {
  readonly id: string;
  /** What is stored, as one would type it. */
  readonly value: string;
  /** Whether a text that was typed means what is stored. */
  readonly isSame: (typed: string) => boolean;
  readonly problem?: string;
  readonly isRequired?: boolean;
  readonly onChange: (typed: string) => void;
}) => {
  const [typed, setTyped] = useState('');
  return (
    <TextInput
      id={id}
      isRequired={isRequired}
      aria-describedby={`${id}-help`}
      value={isSame(typed) ? typed : value}
      validated={problem === undefined ? 'default' : 'error'}
      onChange={(_, text) => {
        setTyped(text);
        onChange(text);
      }}
    />
  );
};
