import type { PipelineRun } from '../k8s/pipeline-run';
import { annotationOf, conditionOf, labelOf, nameOf, namespaceOf } from '../k8s/resource';
import { causeAnnotations, replayedByAnnotation, triggerLabel } from './marks';
import { perObject } from './per-object';
import { clusterImages } from './push';
import type { StreamRef } from './push';
import { senderOf } from './push-event';

/** How far a PipelineRun is. `unknown`: it is gone, and what was kept of it does not tell its end. */
export type RunStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'unknown';

/** Reasons of `Succeeded=False` that a user asked for (tektoncd/pipeline pkg/apis/pipeline/v1). */
const cancelReasons = new Set([
  'Cancelled',
  'CancelledRunFinally',
  'StoppedRunFinally',
  'CancelledRunningFinally',
  'StoppedRunningFinally',
  'PipelineRunCancelled',
]);

/** The status of a PipelineRun, from its condition `Succeeded`. */
export const runStatusOf = (run: PipelineRun): RunStatus => {
  const succeeded = conditionOf(run.status?.conditions, 'Succeeded');
  switch (succeeded?.status) {
    case undefined:
      return 'queued';
    case 'Unknown':
      return succeeded.reason === 'PipelineRunPending' ? 'queued' : 'running';
    case 'True':
      return 'succeeded';
    case 'False':
      return cancelReasons.has(succeeded.reason ?? '') ? 'cancelled' : 'failed';
  }
};

/** How something ended that is gone, by the status in which it was last seen. */
export const endOf = (lastSeen: RunStatus): RunStatus =>
  lastSeen === 'queued' || lastSeen === 'running' ? 'unknown' : lastSeen;

/** How far a PipelineRun is, and since when. */
export interface RunProgress {
  readonly namespace: string;
  readonly name: string;
  readonly status: RunStatus;
  /** Why it failed or waits, in Tekton's words. */
  readonly message: string | undefined;
  readonly createdAt: string;
  readonly startedAt: string | undefined;
  readonly finishedAt: string | undefined;
}

/** What the history shows of the PipelineRun of an image trigger. */
export interface Run extends RunProgress {
  /** Tells it from a run of the same name that was there before or after it. */
  readonly uid: string;
  /** Whether the cluster does not hold it any more, and only Tekton Results does. */
  readonly isArchived: boolean;
  /** The image trigger that its label names. */
  readonly trigger: string;
  readonly cause: Cause | undefined;
  /**
   * Who asked for it, in place of the listener or by an event in place of the source's, empty if
   * unknown; undefined where nobody did.
   */
  readonly replayedBy: string | undefined;
  /** Whether the listener made it, of whoever's event, and not a user in its place. */
  readonly viaListener: boolean;
}

/** The cause record of a run: the push as the listener saw it. */
export interface Cause {
  /** `clusterImages` where the record names none: then what was pushed was an Image. */
  readonly stream: StreamRef;
  /** Of an Image, its repository. */
  readonly tag: string;
  readonly digest: string;
  readonly reference: string;
  readonly pushedAt: string;
  /** RFC 3339 by the event source's clock; of a run that a user asked for, by the browser's. */
  readonly eventTime: string | undefined;
}

const causeOf = (run: PipelineRun): Cause | undefined => {
  const [namespace, name, tag, digest, reference, pushedAt] = [
    annotationOf(run, causeAnnotations.streamNamespace),
    annotationOf(run, causeAnnotations.stream),
    annotationOf(run, causeAnnotations.tag),
    annotationOf(run, causeAnnotations.digest),
    annotationOf(run, causeAnnotations.reference),
    annotationOf(run, causeAnnotations.pushedAt),
  ];
  const eventTime = annotationOf(run, causeAnnotations.eventTime);
  const isOfImage = namespace === undefined && name === undefined;
  const stream = isOfImage ? clusterImages : namespace && name ? { namespace, name } : undefined;
  // The rows are sorted by the time: what is none would stand above all others.
  const isComplete = stream && tag && digest && reference && pushedAt;
  return isComplete && !Number.isNaN(Date.parse(pushedAt))
    ? { stream, tag, digest, reference, pushedAt, eventTime }
    : undefined;
};

/** How far a PipelineRun is, whoever made it. */
export const progressOf = (run: PipelineRun): RunProgress => ({
  namespace: namespaceOf(run),
  name: nameOf(run),
  status: runStatusOf(run),
  message: conditionOf(run.status?.conditions, 'Succeeded')?.message,
  createdAt: run.metadata?.creationTimestamp ?? '',
  startedAt: run.status?.startTime,
  finishedAt: run.status?.completionTime,
});

/**
 * A PipelineRun as a run of an image trigger; undefined for a run of somebody else. The same run of
 * the same object: with every change of one, the history asks for all of them again.
 */
export const runOf = perObject((run: PipelineRun): Run | undefined => {
  const trigger = labelOf(run, triggerLabel);
  if (trigger === undefined || nameOf(run) === '') return undefined;
  const madeBy = annotationOf(run, replayedByAnnotation);
  const replayedBy = madeBy ?? senderOf(annotationOf(run, causeAnnotations.eventId));
  const uid = run.metadata?.uid ?? '';
  return {
    ...progressOf(run),
    uid,
    isArchived: false,
    trigger,
    cause: causeOf(run),
    replayedBy,
    viaListener: madeBy === undefined,
  };
});
