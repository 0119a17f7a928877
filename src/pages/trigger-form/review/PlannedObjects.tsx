import type { ReactNode } from 'react';
import { StackItem, Title } from '@patternfly/react-core';
import type { ApplyState } from '../../../domain/apply/transaction';
import type { PlannedResource } from '../../../domain/plan';
import { useT } from '../../../i18n/use-t';
import { PlannedResources } from './PlannedResources';

/** Everything that is written, as items of a stack: what triggers have of their own, and what they share. */
export const PlannedObjects = ({
  plan,
  states,
  children,
}: {
  readonly plan: readonly PlannedResource[];
  /** One for each object of the plan. */
  readonly states: readonly ApplyState[];
  /** What triggers have of their own. */
  readonly children: ReactNode;
}) => {
  const t = useT();
  const kept = states.filter((state) => state === 'kept').length;
  return (
    <>
      <StackItem>
        <Title headingLevel="h2" size="lg">
          {t('{{count}} objects', { count: plan.length })}
          {kept > 0 && `, ${t('{{count}} of them already there', { count: kept })}`}
        </Title>
      </StackItem>
      <StackItem>{children}</StackItem>
      <StackItem>
        <PlannedResources
          title={t('Event source and listener, shared by the triggers of the project')}
          plan={plan}
          states={states}
          includes={({ part }) => part === 'shared'}
        />
      </StackItem>
    </>
  );
};
