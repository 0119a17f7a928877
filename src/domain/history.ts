import { stateAt } from './activity';
import { triggerKey } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { streamKey } from './push';
import type { Push, StreamRef } from './push';
import { matchersOver } from './rule-history';
import type { MatchersAt } from './rule-history';
import { runNameOf } from './run-name';
import type { Cause, Run } from './run';

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
 * no longer fresh), `unknown` (its run may have been pruned, or the rule was just being changed), `paused`, `before` (older than the
 * activation), `unmatched` (the tag rule says no). A run without a push: `ledger-gone` (the push
 * is no longer in the ImageStream's history) or `unverified` (its cause record is missing, or does
 * not fit its name or the history of its tag, so it proves nothing).
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
}

/** Until then a push may still be on its way through the chain. */
const waitingSeconds = 20;
/** The OpenShift Pipelines pruner runs once a day by default: younger runs are still there. */
const prunedAfterSeconds = 24 * 60 * 60;

const ageSeconds = (time: string, now: Date): number => (now.getTime() - Date.parse(time)) / 1000;

interface TriggerView {
  readonly trigger: ImageTrigger;
  readonly matchersAt: MatchersAt;
  /** The creation time of the oldest run that is left, or undefined for none. */
  readonly oldestRun: string | undefined;
  readonly now: Date;
}

/** The tags of a push that any of the rules of its time matches. */
const matchingTags = ({ matchersAt }: TriggerView, { created, tags }: Push): readonly string[] =>
  tags.filter((tag) => matchersAt(created).some((matches) => matches(tag)));

const withoutRun = (view: TriggerView, push: Push): PushStatus => {
  const { trigger, matchersAt, oldestRun, now } = view;
  const matching = matchingTags(view, push);
  if (matching.length === 0) return 'unmatched';
  const state = stateAt(trigger.activity, push.created);
  if (state !== 'active') return state;
  const age = ageSeconds(push.created, now);
  if (age < waitingSeconds) return 'waiting';
  // Around an edit, nobody can tell which of two rules that disagree the push was judged by.
  if (!matchersAt(push.created).every((matches) => push.tags.some(matches))) return 'unknown';
  // Pruners take the oldest runs first: where an older one is left, this one never was.
  const mayBePruned = oldestRun === undefined || push.created < oldestRun;
  if (mayBePruned && age > prunedAfterSeconds) return 'unknown';
  return matching.every((tag) => push.aliases.includes(tag)) ? 'alias' : 'missed';
};

/**
 * Whether a run's cause record tells the push that its name tells, neither proves it alone, and
 * whether what was run is the image that it tells: the listener takes events from anybody.
 */
const isVerified = ({ name, trigger, cause }: Run): boolean =>
  cause !== undefined &&
  name === runNameOf(trigger, { digest: cause.digest, created: cause.pushedAt }) &&
  cause.reference.endsWith(`@${cause.digest}`);

const statusWithRun = (run: Run, { digest }: Push): PushStatus =>
  isVerified(run) && run.cause?.digest === digest ? run.status : 'unverified';

/** What the image pruner of OpenShift leaves of a tag by default (`oc adm prune images`). */
const pruner = { keptSeconds: 60 * 60, keptRevisions: 3 };

/**
 * Whether the history of a tag proves that a push that it does not hold never was: it holds an older
 * one, and pruners take neither young pushes nor the newest. An alias proves nothing: it may have
 * been made again on an older image.
 */
const neverWas = ({ tag, pushedAt }: Cause, pushes: readonly Push[], now: Date): boolean => {
  const held = pushes.filter(({ tags, aliases }) => tags.includes(tag) && !aliases.includes(tag));
  const newer = held.filter(({ created }) => Date.parse(created) > Date.parse(pushedAt));
  const mayBePruned =
    newer.length >= pruner.keptRevisions && ageSeconds(pushedAt, now) > pruner.keptSeconds;
  return newer.length < held.length && !mayBePruned;
};

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

const rowOfPush = (view: TriggerView, push: Push, run: Run | undefined): HistoryRow => {
  const { trigger } = view;
  const matching = matchingTags(view, push);
  return {
    key: pushRowKey(trigger, push),
    trigger: { namespace: trigger.namespace, name: trigger.name },
    status: run ? statusWithRun(run, push) : withoutRun(view, push),
    stream: push.stream,
    tags: matching.length === 0 ? push.tags : matching,
    leftBy: push.leftBy,
    digest: push.digest,
    created: push.created,
    run,
  };
};

const rowOfRun = (run: Run, input: HistoryInput): HistoryRow => ({
  key: `${run.namespace}/${run.name}`,
  trigger: { namespace: run.namespace, name: run.trigger },
  status: withoutTrigger(run, input),
  stream: run.cause?.stream,
  tags: run.cause ? [run.cause.tag] : [],
  leftBy: [],
  digest: run.cause?.digest,
  created: run.cause?.pushedAt ?? run.createdAt,
  run,
});

/** `pushesOf` every ImageStream, by `streamKey`. */
export type Pushes = ReadonlyMap<string, readonly Push[]>;

export interface HistoryInput {
  readonly ledger: Pushes;
  /** Namespaces whose ImageStreams the user may not read: nothing is claimed about their ledger. */
  readonly unreadable?: ReadonlySet<string>;
  readonly triggers: readonly ImageTrigger[];
  readonly runs: readonly Run[];
  readonly now: Date;
}

const oldestOf = (runs: readonly Run[]): string | undefined =>
  runs.reduce<string | undefined>(
    (oldest, { createdAt }) => (oldest === undefined || createdAt < oldest ? createdAt : oldest),
    undefined,
  );

/**
 * The history: for every image trigger, every push of its ImageStream's ledger with what became of
 * it, and every run whose push is not in the ledger. Newest first. A push and its run find each
 * other by the run's fixed name, never by time or order.
 */
export const historyOf = (input: HistoryInput): HistoryRow[] => {
  const { ledger, triggers, runs, now } = input;
  const runsByTrigger = new Map<string, Run[]>();
  for (const run of runs) {
    const key = triggerKey({ namespace: run.namespace, name: run.trigger });
    const known = runsByTrigger.get(key);
    if (known) known.push(run);
    else runsByTrigger.set(key, [run]);
  }
  const explained = new Set<Run>();
  const rows: HistoryRow[] = [];
  for (const trigger of triggers) {
    const { binding } = trigger;
    if (!binding) continue;
    const own = runsByTrigger.get(triggerKey(trigger)) ?? [];
    const byName = new Map(own.map((run) => [run.name, run]));
    const view: TriggerView = {
      trigger,
      matchersAt: matchersOver(trigger.activity, binding.rule),
      oldestRun: oldestOf(own),
      now,
    };
    for (const push of ledger.get(streamKey(binding.stream)) ?? []) {
      const run = byName.get(runNameOf(trigger.name, push));
      if (run) explained.add(run);
      rows.push(rowOfPush(view, push, run));
    }
  }
  for (const run of runs) if (!explained.has(run)) rows.push(rowOfRun(run, input));
  return rows.sort((a, b) => b.created.localeCompare(a.created) || a.key.localeCompare(b.key));
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
