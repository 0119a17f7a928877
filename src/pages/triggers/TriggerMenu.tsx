import { ActionsMenu } from '../../components/ActionsMenu';
import type { ActionsMenuProps } from '../../components/ActionsMenu';
import { cloneTriggerPath, editTriggerPath } from '../../components/paths';
import { useMay } from '../../cluster/use-access';
import { pluginVersion } from '../../cluster/version';
import { gitOpsGroups, ownObjectsOf } from '../../domain/gitops';
import type { ImageTrigger } from '../../domain/image-trigger';
import { switchOf } from '../../domain/pause-many';
import { readRefusal } from '../../domain/read-draft';
import { mayNotCreateText, mayNotText } from '../../i18n/access-text';
import { readRefusalText } from '../../i18n/edit-text';
import { switchText } from '../../i18n/pause-text';
import { useT } from '../../i18n/use-t';
import { triggerKind } from '../../k8s/trigger';
import { triggerTemplateKind } from '../../k8s/trigger-template';
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
  const { name, namespace } = trigger;
  const mayPatch = useMay({ kind: triggerKind, verb: 'patch', namespace });
  const mayPatchTemplates = useMay({ kind: triggerTemplateKind, verb: 'patch', namespace });
  const mayCreate = useMay({ kind: triggerKind, verb: 'create', namespace });
  const refusal = readRefusal(trigger, pluginVersion);
  const unreadable = refusal && readRefusalText[refusal](t);
  // Who may not write it can take its manifests to where they are applied from.
  const isManaged = gitOpsGroups(ownObjectsOf(trigger)).length > 0;
  const mayNotEdit = (): string | undefined => {
    if (mayPatch === false) return mayNotText.patch(t, namespace);
    return mayPatchTemplates === false ? mayNotText.patchTemplates(t, namespace) : undefined;
  };
  const mayDelete = useMay({ kind: triggerKind, verb: 'delete', namespace });
  return (
    <ActionsMenu
      isKebab={isKebab}
      subject={name}
      actions={[
        {
          title: t('Edit'),
          to: editTriggerPath(trigger),
          refusal: (isManaged ? undefined : mayNotEdit()) ?? unreadable,
        },
        {
          title: t('Clone'),
          to: cloneTriggerPath(trigger),
          refusal: mayCreate === false ? mayNotCreateText(t, namespace) : unreadable,
        },
        ...(trigger.objects.bridge.length > 0
          ? [
              {
                title: t('End the edit'),
                onClick: () => start('settle', trigger),
                refusal: mayPatch === false ? mayNotText.patch(t, namespace) : undefined,
              },
            ]
          : []),
        {
          title: t('Repair'),
          onClick: () => start('repair', trigger),
          refusal: mayPatch === false ? mayNotText.patch(t, namespace) : undefined,
        },
        {
          title: switchText[switchOf(trigger)].action(t),
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
