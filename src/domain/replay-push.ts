import { imageKind } from '../k8s/image';
import { imageStreamKind } from '../k8s/image-stream';
import type { ImageStream } from '../k8s/image-stream';
import { pipelineRunKind } from '../k8s/pipeline-run';
import type { PipelineRun } from '../k8s/pipeline-run';
import { nameOf, namespaceOf } from '../k8s/resource';
import { triggerBindingKind } from '../k8s/trigger-binding';
import { imagesAsStream } from './cluster-images';
import type { ClusterVerbs } from './cluster-verbs';
import type { HistoryRow, PushStatus } from './history';
import type { ImageTrigger } from './image-trigger';
import { replayedByAnnotation } from './marks';
import { problemOf } from './problem';
import type { Problem } from './problem';
import { isClusterImages } from './push';
import type { Push, StreamRef } from './push';
import { receiverName } from './relay-names';
import { pushEvent, sentEventId } from './push-event';
import type { EventOfPush } from './push-event';
import { replayRun } from './replay';
import type { ReplayProblem, RunManifest } from './replay';
import { lastRunOf } from './push-runs';
import { mostReruns, runNumberOf } from './run-name';

/**
 * Statuses of pushes that a user may want to run after all: what should have run and did not, and
 * what the trigger let pass. A push whose run exists has none of them.
 */
const replayableStatuses: ReadonlySet<PushStatus> = new Set([
  'missed',
  'alias',
  'superseded',
  'unknown',
  'paused',
  'before',
]);

/** Statuses of runs that have ended, or are gone. */
const endedStatuses: ReadonlySet<PushStatus> = new Set([
  'succeeded',
  'failed',
  'cancelled',
  'unknown',
]);

/**
 * Which run a user may make of a push, by its number: 0 is its first, the others run it again.
 * Undefined where there is one under way, nothing to run, or no number left. The name of a run that
 * was there is never taken again, whether the cluster holds it or Tekton Results. Where each image runs
 * once, the runs of all pushes of an image are numbered together.
 */
export const nextRunOf = ({ status, run, imageRuns }: HistoryRow): number | undefined => {
  const last = lastRunOf({ run, imageRuns });
  if (!last) return replayableStatuses.has(status) ? 0 : undefined;
  if (run ? !endedStatuses.has(status) : status === 'unmatched') return undefined;
  const next = endedStatuses.has(last.status) ? runNumberOf(last.name) + 1 : undefined;
  return next !== undefined && next <= mostReruns ? next : undefined;
};

/** A push that is to run for a trigger. */
export interface ReplayRequest {
  readonly trigger: ImageTrigger;
  readonly push: Pick<Push, 'digest' | 'created'>;
  /** Which of the push's runs it is to be (`nextRunOf`); the first where nothing is said. */
  readonly number?: number;
  /** The user, where the console knows one. */
  readonly by: string | undefined;
  /** Stands in for the time of the event that never came. */
  readonly now: Date;
  /**
   * Whether Tekton Results has a run of this name, which the cluster does not hold any more; false
   * where that cannot be told. It never rejects. Without it, nobody looks.
   */
  readonly wasRun?: (run: {
    readonly namespace: string;
    readonly name: string;
  }) => Promise<boolean>;
}

export type ReplayPlan =
  /** The API server would take it, as it stands here. */
  | {
      readonly outcome: 'ready';
      readonly run: RunManifest;
      /** The event by which the listener would make it; undefined for a push that is run again. */
      readonly sent: EventOfPush | undefined;
    }
  | { readonly outcome: 'impossible'; readonly problem: ReplayProblem }
  /** The push has run after all: nothing is left to do. */
  | { readonly outcome: 'has-run'; readonly run: { namespace: string; name: string } }
  /** What kept the listener from it may be just this, such as a quota. */
  | { readonly outcome: 'refused'; readonly problem: Problem };

/** What came of the attempt to create a run. */
export type ReplayResult =
  | { readonly outcome: 'created'; readonly run: PipelineRun }
  | Extract<ReplayPlan, { outcome: 'has-run' | 'refused' }>;

const isTaken = (problem: Problem): boolean => problem.code === 'already-exists';

/** The run that a user asks for says so; all else is the listener's own. */
const signedRun = (run: RunManifest, by: string | undefined): RunManifest => ({
  ...run,
  metadata: {
    ...run.metadata,
    annotations: { ...run.metadata.annotations, [replayedByAnnotation]: by ?? '' },
  },
});

const create = async (
  run: RunManifest,
  verbs: ClusterVerbs,
  options?: { dryRun: boolean },
): Promise<ReplayResult> => {
  try {
    return { outcome: 'created', run: await verbs.create(pipelineRunKind, run, options) };
  } catch (error) {
    const problem = problemOf(error);
    const name = { namespace: namespaceOf(run), name: nameOf(run) };
    return isTaken(problem) ? { outcome: 'has-run', run: name } : { outcome: 'refused', problem };
  }
};

/** The ImageStream of a push as it is now, or its Image in the same form; undefined where it is gone. */
const streamWith = async (
  { digest }: Pick<Push, 'digest'>,
  stream: StreamRef,
  verbs: ClusterVerbs,
): Promise<ImageStream | undefined> => {
  if (!isClusterImages(stream)) return verbs.get({ kind: imageStreamKind, ...stream });
  const image = await verbs.get({ kind: imageKind, name: digest });
  return image && imagesAsStream([image]);
};

const planned = async (request: ReplayRequest, verbs: ClusterVerbs): Promise<ReplayPlan> => {
  const { trigger, push, number, by, now, wasRun } = request;
  const { namespace, binding: bound } = trigger;
  if (!bound) return { outcome: 'impossible', problem: 'changed-by-hand' };
  const [binding, stream] = await Promise.all([
    verbs.get({ kind: triggerBindingKind, namespace, name: receiverName(bound.stream.namespace) }),
    streamWith(push, bound.stream, verbs),
  ]);
  if (!binding) return { outcome: 'impossible', problem: 'binding-missing' };
  if (!stream) return { outcome: 'impossible', problem: 'push-gone' };
  const event = { id: `replay-${now.getTime()}`, time: now.toISOString() };
  const replay = replayRun({ trigger, binding, stream, push, number, event, uid: event.id });
  if (replay.outcome === 'impossible') return replay;
  const run = signedRun(replay.run, by);
  const tried = await create(run, verbs, { dryRun: true });
  if (tried.outcome !== 'created') return tried;
  // The API server knows nothing of a run that was pruned: its name is free there.
  const name = { namespace: namespaceOf(run), name: nameOf(run) };
  if (await wasRun?.(name)) return { outcome: 'has-run', run: name };
  const id = sentEventId(by, now);
  return {
    outcome: 'ready',
    run,
    sent: number ? undefined : pushEvent(trigger, { stream, push, id }),
  };
};

/**
 * The run that a push would get, tried on the API server by a dry run. Nothing is written.
 * It never rejects: what goes wrong is an outcome.
 */
export const planReplay = async (
  request: ReplayRequest,
  verbs: ClusterVerbs,
): Promise<ReplayPlan> => {
  try {
    return await planned(request, verbs);
  } catch (error) {
    return { outcome: 'refused', problem: problemOf(error) };
  }
};

/**
 * Creates the run of a plan. Its name is the listener's own for the push, so that whoever comes
 * second, be it the listener, another user or a second click, creates nothing.
 */
export const applyReplay = (
  { run }: { readonly run: RunManifest },
  verbs: ClusterVerbs,
): Promise<ReplayResult> => create(run, verbs);
