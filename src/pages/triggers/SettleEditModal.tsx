import { Content } from '@patternfly/react-core';
import { consoleVerbs } from '../../cluster/verbs';
import { settleEdit } from '../../domain/apply/settle-edit';
import { useT } from '../../i18n/use-t';
import { TriggerModal } from './TriggerModal';
import type { TriggerDialogProps } from './TriggerModal';
import { useAttempt } from './use-attempt';

/** Ends an edit that nobody ended. */
export const SettleEditModal = ({ trigger, isGone, onClose }: TriggerDialogProps) => {
  const t = useT();
  const { busy, problem, run } = useAttempt(
    () => settleEdit(trigger, consoleVerbs),
    () => onClose(false),
  );
  return (
    <TriggerModal
      id="settle-edit"
      title={t('End the edit of image trigger {{name}}?', { name: trigger.name })}
      action={{ title: t('End the edit'), run }}
      busy={busy}
      failure={problem && { title: t('The edit was not ended'), problem }}
      isGone={isGone}
      isDone={isGone}
      onClose={onClose}
    >
      <Content component="p">
        {t(
          'Where the edit was all but done, it stays. Else the trigger becomes what it was before. If somebody is saving it right now, their edit fails.',
        )}
      </Content>
    </TriggerModal>
  );
};
