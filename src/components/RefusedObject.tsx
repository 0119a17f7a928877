import type { ReactNode } from 'react';
import { Alert } from '@patternfly/react-core';
import type { ResourceRef } from '../domain/cluster-verbs';
import type { Problem, ProblemCode } from '../domain/problem';
import { problemText, retryText } from '../i18n/problem-text';
import { refText } from '../i18n/resource-text';
import { useT } from '../i18n/use-t';
import { Refusal } from './Refusal';

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
