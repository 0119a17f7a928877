import type { ErrorBoundaryFallbackProps } from '@openshift-console/dynamic-plugin-sdk';
import {
  Button,
  CodeBlock,
  CodeBlockCode,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  ExpandableSection,
  PageSection,
} from '@patternfly/react-core';
import { ExclamationCircleIcon } from '@patternfly/react-icons';
import type { FC } from 'react';

const ErrorBoundaryFallbackPage: FC<ErrorBoundaryFallbackProps> = (props) => {
  const { errorMessage, componentStack, stack, title } = props;
  return (
    <PageSection hasBodyWrapper={false}>
      <EmptyState
        status="danger"
        icon={ExclamationCircleIcon}
        titleText="Something wrong happened"
        headingLevel="h1"
      >
        <EmptyStateBody>{errorMessage}</EmptyStateBody>
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button onClick={() => window.location.reload()}>Reload page</Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      </EmptyState>
      <ExpandableSection toggleText="Show details">
        <CodeBlock>
          <CodeBlockCode>{[title, stack, componentStack].join('\n')}</CodeBlockCode>
        </CodeBlock>
      </ExpandableSection>
    </PageSection>
  );
};

export default ErrorBoundaryFallbackPage;
