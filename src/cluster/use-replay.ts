import { useCallback, useEffect, useMemo, useState } from 'react';
import type { HistoryRow } from '../domain/history';
import { triggerKey } from '../domain/image-trigger';
import type { ImageTrigger } from '../domain/image-trigger';
import { applyReplay, nextRunOf, planReplay } from '../domain/replay-push';
import type { ReplayPlan } from '../domain/replay-push';
import { useArchives } from './archive/use-archives';
import { currentUser } from './current-user';
import { useEventSender } from './use-event-sender';
import type { EventSender } from './use-event-sender';
import { consoleVerbs } from './verbs';

interface Asked {
  readonly row: HistoryRow;
  readonly trigger: ImageTrigger;
  /** Which of the push's runs it will be: 0 is the first. */
  readonly number: number;
}

/** A push that the user is about to run. */
export interface ReplayUnderWay extends Asked {
  /** What the API server says to it; undefined until it has answered. */
  readonly plan: ReplayPlan | undefined;
  readonly busy: boolean;
  readonly run: () => void;
  /** Sends its event to the listener, in place of running it. */
  readonly sender: EventSender;
  /** Asks the API server again. */
  readonly check: () => void;
  readonly close: () => void;
}

export interface Replays {
  /** What opens the dialog for a push; undefined where nobody can run it. */
  readonly starterOf: (row: HistoryRow) => (() => void) | undefined;
  readonly current: ReplayUnderWay | undefined;
  /** How many times the user has run or sent a push on this page. */
  readonly created: number;
}

const none: readonly ImageTrigger[] = [];

/**
 * Lets the user run pushes that have no run, or whose run has ended, one at a time.
 * @param triggers all that are known; undefined while they are loading
 */
export const useReplay = (triggers: readonly ImageTrigger[] = none): Replays => {
  const { wasRun } = useArchives();
  const [asked, setAsked] = useState<Asked>();
  const [judged, setJudged] = useState<{ asked: Asked; plan: ReplayPlan }>();
  const [busy, setBusy] = useState(false);
  const [created, setCreated] = useState(0);
  // What was said of another push, or before the last check, is not shown.
  const plan = judged?.asked === asked ? judged?.plan : undefined;
  useEffect(() => {
    if (!asked) return undefined;
    let isCurrent = true;
    const judge = async ({ trigger, row, number }: Asked): Promise<void> => {
      const { digest = '', created } = row;
      const by = await currentUser();
      const push = { digest, created };
      const request = { trigger, push, number, by, now: new Date(), wasRun };
      const said = await planReplay(request, consoleVerbs);
      if (isCurrent) setJudged({ asked, plan: said });
    };
    void judge(asked);
    return () => {
      isCurrent = false;
    };
  }, [asked, wasRun]);
  const sender = useEventSender(
    plan?.outcome === 'ready'
      ? { namespace: asked?.trigger.namespace ?? '', name: plan.run.metadata.name }
      : undefined,
  );
  const isSent = sender.sent !== undefined && sender.sent.sending.state !== 'refused';
  const leave = (): void => {
    setAsked(undefined);
    sender.forget();
  };
  const finish = (): void => {
    leave();
    setCreated(created + 1);
  };
  const run = async (): Promise<void> => {
    if (!asked || plan?.outcome !== 'ready') return;
    setBusy(true);
    const result = await applyReplay(plan, consoleVerbs);
    setBusy(false);
    if (result.outcome === 'created') finish();
    else setJudged({ asked, plan: result });
  };
  const byKey = useMemo(() => new Map(triggers.map((one) => [triggerKey(one), one])), [triggers]);
  const starterOf = useCallback(
    (row: HistoryRow) => {
      const trigger = byKey.get(triggerKey(row.trigger));
      const number = nextRunOf(row);
      return trigger && number !== undefined ? () => setAsked({ row, trigger, number }) : undefined;
    },
    [byKey],
  );
  const current = asked && {
    ...asked,
    plan,
    busy,
    run: () => void run(),
    check: () => setAsked({ ...asked }),
    sender,
    close: isSent ? finish : leave,
  };
  return { starterOf, current, created };
};
