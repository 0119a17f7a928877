import { eventIdLabel } from '../k8s/event-listener';
import type { PipelineRun } from '../k8s/pipeline-run';
import { labelOf } from '../k8s/resource';
import type { Problem } from './problem';
import type { HopState } from './push-hops';
import { runStatusOf } from './run';
import type { RunStatus } from './run';

/** What became of the request that sends an event to a listener. */
export type Sending =
  | { readonly state: 'sending' }
  /** `eventId`: the listener's own for it; undefined where it did not say. */
  | { readonly state: 'taken'; readonly eventId: string | undefined }
  | { readonly state: 'refused'; readonly problem: Problem };

/** How long, in seconds, a run may take to come before something must be wrong. */
export const patienceSeconds = 30;

/**
 * What is to be said of a hop: `other-run`: the push has a run, and this event did not make it;
 * `no-run`: the listener has taken the event, and made nothing of it in time.
 */
export type SentNote =
  'sending' | 'taken' | 'refused' | 'waiting' | 'made' | 'other-run' | 'no-run' | RunStatus;

/** A stop on the way of an event that a user has sent. */
export interface SentHop {
  readonly id: 'listener' | 'created' | 'finished';
  readonly state: HopState;
  /** Undefined where it has not come so far. */
  readonly note: SentNote | undefined;
}

const notReached = (id: SentHop['id']): SentHop => ({ id, state: 'not-reached', note: undefined });

const runStates: Record<RunStatus, HopState> = {
  queued: 'under-way',
  running: 'under-way',
  succeeded: 'done',
  failed: 'failed',
  cancelled: 'stopped',
  unknown: 'unknown',
};

const finishedHop = (run: PipelineRun): SentHop => {
  const status = runStatusOf(run);
  return { id: 'finished', state: runStates[status], note: status };
};

const listenerHops: Record<Sending['state'], SentHop> = {
  sending: { id: 'listener', state: 'under-way', note: 'sending' },
  taken: { id: 'listener', state: 'done', note: 'taken' },
  refused: { id: 'listener', state: 'failed', note: 'refused' },
};

/**
 * The way of an event that a user has sent, hop by hop. That the filter, the template and the rights
 * of the listener work is proven by the run alone.
 * @param run by the name that the push gives it; undefined while there is none
 * @param isLate whether `patienceSeconds` have passed since it was sent
 */
export const sentWay = (
  sending: Sending,
  run: PipelineRun | undefined,
  isLate: boolean,
): readonly SentHop[] => {
  const listener = listenerHops[sending.state];
  if (sending.state !== 'taken') return [listener, notReached('created'), notReached('finished')];
  if (!run) {
    const waiting: SentHop = isLate
      ? { id: 'created', state: 'failed', note: 'no-run' }
      : { id: 'created', state: 'under-way', note: 'waiting' };
    return [listener, waiting, notReached('finished')];
  }
  const isOwn = labelOf(run, eventIdLabel) === sending.eventId;
  const created: SentHop = isOwn
    ? { id: 'created', state: 'done', note: 'made' }
    : { id: 'created', state: 'stopped', note: 'other-run' };
  return [listener, created, finishedHop(run)];
};
