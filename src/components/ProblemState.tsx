import type { ReactNode } from 'react';
import {
  Alert,
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { DisconnectedIcon, ExclamationCircleIcon, LockIcon } from '@patternfly/react-icons';
import type { Problem, ProblemCode } from '../domain/problem';
import { problemText, retryText } from '../i18n/problem-text';
import { useT } from '../i18n/use-t';
import { LinkButton } from './LinkButton';
import { overviewPath } from './paths';

const icons: Partial<Record<ProblemCode, typeof LockIcon>> = {
  forbidden: LockIcon,
  unauthorized: LockIcon,
  network: DisconnectedIcon,
};

/** Takes the place of what could not be loaded: what happened, in the API's words, and a way on. */
export const ProblemState = ({
  problem,
  children,
}: {
  readonly problem: Problem;
  readonly children?: ReactNode;
}) => {
  const t = useT();
  const { title, advice } = problemText[problem.code];
  return (
    <EmptyState
      headingLevel="h2"
      titleText={title(t)}
      icon={icons[problem.code] ?? ExclamationCircleIcon}
      status={problem.code === 'forbidden' ? undefined : 'danger'}
    >
      <EmptyStateBody>
        <p>{problem.message}</p>
        <p>
          {advice(t)} {retryText(t, problem)} {t('This page tries again by itself.')}
        </p>
        {children}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t('Reload the page')}
          </Button>
          {problem.code === 'api-missing' && (
            <LinkButton variant="link" to={overviewPath(undefined)}>
              {t('Show what must be installed')}
            </LinkButton>
          )}
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};

/** A problem above what is shown all the same. */
export const ProblemAlert = ({
  title,
  problem,
  variant = 'danger',
}: {
  readonly title: string;
  readonly problem: Problem;
  readonly variant?: 'danger' | 'warning';
}) => {
  const t = useT();
  return (
    <Alert component="h2" isInline isLiveRegion variant={variant} title={title}>
      <p>{problem.message}</p>
      <p>
        {problemText[problem.code].advice(t)} {retryText(t, problem)}
      </p>
    </Alert>
  );
};
