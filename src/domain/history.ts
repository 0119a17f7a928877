import { stateAt } from './activity';
import { triggerKey } from './image-trigger';
import type { Binding, ImageTrigger } from './image-trigger';
import { streamKey } from './push';
import type { Push, StreamRef } from './push';
import { runNameOf } from './run-name';
import type { Run, RunStatus } from './run';
import { tagMatcher } from './tag-rule';

/**
 * What became of a push for an image trigger.
 * With a run: the run's status. Without: `waiting` (still on its way), `missed` (should have run
 * and did not), `unknown` (its run may have been pruned), `paused`, `before` (older than the
 * activation), `unmatched` (the tag rule says no). A run without a push: `ledger-gone` (the push
 * is no longer in the ImageStream's history) or `unverified` (it does not even say which it was).
 */
export type PushStatus =
  | RunStatus
  | 'waiting'
  | 'missed'
  | 'unknown'
  | 'paused'
  | 'before'
  | 'unmatched'
  | 'ledger-gone'
  | 'unverified';

export interface HistoryRow {
  /** Unique and stable. */
  readonly key: string;
  readonly trigger: { readonly namespace: string; readonly name: string };
  readonly status: PushStatus;
  /** Absent on an `unverified` run without a cause record. */
  readonly stream: StreamRef | undefined;
  /** The tags by which the push came to the trigger. */
  readonly tags: readonly string[];
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
  readonly binding: Binding;
  readonly matches: (tag: string) => boolean;
  /** The creation time of the oldest run that is left, or undefined for none. */
  readonly oldestRun: string | undefined;
  readonly now: Date;
}

const withoutRun = ({ trigger, oldestRun, now }: TriggerView, push: Push): PushStatus => {
  const state = stateAt(trigger.activity, push.created);
  if (state !== 'active') return state;
  const age = ageSeconds(push.created, now);
  if (age < waitingSeconds) return 'waiting';
  // Pruners take the oldest runs first: where an older one is left, this one never was.
  const mayBePruned = oldestRun === undefined || push.created < oldestRun;
  return mayBePruned && age > prunedAfterSeconds ? 'unknown' : 'missed';
};

const rowOfPush = (view: TriggerView, push: Push, run: Run | undefined): HistoryRow => {
  const { trigger, matches } = view;
  const matching = push.tags.filter(matches);
  return {
    key: `${triggerKey(trigger)} ${push.digest} ${push.created}`,
    trigger: { namespace: trigger.namespace, name: trigger.name },
    status: run?.status ?? (matching.length === 0 ? 'unmatched' : withoutRun(view, push)),
    stream: push.stream,
    tags: matching.length === 0 ? push.tags : matching,
    digest: push.digest,
    created: push.created,
    run,
  };
};

const statusWithoutPush = ({ cause, status }: Run, unreadable: ReadonlySet<string>): PushStatus => {
  if (!cause) return 'unverified';
  return unreadable.has(cause.stream.namespace) ? status : 'ledger-gone';
};

const rowOfRun = (run: Run, unreadable: ReadonlySet<string>): HistoryRow => ({
  key: `${run.namespace}/${run.name}`,
  trigger: { namespace: run.namespace, name: run.trigger },
  status: statusWithoutPush(run, unreadable),
  stream: run.cause?.stream,
  tags: run.cause ? [run.cause.tag] : [],
  digest: run.cause?.digest,
  created: run.cause?.pushedAt ?? run.createdAt,
  run,
});

export interface HistoryInput {
  /** `pushesOf` every ImageStream, by `streamKey`. */
  readonly ledger: ReadonlyMap<string, readonly Push[]>;
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
  const { ledger, triggers, runs, now, unreadable = new Set<string>() } = input;
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
      binding,
      matches: tagMatcher(binding.rule),
      oldestRun: oldestOf(own),
      now,
    };
    for (const push of ledger.get(streamKey(binding.stream)) ?? []) {
      const run = byName.get(runNameOf(trigger.name, push));
      if (run) explained.add(run);
      rows.push(rowOfPush(view, push, run));
    }
  }
  for (const run of runs) if (!explained.has(run)) rows.push(rowOfRun(run, unreadable));
  return rows.sort((a, b) => b.created.localeCompare(a.created) || a.key.localeCompare(b.key));
};

/** Statuses of pushes that never were this trigger's business: hidden unless asked for. */
export const quietStatuses: ReadonlySet<PushStatus> = new Set(['before', 'unmatched']);
