import type { ReactNode } from 'react';
import { Label, Popover } from '@patternfly/react-core';
import type { LabelProps } from '@patternfly/react-core';
import { mainRegion } from './main-region';

/** How a label looks, apart from its text. */
export type LabelLook = Pick<LabelProps, 'status' | 'icon' | 'variant' | 'color'>;

/** A label that says on a click what it means. */
export const ExplainedLabel = ({
  title,
  look,
  children,
}: {
  readonly title: string;
  readonly look: LabelLook;
  /** The explanation. */
  readonly children: ReactNode;
}) => (
  <Popover headerContent={title} headerComponent="h2" bodyContent={children} appendTo={mainRegion}>
    <Label {...look} isCompact onClick={() => undefined}>
      {title}
    </Label>
  </Popover>
);
