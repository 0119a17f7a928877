import { useEffect, useId } from 'react';
import type { ReactNode } from 'react';
import { Stack, StackItem, Title } from '@patternfly/react-core';

/** A step under its heading, which takes the focus when the user has come from another step. */
export const StepContent = ({
  title,
  takesFocus,
  children,
}: {
  readonly title: string;
  readonly takesFocus: boolean;
  readonly children: ReactNode;
}) => {
  const id = useId();
  useEffect(() => {
    // PatternFly's Title passes no ref on.
    if (takesFocus) document.getElementById(id)?.focus();
  }, [id, takesFocus]);
  return (
    <Stack hasGutter>
      <StackItem>
        <Title id={id} headingLevel="h2" tabIndex={-1}>
          {title}
        </Title>
      </StackItem>
      {children}
    </Stack>
  );
};
