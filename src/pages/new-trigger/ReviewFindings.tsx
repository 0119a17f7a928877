import { Alert, List, ListItem } from '@patternfly/react-core';
import { FailedStep } from './FailedStep';
import type { AccessQuestion } from '../../domain/access';
import { useT } from '../../i18n/use-t';
import type { Creation } from './use-creation';

/** What the user may not do, of what creating the trigger takes. */
const DeniedAlert = ({ denied }: { readonly denied: readonly AccessQuestion[] }) => {
  const t = useT();
  return denied.length === 0 ? null : (
    <Alert
      component="h2"
      isInline
      variant="danger"
      title={t('You do not have permission to create this trigger')}
    >
      <p>{t('Ask an administrator of the project for these permissions:')}</p>
      <List>
        {denied.map(({ verb, kind, namespace }) => (
          <ListItem key={`${verb} ${kind.plural} ${namespace ?? ''}`}>
            {t('{{verb}} {{plural}} in project {{project}}', {
              verb,
              plural: kind.labelPlural,
              project: namespace ?? '',
            })}
          </ListItem>
        ))}
      </List>
    </Alert>
  );
};

/** What keeps the trigger from being created, or what came of the attempt. */
export const ReviewFindings = ({
  creation,
  denied,
}: {
  readonly creation: Creation;
  readonly denied: readonly AccessQuestion[] | undefined;
}) => {
  if (denied && denied.length > 0) return <DeniedAlert denied={denied} />;
  if (creation.step === 'rehearsed' && creation.rehearsal.outcome === 'failed')
    return <FailedStep failure={creation.rehearsal} />;
  if (creation.step === 'done' && creation.result.outcome === 'failed')
    return <FailedStep failure={creation.result} />;
  return null;
};
