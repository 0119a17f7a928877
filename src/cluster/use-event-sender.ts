import { useEffect, useMemo, useState } from 'react';
import type { AccessQuestion } from '../domain/access';
import { problemOf } from '../domain/problem';
import type { Problem } from '../domain/problem';
import type { PushEvent } from '../domain/push-event';
import type { PushId } from '../domain/push-id';
import { patienceSeconds, sentWay } from '../domain/sent-way';
import type { SentHop, Sending } from '../domain/sent-way';
import { pipelineRunKind } from '../k8s/pipeline-run';
import type { PipelineRun } from '../k8s/pipeline-run';
import { serviceKind } from '../k8s/service';
import { sendToListener } from './listener-door';
import { useDenied } from './use-access';
import { useWatchList } from './use-watch';

/** An event of a push that a user has sent to the listener. */
export interface SentEvent {
  readonly sending: Sending;
  /** How far it has come. */
  readonly hops: readonly SentHop[];
  /** Of the push, once there is one. */
  readonly run: PushId | undefined;
  /** Why nobody can tell whether there is one. */
  readonly watchProblem: Problem | undefined;
}

/** What sends the event of a push to the listener. */
export interface EventSender {
  /** Whether the user may reach the listener; undefined until it is known. */
  readonly mayReach: boolean | undefined;
  /** Undefined until it is sent. */
  readonly sent: SentEvent | undefined;
  readonly send: (event: PushEvent) => void;
  /** Lets the next push be sent. */
  readonly forget: () => void;
}

const questionsOf = (id: PushId | undefined): readonly AccessQuestion[] =>
  id ? [{ kind: serviceKind, verb: 'create', namespace: id.namespace, subresource: 'proxy' }] : [];

/** Whether the listener has had its time to make a run of what it has taken. */
const useIsLate = (isTaken: boolean): boolean => {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isTaken) return undefined;
    const timer = setTimeout(() => setIsLate(true), patienceSeconds * 1000);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isTaken]);
  return isLate;
};

/**
 * Lets the user send the event of one push after the other to the listener, and watches for its run.
 * @param id of the push; undefined while there is none to send
 */
export const useEventSender = (id: PushId | undefined): EventSender => {
  const denied = useDenied(questionsOf(id));
  const [sending, setSending] = useState<Sending>();
  const isLate = useIsLate(sending?.state === 'taken');
  const { namespace = '', name = '' } = id ?? {};
  const query = useMemo(
    () => (sending ? { kind: pipelineRunKind, namespace, name } : undefined),
    [sending, namespace, name],
  );
  const runs = useWatchList<PipelineRun>(query);
  const run = runs.state === 'loaded' ? runs.data[0] : undefined;
  const send = async (event: PushEvent): Promise<void> => {
    setSending({ state: 'sending' });
    try {
      setSending({ state: 'taken', eventId: await sendToListener(namespace, event) });
    } catch (error) {
      setSending({ state: 'refused', problem: problemOf(error) });
    }
  };
  return {
    mayReach: denied === undefined ? undefined : denied.length === 0,
    sent: sending && {
      sending,
      hops: sentWay(sending, run, isLate),
      run: run && id,
      watchProblem: runs.state === 'failed' ? runs.problem : undefined,
    },
    send: (event) => void send(event),
    forget: () => setSending(undefined),
  };
};
