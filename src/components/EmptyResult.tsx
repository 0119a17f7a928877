import type { ReactNode } from 'react';
import { EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { CubesIcon, SearchIcon } from '@patternfly/react-icons';

/** Takes the place of rows where there are none: why, and what to do about it. */
export const EmptyResult = ({
  title,
  body,
  isFiltered = false,
  children,
}: {
  readonly title: string;
  readonly body: string;
  /** Whether there would be rows without the filters. */
  readonly isFiltered?: boolean;
  readonly children?: ReactNode;
}) => (
  <EmptyState
    headingLevel="h2"
    titleText={title}
    icon={isFiltered ? SearchIcon : CubesIcon}
    variant="sm"
  >
    <EmptyStateBody>{body}</EmptyStateBody>
    {children !== undefined && <EmptyStateFooter>{children}</EmptyStateFooter>}
  </EmptyState>
);
