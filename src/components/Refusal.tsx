import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

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
