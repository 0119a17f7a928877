import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Label, Popover } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { mainRegion } from './main-region';

/** How a label looks, apart from its text. */
export type LabelLook = Pick<LabelProps, 'status' | 'icon' | 'variant' | 'color'>;

/**
 * A label that says on a click what it means. A table has one in every row, so what shows the
 * explanation is there only while it is shown: closed, it would still listen to the whole page.
 */
export const ExplainedLabel = ({
  title,
  look,
  children,
}: {
  readonly title: string;
  readonly look: LabelLook;
  /** The explanation. */
  readonly children: ReactNode;
}) => {
  const place = useRef<HTMLSpanElement>(null);
  const [phase, setPhase] = useState<'away' | 'shown' | 'closing'>('away');
  return (
    <>
      <span ref={place}>
        <Label
          {...look}
          isCompact
          onClick={() => setPhase((now) => (now === 'away' ? 'shown' : now))}
        >
          {title}
        </Label>
      </span>
      {phase !== 'away' && (
        <Popover
          triggerRef={() => place.current?.querySelector('button') ?? document.body}
          isVisible={phase === 'shown'}
          shouldClose={() => setPhase('closing')}
          onHidden={() => setPhase('away')}
          headerContent={title}
          headerComponent="h2"
          bodyContent={children}
          appendTo={mainRegion}
        />
      )}
    </>
  );
};
