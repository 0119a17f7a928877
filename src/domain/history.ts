import { ageSeconds } from './clock-skew';
import { groupBy } from './group-by';
import { triggerKey } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { waitingSeconds } from './on-its-way';
import { once } from './once';
import { endTimesByProject } from './pruned-runs';
import type { EndTimes } from './pruned-runs';
import { streamKey } from './push';
import type { Push, StreamRef } from './push';
import { imageRunsOf, pushRunsKey, pushRunsOf, triggerKeyOf } from './push-runs';
import type { PushRuns } from './push-runs';
import { runNameOf } from './run-name';
import { isVerified, neverWas, pushNameOfRun } from './run-proof';
import type { Run } from './run';
import { isBound, settledStatuses, statusWithoutRun, viewOf } from './trigger-view';
import type { BoundTrigger, TriggerView } from './trigger-view';

/** Every status of a push, in the order of its life. */
export const pushStatuses = [
  'waiting',
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'missed',
  'alias',
  'superseded',
  'image-ran',
  'unknown',
  'paused',
  'before',
  'unmatched',
  'ledger-gone',
  'unverified',
] as const;

/**
 * What became of a push for an image trigger.
 * With a run: the run's status. Without: `waiting` (still on its way), `missed` (should have run
 * and did not), `alias` (only aliases match, so it may have been moved onto the image when that was
 * no longer fresh), `superseded` (more came in its second than the trigger has lanes), `image-ran` (each
 * image runs once, and the run of this one is of another push: `HistoryRow.imageRuns`), `unknown` (its
 * run may have been pruned, or that of its image by any push that is on record; or the rule was just
 * being changed, or asks for more than the tag), `paused`
 * (when it came, or before its event could), `before` (older than the activation), `unmatched` (the
 * tag rule says no). A run without a push: `ledger-gone` (the push is no longer in the ImageStream's
 * history) or `unverified` (its cause record is missing, or does not fit its name or the history of
 * its tag, so it proves nothing). A run that is `unknown` itself is gone, and nothing tells how it ended.
 *
 * One thing leaves no trace without Tekton Results, and nobody can tell it from a push that was lost:
 * a run that somebody deleted by hand. Its push is `missed`, and the sentence of that status says so.
 * Where each image runs once, neither does a run that was pruned after it kept a later push of its image
 * from running, if the ImageStream does not hold the earlier push any more: the later one is `missed`.
 */
export type PushStatus = (typeof pushStatuses)[number];

export interface HistoryRow {
  /** Unique and stable. */
  readonly key: string;
  readonly trigger: { readonly namespace: string; readonly name: string };
  readonly status: PushStatus;
  /** Absent on an `unverified` run without a cause record. */
  readonly stream: StreamRef | undefined;
  /** The tags by which the push came to the trigger. */
  readonly tags: readonly string[];
  /** `Push.leftBy`; empty for a run whose push is not on record. */
  readonly leftBy: readonly string[];
  readonly digest: string | undefined;
  /** RFC 3339: of the push, else of the run. The rows are sorted by it. */
  readonly created: string;
  readonly run: Run | undefined;
  /** Those before it, where a user ran the push again, in their order. */
  readonly earlierRuns: readonly Run[];
  /**
   * Where each image runs once: all runs of the image, of whichever push, in their order. Empty where
   * each push does.
   */
  readonly imageRuns: readonly Run[];
}

const statusWithRun = (run: Run, { digest }: Push): PushStatus =>
  isVerified(run) && run.cause?.digest === digest ? run.status : 'unverified';

const withoutTrigger = (run: Run, { ledger, unreadable, now }: HistoryInput): PushStatus => {
  const { cause, status } = run;
  if (!cause || !isVerified(run)) return 'unverified';
  if (unreadable?.has(cause.stream.namespace)) return status;
  const pushes = ledger.get(streamKey(cause.stream)) ?? [];
  const isOnRecord = pushes.some(
    ({ digest, created }) => digest === cause.digest && created === cause.pushedAt,
  );
  // The trigger is gone or was changed by hand, but the push is there.
  if (isOnRecord) return status;
  // What is watched of the ImageStream may be behind a run that has only just begun.
  const isSettled = ageSeconds(run.createdAt, now) >= waitingSeconds;
  return isSettled && neverWas(cause, pushes, now) ? 'unverified' : 'ledger-gone';
};

/** The key of the row of a push that is on record. */
export const pushRowKey = (
  trigger: Pick<ImageTrigger, 'namespace' | 'name'>,
  { digest, created }: Pick<Push, 'digest' | 'created'>,
): string => `${triggerKey(trigger)} ${digest} ${created}`;

/** The runs of a push, and those of its image where each image runs once. */
interface RunsOfPush extends Partial<PushRuns> {
  readonly imageRuns: readonly Run[];
}

const rowOfPush = (view: TriggerView, push: Push, runs: RunsOfPush): HistoryRow => {
  const { trigger, pushes } = view;
  const { run, earlierRuns = [], imageRuns } = runs;
  const matching = pushes.get(push) ?? [];
  return {
    key: pushRowKey(trigger, push),
    trigger: { namespace: trigger.namespace, name: trigger.name },
    status: run ? statusWithRun(run, push) : statusWithoutRun(view, push, imageRuns.length > 0),
    stream: push.stream,
    tags: matching.length === 0 ? push.tags : matching,
    leftBy: push.leftBy,
    digest: push.digest,
    created: push.created,
    run,
    earlierRuns,
    imageRuns,
  };
};

