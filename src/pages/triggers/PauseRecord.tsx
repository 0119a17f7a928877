import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { lastSwitch } from '../../domain/activity';
import type { ImageTrigger } from '../../domain/image-trigger';
import { useT } from '../../i18n/use-t';

/** Since when a trigger is paused, by whom and why, as far as it was written down. */
export const PauseRecord = ({ trigger }: { readonly trigger: ImageTrigger }) => {
  const t = useT();
  const latest = lastSwitch(trigger.activity);
  if (latest?.state !== 'paused') return null;
  return (
    <>
      <div>
        {t('Paused')} <Timestamp timestamp={latest.at} />{' '}
        {latest.by !== undefined && t('by {{user}}', { user: latest.by })}
      </div>
      {latest.reason !== undefined && (
        <div>{t('Reason: {{reason}}', { reason: latest.reason })}</div>
      )}
    </>
  );
};
