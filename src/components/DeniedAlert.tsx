import { List, ListItem } from '@patternfly/react-core';
import { RefusalAlert } from './Refusal';
import type { AccessQuestion } from '../domain/access';
import { useT } from '../i18n/use-t';

/** What the user may not do, of what it takes. */
export const DeniedAlert = ({
  title,
  denied,
}: {
  readonly title: string;
  readonly denied: readonly AccessQuestion[];
}) => {
  const t = useT();
  return (
    <RefusalAlert variant="danger" title={title}>
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
    </RefusalAlert>
  );
};
