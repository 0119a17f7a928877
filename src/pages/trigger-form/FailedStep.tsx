import type { ReactNode } from 'react';
import { Alert, List, ListItem } from '@patternfly/react-core';
import { Refusal } from '../../components/Refusal';
import type { CreateFailure } from '../../domain/apply/create-trigger';
import type { ResourceRef } from '../../domain/cluster-verbs';
import type { Problem, ProblemCode } from '../../domain/problem';
import { refOf, resourceKey } from '../../domain/relay';
import { problemText, retryText } from '../../i18n/problem-text';
import { refText, resourceText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';

/** Problems in which nobody has judged the object: nothing about it was refused. */
const unanswered: ReadonlySet<ProblemCode> = new Set([
  'network',
  'timeout',
  'too-many-requests',
  'unauthorized',
  'unavailable',
]);

/** Which object was refused and why, and what to do; below it, what is left of the attempt. */
export const RefusedObject = ({
  object,
  problem,
  children,
}: {
  readonly object: ResourceRef;
  readonly problem: Problem;
  readonly children: ReactNode;
}) => {
  const t = useT();
  return (
    <Refusal>
      <Alert
        component="h2"
        isInline
        variant="danger"
        title={
          unanswered.has(problem.code)
            ? `${problemText[problem.code].title(t)}: ${refText(t, object)}`
            : t('{{object}} was refused', { object: refText(t, object) })
        }
      >
        <p>{problem.message}</p>
        <p>
          {problemText[problem.code].advice(t)} {retryText(t, problem)}
        </p>
        {children}
      </Alert>
    </Refusal>
  );
};

/** Why a trigger was not created, and what is left of the attempt. */
export const FailedStep = ({ failure }: { readonly failure: CreateFailure }) => {
  const t = useT();
  const { phase, resource, problem, leftOver } = failure;
  return (
    <RefusedObject object={refOf(resource)} problem={problem}>
      {phase === 'check' && <p>{t('Nothing was written.')}</p>}
      {phase === 'write' && leftOver.length === 0 && (
        <p>{t('Everything that was written has been removed again.')}</p>
      )}
      {leftOver.length > 0 && (
        <>
          <p>{t('These objects could not be removed again. None of them is active:')}</p>
          <List>
            {leftOver.map((one) => (
              <ListItem key={resourceKey(one.resource)}>
                {resourceText(t, one.resource)}: {one.problem.message}
              </ListItem>
            ))}
          </List>
        </>
      )}
    </RefusedObject>
  );
};
