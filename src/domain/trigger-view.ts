import { stateOver } from './activity';
import type { Binding, ImageTrigger } from './image-trigger';
import { once } from './once';
import { chainSeconds, isOnItsWay } from './on-its-way';
import { endTimesOf, mayBePruned } from './pruned-runs';
import type { EndTimes, RunsLeft } from './pruned-runs';
import type { Push } from './push';
import { matchersOver } from './rule-history';
import type { MatchersAt } from './rule-history';
import type { Run } from './run';
import { supersededOf } from './superseded';

/** A trigger of which it is known what it answers to. */
export type BoundTrigger = ImageTrigger & { readonly binding: Binding };

export const isBound = (trigger: ImageTrigger): trigger is BoundTrigger =>
  trigger.binding !== undefined;

/** What is known of a trigger and of the ImageStream that it is bound to. */
export interface TriggerView {
  readonly trigger: ImageTrigger;
  readonly matchersAt: MatchersAt;
  /** Of the ImageStream, newest first, with their tags that any of the rules of their time matches. */
  readonly pushes: ReadonlyMap<Push, readonly string[]>;
  readonly superseded: () => ReadonlySet<Push>;
  readonly left: () => RunsLeft;
  readonly now: Date;
}

/** The tags of a push that any of the rules of its time matches. */
const matchingTags = (matchersAt: MatchersAt, { created, tags }: Push): readonly string[] =>
  tags.filter((tag) => matchersAt(created).some((matches) => matches(tag)));

/** What a view is made of. */
interface ViewOptions {
  /** Of the ImageStream, newest first. */
  readonly pushes: readonly Push[];
  /** Of the trigger. */
  readonly runs: readonly Run[];
  /** When the runs of a project ended. */
  readonly endsOfProject: (namespace: string) => EndTimes;
  readonly now: Date;
}

/** Most of it is computed only where a push has no run: of most triggers, every push has one. */
export const viewOf = (
  trigger: BoundTrigger,
  { pushes: all, runs, endsOfProject, now }: ViewOptions,
): TriggerView => {
  const matchersAt = matchersOver(trigger.activity, trigger.binding.rule);
  const pushes = new Map(all.map((push) => [push, matchingTags(matchersAt, push)]));
  return {
    trigger,
    matchersAt,
    pushes,
    superseded: once(() => supersededOf(pushes, trigger.lanes)),
    left: once(() => ({ own: endTimesOf(runs), project: endsOfProject(trigger.namespace) })),
    now,
  };
};

/** What became of a push without a run. */
export type StatusWithoutRun =
  'unmatched' | 'before' | 'paused' | 'waiting' | 'unknown' | 'alias' | 'superseded' | 'missed';

/** Statuses that neither time nor the runs of others can change. */
export const settledStatuses: ReadonlySet<string> = new Set(['unmatched', 'before', 'paused']);

/** Why a push has no run: see `PushStatus`. */
export const statusWithoutRun = (view: TriggerView, push: Push): StatusWithoutRun => {
  const { trigger, matchersAt, pushes, superseded, left, now } = view;
  const matching = pushes.get(push) ?? [];
  if (matching.length === 0) return 'unmatched';
  const state = stateOver(trigger.activity, push.created, chainSeconds);
  if (state !== 'active') return state;
  if (isOnItsWay(push, pushes.keys(), now)) return 'waiting';
  // Around an edit, nobody can tell which of two rules that disagree the push was judged by.
  if (!matchersAt(push.created).every((matches) => push.tags.some(matches))) return 'unknown';
  if (mayBePruned(left(), Date.parse(push.created), now)) return 'unknown';
  if (matching.every((tag) => push.aliases.includes(tag))) return 'alias';
  return superseded().has(push) ? 'superseded' : 'missed';
};
