import type { PushEventProblem } from '../domain/push-event';
import { patienceSeconds } from '../domain/sent-way';
import type { SentHop, SentNote } from '../domain/sent-way';
import type { Translate } from './use-t';

/** Why a push cannot be sent through the chain. */
export const pushEventProblemText: Record<PushEventProblem, (t: Translate) => string> = {
  paused: (t) => t('The trigger is paused, so its listener would run nothing.'),
  'push-gone': (t) => t('The ImageStream no longer holds this push.'),
  filtered: (t) =>
    t(
      'The trigger’s filter, as it is now, would not let this push pass: by its tag rule, because the push is older than the trigger or its last change, or because more images came with it than the trigger runs of one event.',
    ),
  'changed-by-hand': (t) =>
    t('The trigger’s filter was changed by hand, so nobody can tell what it would let pass.'),
};

/** What each stop of an event on its way is called. */
export const sentHopTitle: Record<SentHop['id'], (t: Translate) => string> = {
  listener: (t) => t('Listener'),
  created: (t) => t('PipelineRun created'),
  finished: (t) => t('PipelineRun finished'),
};

/** What there is to say of a stop. */
export const sentNoteText: Record<SentNote, (t: Translate) => string> = {
  sending: (t) => t('The event is on its way to the listener.'),
  taken: (t) => t('The listener has taken the event. It answers before it has looked at it.'),
  refused: (t) => t('The event did not reach the listener. Nothing has run.'),
  waiting: (t) => t('Waiting for what the listener makes of it.'),
  made: (t) =>
    t(
      'The listener made it of this event: filter, interceptors, template and permissions of the chain work.',
    ),
  'other-run': (t) =>
    t('The push has its PipelineRun, but this event did not make it. It did not run again.'),
  'no-run': (t) =>
    t(
      'No PipelineRun within {{seconds}} seconds. Either an interceptor does not answer, the template is refused, or the ServiceAccount of the listener lacks a permission: the log of its pod says which. Once it is mended, send it again or run the push directly.',
      { seconds: patienceSeconds },
    ),
  queued: (t) => t('It is waiting to start.'),
  running: (t) => t('It is running.'),
  succeeded: (t) => t('It succeeded.'),
  failed: (t) => t('It failed.'),
  cancelled: (t) => t('It was cancelled.'),
  unknown: (t) => t('It is gone, and nothing tells how it ended.'),
};
