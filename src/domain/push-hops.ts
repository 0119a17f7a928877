import { isFoundRow } from './found-chain/found-row';
import type { AnyRow } from './found-chain/found-row';
import type { HistoryRow, PushStatus } from './history';
import type { ImageTrigger } from './image-trigger';
import { firstRunOf } from './push-runs';
import type { RunProgress, RunStatus } from './run';
import { isDecidedByTag } from './tag-rule';
import { runNumberOf } from './run-name';

/** The hops of a push through the chain, in their order. */
const hopIds = ['push', 'source', 'listener', 'rule', 'created', 'started', 'finished'] as const;

export type HopId = (typeof hopIds)[number];

/** `stopped`: the chain did what it should, and that was to go no further. */
export type HopState = 'done' | 'under-way' | 'failed' | 'stopped' | 'not-reached' | 'unknown';

/** Why a hop is in its state, or why nobody can know. */
export type HopNote =
  | 'on-record'
  | 'push-gone'
  | 'push-unread'
  | 'push-unproven'
  | 'push-by-params'
  | 'push-not-named'
  | 'sent'
  | 'passed'
  | 'by-hand'
  | 'expected'
  | 'no-trace'
  | 'received'
  | 'matched'
  | 'would-match'
  | 'trigger-gone'
  | 'changed-by-hand'
  | 'no-match'
  | 'undecided'
  | 'paused'
  | 'before'
  | 'found-filter'
  | 'created'
  | 'created-by-hand'
  | 'created-again'
  | 'never-created'
  | 'alias-moved'
  | 'no-lane'
  | 'image-ran'
  | 'maybe-pruned'
  | 'started'
  | 'queued'
  | 'never-started'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'end-not-kept'
  | 'not-reached';

export interface Hop {
  readonly id: HopId;
  readonly state: HopState;
  readonly note: HopNote;
  /** RFC 3339; undefined where nothing keeps the time. */
  readonly at?: string;
  /** The time of the nearest hop before that has one. */
  readonly since?: string;
}

export interface HopsInput {
  readonly row: AnyRow;
  /** Of the row; undefined where it does not exist, or belongs to a chain that was found. */
  readonly trigger: ImageTrigger | undefined;
  /** Whether the ImageStreams of the push's project have been read. */
  readonly isLedgerKnown: boolean;
}

/** What is known of a hop. */
type Fate = Omit<Hop, 'id' | 'since'>;

const notReached: Fate = { state: 'not-reached', note: 'not-reached' };
const unknown = (note: HopNote, at?: string): Fate => ({ state: 'unknown', note, at });
const done = (note: HopNote, at?: string): Fate => ({ state: 'done', note, at });

const pushFate = ({ row, isLedgerKnown }: HopsInput): Fate => {
  const { created } = row;
  if (isFoundRow(row))
    return row.stream ? done('push-by-params', created) : unknown('push-not-named');
  // What only an unproven run tells has no time either.
  if (row.status === 'unverified') return unknown('push-unproven');
  if (row.status === 'ledger-gone') return unknown('push-gone', created);
  return isLedgerKnown ? done('on-record', created) : unknown('push-unread', created);
};

const both = (fate: Fate): [Fate, Fate] => [fate, fate];

/**
 * Of the event source and of the listener. Neither leaves a record: the source tells its failures to
 * its log alone, and the listener answers before its Triggers run. Only its own run proves both.
 */
const eventFates = (row: HistoryRow): [Fate, Fate] => {
  const { status } = row;
  const run = firstRunOf(row);
  if (status === 'waiting') return both({ state: 'under-way', note: 'expected' });
  if (status === 'unverified' || !run) return both(unknown('no-trace'));
  if (run.replayedBy !== undefined) return both(unknown('by-hand'));
  return [done('sent', run.cause?.eventTime), done('received')];
};

/** Why the filter lets a push pass by. */
const stops: Partial<Record<PushStatus, Fate>> = {
  unmatched: { state: 'stopped', note: 'no-match' },
  paused: { state: 'stopped', note: 'paused' },
  before: { state: 'stopped', note: 'before' },
};

const ruleFate = (row: HistoryRow, trigger: ImageTrigger | undefined): Fate => {
  const { status } = row;
  const run = firstRunOf(row);
  if (status === 'unverified') return unknown('push-unproven');
  if (run) return run.replayedBy === undefined ? done('matched') : unknown('by-hand');
  if (!trigger) return unknown('trigger-gone');
  if (!trigger.binding) return unknown('changed-by-hand');
  const passed = isDecidedByTag(trigger.binding.rule) ? done('would-match') : unknown('undecided');
  return stops[status] ?? passed;
};

const startFate = ({ status, startedAt }: RunProgress): Fate => {
  if (startedAt !== undefined) return done('started', startedAt);
  if (status === 'unknown') return unknown('end-not-kept');
  return status === 'queued' || status === 'running'
    ? { state: 'under-way', note: 'queued' }
    : { state: 'not-reached', note: 'never-started' };
};

const ends: Record<RunStatus, Fate> = {
  queued: notReached,
  running: { state: 'under-way', note: 'running' },
  succeeded: done('succeeded'),
  failed: { state: 'failed', note: 'failed' },
  cancelled: { state: 'failed', note: 'cancelled' },
  unknown: unknown('end-not-kept'),
};

/** How the last run of a push came to be. */
const creationOf = ({ run }: HistoryRow): HopNote => {
  if (run?.replayedBy === undefined) return 'created';
  return runNumberOf(run.name) > 0 ? 'created-again' : 'created-by-hand';
};

/** Of the creation, the start and the end of a run. */
const runFates = (run: RunProgress, creation: HopNote): Fate[] => [
  done(creation, run.createdAt),
  startFate(run),
  { ...ends[run.status], at: run.finishedAt },
];

/** Why there is no run. */
const absences: Partial<Record<PushStatus, Fate>> = {
  waiting: { state: 'under-way', note: 'expected' },
  missed: { state: 'failed', note: 'never-created' },
  alias: { state: 'failed', note: 'alias-moved' },
  superseded: { state: 'failed', note: 'no-lane' },
  'image-ran': { state: 'stopped', note: 'image-ran' },
  unknown: unknown('maybe-pruned'),
};

const fatesOf = (input: HopsInput): Fate[] => {
  const { row, trigger } = input;
  const push = pushFate(input);
  if (isFoundRow(row))
    return [
      push,
      done('passed'),
      done('received'),
      done('found-filter'),
      ...runFates(row.run, 'created'),
    ];
  const { run, status } = row;
  return [
    push,
    ...eventFates(row),
    ruleFate(row, trigger),
    ...(run
      ? runFates(run, creationOf(row))
      : [absences[status] ?? notReached, notReached, notReached]),
  ];
};

/**
 * How far a push came, hop by hop. The clocks are those of the API servers (push, run created), of
 * the event source (event sent) and of Tekton's controller (started, finished), so that a hop can
 * look some seconds shorter or longer than it was.
 */
export const hopsOf = (input: HopsInput): Hop[] => {
  const fates = fatesOf(input);
  return hopIds.flatMap((id, index) => {
    const fate = fates[index];
    const since = fates.slice(0, index).findLast(({ at }) => at !== undefined)?.at;
    return fate ? [{ id, since, ...fate }] : [];
  });
};

/** The hop that decides about a push: the last one that it has reached. */
export const decidingHop = (hops: readonly Hop[]): Hop | undefined =>
  hops.findLast(({ state }) => state !== 'not-reached');