const rowOfRuns = ({ run, earlierRuns }: PushRuns, input: HistoryInput): HistoryRow => ({
  // By the push: the run of an image may have a name that one of another push had before it.
  key: `${run.namespace}/${pushNameOfRun(run)}`,
  trigger: { namespace: run.namespace, name: run.trigger },
  status: withoutTrigger(run, input),
  stream: run.cause?.stream,
  tags: run.cause ? [run.cause.tag] : [],
  leftBy: [],
  digest: run.cause?.digest,
  created: run.cause?.pushedAt ?? run.createdAt,
  run,
  earlierRuns,
  imageRuns: [],
});

/** `pushesOf` every ImageStream, by `streamKey`. */
export type Pushes = ReadonlyMap<string, readonly Push[]>;

export interface HistoryInput {
  readonly ledger: Pushes;
  /** Namespaces whose ImageStreams the user may not read: nothing is claimed about their ledger. */
  readonly unreadable?: ReadonlySet<string>;
  readonly triggers: readonly ImageTrigger[];
  /** Of the cluster, and those that only Tekton Results has (`withArchived`). */
  readonly runs: readonly Run[];
  readonly now: Date;
}

/** What all triggers of a history share. */
interface Shared extends HistoryInput {
  readonly endsOfProject: (namespace: string) => EndTimes;
}

/** The rows of a trigger, with all that they were made of as long as they are settled. */
interface Joined {
  readonly pushes: readonly Push[];
  readonly runs: readonly Run[];
  readonly rows: readonly HistoryRow[];
}

const isSettled = ({ run, status }: HistoryRow): boolean =>
  run !== undefined || settledStatuses.has(status);

const areSame = (a: readonly Run[], b: readonly Run[]): boolean =>
  a.length === b.length && a.every((run, index) => run === b[index]);

/**
 * The settled rows of triggers: with every change of one object, the history of all is asked for
 * again, and of a thousand triggers one has another row.
 */
const settled = new WeakMap<BoundTrigger, Joined>();

const rowsOfTrigger = (
  trigger: BoundTrigger,
  runs: readonly Run[],
  shared: Shared,
): readonly HistoryRow[] => {
  const pushes = shared.ledger.get(streamKey(trigger.binding.stream)) ?? [];
  const known = settled.get(trigger);
  if (known?.pushes === pushes && areSame(known.runs, runs)) return known.rows;
  const view = viewOf(trigger, { ...shared, pushes, runs });
  const runsByPush = new Map(pushRunsOf(runs));
  const runsByImage = once(() => imageRunsOf(runs));
  const rows = pushes.map((push) => {
    const key = pushRunsKey({
      namespace: trigger.namespace,
      trigger: trigger.name,
      name: runNameOf(trigger.name, push),
    });
    const found = runsByPush.get(key);
    runsByPush.delete(key);
    const isByImage = view.policyAt(push.created) === 'each-image';
    const ofImage = isByImage ? runsByImage().get(push.digest) : undefined;
    return rowOfPush(view, push, { ...found, imageRuns: ofImage ?? [] });
  });
  if (runsByPush.size === 0 && rows.every(isSettled)) settled.set(trigger, { pushes, runs, rows });
  return [...rows, ...[...runsByPush.values()].map((left) => rowOfRuns(left, shared))];
};

/** Newest first. Times are of one form, so that their letters tell their order. */
const inOrder = (a: HistoryRow, b: HistoryRow): number =>
  a.created === b.created ? a.key.localeCompare(b.key) : a.created < b.created ? 1 : -1;

/**
 * The history: for every image trigger, every push of its ImageStream's ledger with what became of
 * it, and every run whose push is not in the ledger. Newest first. A push and its run find each
 * other by the run's record, which its fixed name must fit, never by time or order.
 */
export const historyOf = (input: HistoryInput): HistoryRow[] => {
  const { triggers, runs } = input;
  const byTrigger = groupBy(runs, triggerKeyOf);
  const shared = { ...input, endsOfProject: endTimesByProject(runs) };
  const rows: HistoryRow[] = [];
  for (const trigger of triggers) {
    if (!isBound(trigger)) continue;
    const key = triggerKey(trigger);
    rows.push(...rowsOfTrigger(trigger, byTrigger.get(key) ?? [], shared));
    byTrigger.delete(key);
  }
  for (const left of byTrigger.values())
    rows.push(...[...pushRunsOf(left).values()].map((one) => rowOfRuns(one, input)));
  return rows.sort(inOrder);
};

/** Statuses of pushes that have a run, which their record proves. */
export const runStatuses = [
  'queued',
  'running',
  'succeeded',
  'failed',
  'cancelled',
] as const satisfies readonly PushStatus[];

/** Statuses of runs that have not ended. */
export const underWayStatuses = ['queued', 'running'] as const satisfies readonly PushStatus[];

/** Statuses of pushes that never were this trigger's business: hidden unless asked for. */
export const quietStatuses: ReadonlySet<PushStatus> = new Set(['before', 'unmatched']);
