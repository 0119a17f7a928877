import { Alert, List, ListItem } from '@patternfly/react-core';
import { Refusal } from '../../components/Refusal';
import type { CreateFailure } from '../../domain/apply/create-trigger';
import { resourceKey } from '../../domain/relay';
import type { ProblemCode } from '../../domain/problem';
import { problemText, retryText } from '../../i18n/problem-text';
import { resourceText } from '../../i18n/resource-text';
import { useT } from '../../i18n/use-t';

/** Problems in which nobody has judged the object: nothing about it was refused. */
const unanswered: ReadonlySet<ProblemCode> = new Set([
  'network',
  'timeout',
  'too-many-requests',
  'unauthorized',
  'unavailable',
]);

/** Which object was refused and why, what to do, and what is left of the attempt. */
export const FailedStep = ({ failure }: { readonly failure: CreateFailure }) => {
  const t = useT();
  const { phase, resource, problem, leftOver } = failure;
  return (
    <Refusal>
      <Alert
        component="h2"
        isInline
        variant="danger"
        title={
          unanswered.has(problem.code)
            ? `${problemText[problem.code].title(t)}: ${resourceText(t, resource)}`
            : t('{{object}} was refused', { object: resourceText(t, resource) })
        }
      >
        <p>{problem.message}</p>
        <p>
          {problemText[problem.code].advice(t)} {retryText(t, problem)}
        </p>
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
      </Alert>
    </Refusal>
  );
};
