import { List, ListItem } from '@patternfly/react-core';
import { RefusedObject } from '../../../components/RefusedObject';
import type { CreateFailure } from '../../../domain/apply/create-trigger';
import { refOf, resourceKey } from '../../../domain/relay';
import { resourceText } from '../../../i18n/resource-text';
import { useT } from '../../../i18n/use-t';

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
