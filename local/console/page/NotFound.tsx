import { EmptyState, EmptyStateBody, PageSection } from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import type { FC } from 'react';
import { useLocation } from 'react-router';
import { DocumentTitle } from '../modules/shared/src/components/document-title/DocumentTitle';

/** Said for what is neither a page of the plugin nor one of the few of the local console. */
export const NotFound: FC = () => {
  const { pathname } = useLocation();
  return (
    <PageSection hasBodyWrapper={false}>
      <DocumentTitle>Page not found</DocumentTitle>
      <EmptyState icon={SearchIcon} titleText="404: Page not found" headingLevel="h1">
        <EmptyStateBody>
          The local console has no page at {pathname}. It may exist in the OpenShift console.
        </EmptyStateBody>
      </EmptyState>
    </PageSection>
  );
};
