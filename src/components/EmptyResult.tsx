import type { ReactNode } from 'react';
import { EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';

/** Takes the place of rows where there are none: why, and what to do about it. */
export const EmptyResult = ({
  title,
  body,
  children,
}: {
  readonly title: string;
  readonly body: string;
  readonly children?: ReactNode;
}) => (
  <EmptyState headingLevel="h2" titleText={title} icon={SearchIcon} variant="sm">
    <EmptyStateBody>{body}</EmptyStateBody>
    {children !== undefined && <EmptyStateFooter>{children}</EmptyStateFooter>}
  </EmptyState>
);
