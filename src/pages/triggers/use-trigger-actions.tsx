import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { focusHeading } from '../../components/focus-heading';
import type { ImageTrigger } from '../../domain/image-trigger';
import { DeleteTriggerModal } from './DeleteTriggerModal';
import { PauseTriggerModal } from './PauseTriggerModal';

type Action = 'delete' | 'pause';

export interface TriggerActions {
  readonly start: (action: Action, trigger: ImageTrigger) => void;
  /** The dialog of the action under way, to be rendered by the page. */
  readonly dialog: ReactNode;
}

/** The actions on a trigger, each with its dialog. `others` are all triggers that are known. */
export const useTriggerActions = (
  others: readonly ImageTrigger[],
  onDeleted?: () => void,
): TriggerActions => {
  const [current, setCurrent] = useState<{ action: Action; trigger: ImageTrigger }>();
  const start = useCallback((action: Action, trigger: ImageTrigger) => {
    setCurrent({ action, trigger });
  }, []);
  // The dialog gives the focus back to a menu that goes with the trigger: take it from there.
  const [deletions, setDeletions] = useState(0);
  useEffect(() => {
    if (deletions > 0) focusHeading();
  }, [deletions]);
  const dialog =
    current?.action === 'delete' ? (
      <DeleteTriggerModal
        trigger={current.trigger}
        others={others}
        onClose={(deleted) => {
          setCurrent(undefined);
          if (!deleted) return;
          setDeletions(deletions + 1);
          onDeleted?.();
        }}
      />
    ) : (
      current && (
        <PauseTriggerModal trigger={current.trigger} onClose={() => setCurrent(undefined)} />
      )
    );
  return { start, dialog };
};
