import { Alert, StackItem } from '@patternfly/react-core';
import { ComparisonList } from '../../../components/ComparisonList';
import type { AccessQuestion } from '../../../domain/access';
import type { CreateFailure } from '../../../domain/apply/create-trigger';
import type { Comparison } from '../../../domain/comparison';
import type { RelayLoad } from '../../../domain/relay-capacity';
import { findingText } from '../../../i18n/finding-text';
import { useT } from '../../../i18n/use-t';
import { DeniedAlert } from '../../../components/DeniedAlert';
import { FailedStep } from './FailedStep';
import type { Creation } from './use-creation';

/** Parts of the relay that triggers will run on as they are. */
export const KeptAlert = ({ kept }: { readonly kept: readonly Comparison[] }) => {
  const t = useT();
  return (
    <Alert
      component="h2"
      isInline
      variant="warning"
      title={t('{{count}} shared objects are there already, and are not what this version builds', {
        count: kept.length,
      })}
    >
      <p>
        {t('They stay as they are, and the trigger will run on them. Check that they suit it.')}
      </p>
      <ComparisonList objects={kept} />
    </Alert>
  );
};

/** What triggers would add to a listener that bears no more. */
export const OverloadAlert = ({
  load,
  count = 1,
}: {
  readonly load: RelayLoad;
  /** Of the triggers. */
  readonly count?: number;
}) => {
  const t = useT();
  return (
    <Alert
      component="h2"
      isInline
      variant="warning"
      title={
        count === 1
          ? t('With this trigger, the listener of the project may lose pushes')
          : t('With these triggers, the listener of the project may lose pushes')
      }
    >
      <p>{findingText(t, { code: 'overload', ...load })}</p>
    </Alert>
  );
};

const failureOf = (creation: Creation): CreateFailure | undefined => {
  if (creation.step === 'rehearsed')
    return creation.rehearsal.outcome === 'failed' ? creation.rehearsal : undefined;
  return creation.step === 'done' && creation.result.outcome === 'failed'
    ? creation.result
    : undefined;
};

/** What keeps the trigger from being created, or what came of the attempt, as items of a stack. */
export const ReviewFindings = ({
  creation,
  denied,
  overload,
}: {
  readonly creation: Creation;
  readonly denied: readonly AccessQuestion[] | undefined;
  /** Of the listener with this trigger, where it is too high. */
  readonly overload: RelayLoad | undefined;
}) => {
  const t = useT();
  if (denied && denied.length > 0)
    return (
      <StackItem>
        <DeniedAlert
          title={t('You do not have permission to create this trigger')}
          denied={denied}
        />
      </StackItem>
    );
  const failure = failureOf(creation);
  if (failure)
    return (
      <StackItem>
        <FailedStep failure={failure} />
      </StackItem>
    );
  if (creation.step !== 'rehearsed' || creation.rehearsal.outcome === 'failed') return null;
  const { kept } = creation.rehearsal;
  return (
    <>
      {overload && (
        <StackItem>
          <OverloadAlert load={overload} />
        </StackItem>
      )}
      {kept.length > 0 && (
        <StackItem>
          <KeptAlert kept={kept} />
        </StackItem>
      )}
    </>
  );
};
