import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Alert } from '@patternfly/react-core';
import type { AlertProps } from '@patternfly/react-core';

/**
 * Why what the user asked for was not done: said at once by a screen reader, and given the focus,
 * since what was pressed may be disabled or gone.
 */
export const Refusal = ({ children }: { readonly children: ReactNode }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      {children}
    </div>
  );
};

/** A refusal that no answer of the API server explains. */
export const RefusalAlert = ({
  title,
  variant,
  children,
}: {
  readonly title: string;
  readonly variant: AlertProps['variant'];
  readonly children: ReactNode;
}) => (
  <Refusal>
    <Alert component="h2" isInline variant={variant} title={title}>
      {children}
    </Alert>
  </Refusal>
);
