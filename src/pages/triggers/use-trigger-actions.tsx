import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useHeadingFocus } from '../../components/focus-heading';
import type { ImageTrigger } from '../../domain/image-trigger';
import { DeleteTriggerModal } from './DeleteTriggerModal';
import { EndTakeOverModal } from './EndTakeOverModal';
import { PauseTriggerModal } from './PauseTriggerModal';
import { RemoveOldPartsModal } from './RemoveOldPartsModal';
import { RepairModal } from './RepairModal';
import { SettleEditModal } from './SettleEditModal';

/** `upgrade` is a repair of what an older version built. */
export type TriggerAction =
  'delete' | 'pause' | 'settle' | 'repair' | 'upgrade' | 'remove-old' | 'end-take-over';

export interface TriggerActions {
  readonly start: (action: TriggerAction, trigger: ImageTrigger) => void;
  /** The dialog of the action under way, to be rendered by the page. */
  readonly dialog: ReactNode;
  /** How many triggers were repaired here: what was read once must be read again then. */
  readonly repairs: number;
}

/**
 * The actions on a trigger, each with its dialog. `known` are all triggers, undefined while nobody
 * can tell: one that is not among them any more was deleted, by whomever.
 */
export const useTriggerActions = (
  known: readonly ImageTrigger[] | undefined,
  onDeleted?: () => void,
): TriggerActions => {
  const [current, setCurrent] = useState<{ action: TriggerAction; trigger: ImageTrigger }>();
  const start = useCallback((action: TriggerAction, trigger: ImageTrigger) => {
    setCurrent({ action, trigger });
  }, []);
  const [deletions, setDeletions] = useState(0);
  const [repairs, setRepairs] = useState(0);
  const [ends, setEnds] = useState(0);
  // What opened the dialog may have gone with what it was about.
  useHeadingFocus(deletions + repairs + ends);
  const close = (deleted: boolean): void => {
    setCurrent(undefined);
    if (!deleted) return;
    setDeletions(deletions + 1);
    onDeleted?.();
  };
  if (!current) return { start, dialog: null, repairs };
  const { action, trigger } = current;
  const isGone = known?.every(({ uid }) => uid !== trigger.uid) ?? false;
  const common = { trigger, isGone, onClose: close };
  const onEnded = () => setEnds(ends + 1);
  const repair = { ...common, known, onRepaired: () => setRepairs(repairs + 1) };
  const dialogs: Record<TriggerAction, ReactNode> = {
    delete: <DeleteTriggerModal others={known ?? []} {...common} />,
    pause: <PauseTriggerModal {...common} />,
    settle: <SettleEditModal {...common} />,
    repair: <RepairModal isUpgrade={false} {...repair} />,
    upgrade: <RepairModal isUpgrade {...repair} />,
    'remove-old': <RemoveOldPartsModal known={known ?? []} onEnded={onEnded} {...common} />,
    'end-take-over': <EndTakeOverModal onEnded={onEnded} {...common} />,
  };
  return { start, dialog: dialogs[action], repairs };
};
