import { useState } from 'react';
import type { ReactNode } from 'react';
import { ExpandableSection, Form } from '@patternfly/react-core';

/** Fields that few need, folded away; open where something is filled in, or wrong. */
export const FoldedFields = ({
  id,
  title,
  isFilled,
  hasProblem,
  isOffered,
  children,
}: {
  readonly id: string;
  readonly title: string;
  /** Whether something is filled in when they first come. */
  readonly isFilled: boolean;
  readonly hasProblem: boolean;
  /** Whether they are there at all; what was open is open again when they come back. */
  readonly isOffered: boolean;
  readonly children: ReactNode;
}) => {
  const [isOpen, setOpen] = useState(isFilled);
  const isExpanded = isOpen || hasProblem;
  if (!isOffered) return null;
  return (
    <ExpandableSection
      toggleText={title}
      toggleId={`${id}-toggle`}
      contentId={id}
      isExpanded={isExpanded}
      // What is wrong stays in sight, also once it is put right.
      onToggle={(_, open) => setOpen(open || hasProblem)}
      isIndented
    >
      {isExpanded && (
        <Form isWidthLimited onSubmit={(event) => event.preventDefault()}>
          {children}
        </Form>
      )}
    </ExpandableSection>
  );
};
