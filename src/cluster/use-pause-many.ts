import { useCallback, useEffect, useState } from 'react';
import { triggerKey } from '../domain/image-trigger';
import type { ImageTrigger } from '../domain/image-trigger';
import { switchMany } from '../domain/pause-many';
import type { SwitchProgress, TriggerSwitch } from '../domain/pause-many';
import { currentUser } from './current-user';
import { consoleVerbs } from './verbs';

/** One of the triggers that the user is about to pause or to resume. */
export interface SwitchItem {
  readonly trigger: ImageTrigger;
  readonly progress: SwitchProgress;
}

/** Triggers that the user is about to pause or to resume. */
export interface SwitchUnderWay {
  readonly change: TriggerSwitch;
  readonly items: readonly SwitchItem[];
  readonly phase: 'asked' | 'running' | 'over';
  /** Begins, and once it is over, tries again what was refused. */
  readonly run: (reason: string | undefined) => void;
  /** Begins nothing more. */
  readonly close: () => void;
}

export interface ManySwitches {
  /** Opens the dialog. */
  readonly start: (change: TriggerSwitch, triggers: readonly ImageTrigger[]) => void;
  readonly current: SwitchUnderWay | undefined;
  /** How many times the dialog was closed after something had been done. */
  readonly times: number;
}

interface Asked extends Pick<SwitchUnderWay, 'change' | 'phase'> {
  readonly triggers: readonly ImageTrigger[];
  /** By the keys of the triggers; those that wait are not among them. */
  readonly progress: ReadonlyMap<string, SwitchProgress>;
}

const itemsOf = ({ triggers, progress }: Asked): SwitchItem[] =>
  triggers.map((trigger) => ({
    trigger,
    progress: progress.get(triggerKey(trigger)) ?? { state: 'waiting' },
  }));

const isOpen = ({ progress: { state } }: SwitchItem): boolean =>
  state === 'waiting' || state === 'refused';

/** Lets the user pause or resume many triggers, as they were when the dialog was opened. */
export const usePauseMany = (): ManySwitches => {
  const [asked, setAsked] = useState<Asked>();
  const [session, setSession] = useState<AbortController>();
  const [times, setTimes] = useState(0);
  // Who goes to another page has left the dialog, too.
  useEffect(() => () => session?.abort(), [session]);
  const start = useCallback((change: TriggerSwitch, triggers: readonly ImageTrigger[]) => {
    setAsked({ change, triggers, progress: new Map(), phase: 'asked' });
  }, []);
  const run = async (reason: string | undefined): Promise<void> => {
    if (!asked || asked.phase === 'running') return;
    const begun = new AbortController();
    setSession(begun);
    // What goes on after the dialog was closed is no business of the next one.
    const update = (change: (old: Asked) => Asked): void => {
      if (!begun.signal.aborted) setAsked((old) => old && change(old));
    };
    const left = itemsOf(asked).filter(isOpen);
    const settled = new Map(asked.progress);
    for (const { trigger } of left) settled.delete(triggerKey(trigger));
    setAsked({ ...asked, progress: settled, phase: 'running' });
    const by = await currentUser();
    const triggers = left.map(({ trigger }) => trigger);
    await switchMany(
      triggers,
      { change: asked.change, by, reason },
      {
        verbs: consoleVerbs,
        isLeft: () => begun.signal.aborted,
        report: (trigger, progress) =>
          update((old) => ({
            ...old,
            progress: new Map(old.progress).set(triggerKey(trigger), progress),
          })),
      },
    );
    update((old) => ({ ...old, phase: 'over' }));
  };
  const current = asked && {
    change: asked.change,
    items: itemsOf(asked),
    phase: asked.phase,
    run: (reason: string | undefined) => void run(reason),
    close: () => {
      session?.abort();
      setAsked(undefined);
      if (asked.phase !== 'asked') setTimes(times + 1);
    },
  };
  return { start, current, times };
};
