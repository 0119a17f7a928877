import type { RepairState } from '../domain/apply/repair-trigger';
import type { HeldReason } from '../domain/repair-object';
import type { Translate } from './use-t';

/** How far a repair is with an object. */
export const repairStateText: Record<RepairState, (t: Translate) => string> = {
  pending: (t) => t('Pending'),
  checked: (t) => t('Checked'),
  created: (t) => t('Created'),
  changed: (t) => t('Changed'),
  removed: (t) => t('Removed'),
  failed: (t) => t('Refused'),
};

/** Why a repair leaves an object as it is, and what to do about it. */
export const heldText = (t: Translate, reason: HeldReason): string => {
  switch (reason.code) {
    case 'newer':
      return t('A newer version of the plugin built it.');
    case 'foreign':
      return t(
        'Somebody else made it: it has neither the label nor the mark of this plugin. Delete it, or rename it, and repair the trigger then.',
      );
    case 'run-unknown':
      return t(
        'It is gone, or makes no PipelineRun, and nothing else says which Pipeline it ran with which parameters. Edit the trigger to choose them again.',
      );
    case 'needed':
      return t(
        '{{count}} other image triggers of the project, built by an older version, are reached only by the listener as it is. Repair them first.',
        { count: reason.triggers },
      );
  }
};
