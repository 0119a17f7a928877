import { useState } from 'react';
import type { ReactNode } from 'react';
import { ExpandableSection } from '@patternfly/react-core';

/** A section that is closed at first, and makes what is in it when it is opened. */
export const OpeningSection = ({
  title,
  children,
}: {
  readonly title: ReactNode;
  readonly children: () => ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  return (
    <ExpandableSection
      isExpanded={open}
      onToggle={(_, next) => setOpen(next)}
      toggleContent={
        // PatternFly keeps what a button says on one line, however long the names in it are.
        <span style={{ whiteSpace: 'normal', overflowWrap: 'anywhere', textAlign: 'start' }}>
          {title}
        </span>
      }
    >
      {open && children()}
    </ExpandableSection>
  );
};
