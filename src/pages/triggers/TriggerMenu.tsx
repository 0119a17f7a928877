import { ActionsMenu } from '../../components/ActionsMenu';
import type { ActionsMenuProps } from '../../components/ActionsMenu';
import { useMay } from '../../cluster/use-access';
import type { ImageTrigger } from '../../domain/image-trigger';
import { mayNotText } from '../../i18n/access-text';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import type { TriggerActions } from './use-trigger-actions';

/** The actions on a trigger; what the user may not do is disabled, with its reason. */
export const TriggerMenu = ({
  trigger,
  start,
  isKebab,
}: {
  readonly trigger: ImageTrigger;
  readonly start: TriggerActions['start'];
} & Pick<ActionsMenuProps, 'isKebab'>) => {
  const t = useT();
  const { name, namespace, active } = trigger;
  const mayPatch = useMay({ kind: triggerKind, verb: 'patch', namespace });
  const mayDelete = useMay({ kind: triggerKind, verb: 'delete', namespace });
  return (
    <ActionsMenu
      isKebab={isKebab}
      subject={name}
      actions={[
        {
          title: active === 'none' ? t('Resume') : t('Pause'),
          onClick: () => start('pause', trigger),
          refusal: mayPatch === false ? mayNotText.patch(t, namespace) : undefined,
        },
        {
          title: t('Delete'),
          onClick: () => start('delete', trigger),
          refusal: mayDelete === false ? mayNotText.delete(t, namespace) : undefined,
        },
      ]}
    />
  );
};
