import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useHeadingFocus } from '../../components/focus-heading';
import type { ImageTrigger } from '../../domain/image-trigger';
import { DeleteTriggerModal } from './DeleteTriggerModal';
import { PauseTriggerModal } from './PauseTriggerModal';
import { SettleEditModal } from './SettleEditModal';

type Action = 'delete' | 'pause' | 'settle';

export interface TriggerActions {
  readonly start: (action: Action, trigger: ImageTrigger) => void;
  /** The dialog of the action under way, to be rendered by the page. */
  readonly dialog: ReactNode;
}

/**
 * The actions on a trigger, each with its dialog. `known` are all triggers, undefined while nobody
 * can tell: one that is not among them any more was deleted, by whomever.
 */
export const useTriggerActions = (
  known: readonly ImageTrigger[] | undefined,
  onDeleted?: () => void,
): TriggerActions => {
  const [current, setCurrent] = useState<{ action: Action; trigger: ImageTrigger }>();
  const start = useCallback((action: Action, trigger: ImageTrigger) => {
    setCurrent({ action, trigger });
  }, []);
  const [deletions, setDeletions] = useState(0);
  useHeadingFocus(deletions);
  const close = (deleted: boolean): void => {
    setCurrent(undefined);
    if (!deleted) return;
    setDeletions(deletions + 1);
    onDeleted?.();
  };
  if (!current) return { start, dialog: null };
  const { action, trigger } = current;
  const isGone = known?.every(({ uid }) => uid !== trigger.uid) ?? false;
  const common = { trigger, isGone, onClose: close };
  const dialogs: Record<Action, ReactNode> = {
    delete: <DeleteTriggerModal others={known ?? []} {...common} />,
    pause: <PauseTriggerModal {...common} />,
    settle: <SettleEditModal {...common} />,
  };
  return { start, dialog: dialogs[action] };
};
