import { Alert } from '@patternfly/react-core';
import { RefusalAlert } from '../../components/Refusal';
import { unreadViewsText } from '../../i18n/view-text';
import { useT } from '../../i18n/use-t';
import type { Views } from './use-views';

/** What went wrong with the views that the user has saved; the history is there without them. */
export const ViewsNotice = ({ views: { stored, isRefused } }: { readonly views: Views }) => {
  const t = useT();
  return (
    <>
      {stored.state !== 'read' && (
        <Alert
          component="h2"
          isInline
          variant="warning"
          title={t('Your saved views cannot be read')}
        >
          {unreadViewsText[stored.state](t)}
        </Alert>
      )}
      {isRefused && (
        <RefusalAlert variant="warning" title={t('The change of your views was not saved')}>
          {t(
            'The console could not store it: its storage may be full, or closed to you. Your views are what they were.',
          )}
        </RefusalAlert>
      )}
    </>
  );
};
