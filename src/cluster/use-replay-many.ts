import { useEffect, useState } from 'react';
import type { HistoryRow } from '../domain/history';
import { triggerKey } from '../domain/image-trigger';
import type { ImageTrigger } from '../domain/image-trigger';
import { replayMany } from '../domain/replay-many';
import type { ManyOutcome } from '../domain/replay-many';
import { RunEnds } from '../domain/run-ends';
import { useArchives } from './archive/use-archives';
import { currentUser } from './current-user';
import { consoleVerbs } from './verbs';

/** One of the pushes that the user is about to run. */
export interface ManyItem {
  readonly row: HistoryRow;
  /** What came of it; undefined until its turn comes. */
  readonly outcome: ManyOutcome | 'starting' | undefined;
}

/** Pushes that the user is about to run. */
export interface ManyUnderWay {
  /** The oldest first. */
  readonly items: readonly ManyItem[];
  readonly phase: 'asked' | 'running' | 'over';
  readonly run: (atOnce: number) => void;
  /** Starts nothing more. */
  readonly close: () => void;
}

export interface ManyReplays {
  /** Opens the dialog for pushes whose triggers are known. */
  readonly start: (rows: readonly HistoryRow[]) => void;
  readonly current: ManyUnderWay | undefined;
}

interface Asked {
  readonly pushes: readonly { readonly row: HistoryRow; readonly trigger: ImageTrigger }[];
  readonly outcomes: ReadonlyMap<number, ManyOutcome | 'starting'>;
  readonly phase: ManyUnderWay['phase'];
}

/**
 * Lets the user run many pushes, some at once.
 * @param triggers all that are known
 * @param rows the history, live: it tells when runs end
 */
export const useReplayMany = (
  triggers: readonly ImageTrigger[],
  rows: readonly HistoryRow[],
): ManyReplays => {
  const { wasRun } = useArchives();
  const [asked, setAsked] = useState<Asked>();
  const [session, setSession] = useState<RunEnds>();
  useEffect(() => session?.update(rows.flatMap(({ run }) => run ?? [])), [session, rows]);
  // Who goes to another page has left the dialog, too.
  useEffect(() => () => session?.stop(), [session]);
  const start = (chosen: readonly HistoryRow[]): void => {
    const oldestFirst = [...chosen].sort((a, b) => a.created.localeCompare(b.created));
    const pushes = oldestFirst.flatMap((row) => {
      const trigger = triggers.find((one) => triggerKey(one) === triggerKey(row.trigger));
      return trigger ? [{ row, trigger }] : [];
    });
    setAsked({ pushes, outcomes: new Map(), phase: 'asked' });
  };
  const run = async (atOnce: number): Promise<void> => {
    if (asked?.phase !== 'asked') return;
    const ends = new RunEnds();
    setSession(ends);
    // What goes on after the dialog was closed is no business of the next one.
    const update = (change: (old: Asked) => Asked): void => {
      if (!ends.isStopped) setAsked((old) => old && change(old));
    };
    setAsked({ ...asked, phase: 'running' });
    const by = await currentUser();
    const requests = asked.pushes.map(({ trigger, row: { digest = '', created } }) => ({
      trigger,
      push: { digest, created },
      by,
      wasRun,
    }));
    await replayMany(requests, {
      verbs: consoleVerbs,
      now: () => new Date(),
      atOnce,
      untilEnded: (one) => ends.until(one),
      isLeft: () => ends.isStopped,
      report: (index, outcome) =>
        update((old) => ({ ...old, outcomes: new Map(old.outcomes).set(index, outcome) })),
    });
    update((old) => ({ ...old, phase: 'over' }));
  };
  const current = asked && {
    items: asked.pushes.map(({ row }, index) => ({ row, outcome: asked.outcomes.get(index) })),
    phase: asked.phase,
    run: (atOnce: number) => void run(atOnce),
    close: () => {
      session?.stop();
      setAsked(undefined);
    },
  };
  return { start, current };
};
