import { stateOver } from './activity';
import type { Binding, ImageTrigger } from './image-trigger';
import { once } from './once';
import { chainSeconds, isOnItsWay } from './on-its-way';
import { endTimesOf, mayBePruned } from './pruned-runs';
import type { EndTimes, RunsLeft } from './pruned-runs';
import { isClusterImages } from './push';
import type { Push } from './push';
import { matchersOver } from './rule-history';
import type { MatchersAt } from './rule-history';
import type { Run } from './run';
import { policyAt } from './run-policy';
import type { RunPolicy } from './run-policy';
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
  /** The pushes whose events may show a push. */
  readonly shownBy: (push: Push) => Iterable<Push>;
  /** When each image came first, by the digest: RFC 3339, of the pushes that a rule matches. */
  readonly firstPushes: () => ReadonlyMap<string, string>;
  readonly policyAt: (created: string) => RunPolicy;
  readonly left: () => RunsLeft;
  readonly now: Date;
}

/** The tags of a push that any of the rules of its time matches. */
const matchingTags = (matchersAt: MatchersAt, { created, tags }: Push): readonly string[] =>
  tags.filter((tag) => matchersAt(created).some((matches) => matches(tag)));

/** @param pushes newest first */
const firstPushesOf = (pushes: TriggerView['pushes']): ReadonlyMap<string, string> =>
  new Map(
    [...pushes].flatMap(([{ digest, created }, tags]): [string, string][] =>
      tags.length === 0 ? [] : [[digest, created]],
    ),
  );

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
  const { activity, binding } = trigger;
  const matchersAt = matchersOver(activity, binding.rule);
  // The event of an Image shows no other.
  const isAlone = isClusterImages(binding.stream);
  const pushes = new Map(all.map((push) => [push, matchingTags(matchersAt, push)]));
  return {
    trigger,
    matchersAt,
    pushes,
    superseded: once(() => supersededOf(isAlone ? [] : pushes, trigger.lanes)),
    firstPushes: once(() => firstPushesOf(pushes)),
    policyAt: (created) => policyAt({ activity, naming: binding.naming }, created),
    shownBy: isAlone ? (push) => [push] : () => pushes.keys(),
    left: once(() => ({ own: endTimesOf(runs), project: endsOfProject(trigger.namespace) })),
    now,
  };
};

/** What became of a push without a run. */
export type StatusWithoutRun =
  | 'unmatched'
  | 'before'
  | 'image-ran'
  | 'paused'
  | 'waiting'
  | 'unknown'
  | 'alias'
  | 'superseded'
  | 'missed';

/** Statuses that neither time nor the runs of others can change. */
export const settledStatuses: ReadonlySet<string> = new Set([
  'unmatched',
  'before',
  'image-ran',
  'paused',
]);

/**
 * From when on the run may have been made that is the run of a push: where each image runs once, by
 * any push of the image that is on record, but not before the trigger was there.
 */
const earliestRun = (view: TriggerView, { digest, created }: Push): number => {
  const at = Date.parse(created);
  if (view.policyAt(created) === 'each-push') return at;
  const first = Date.parse(view.firstPushes().get(digest) ?? created);
  const [activation] = view.trigger.activity;
  return Math.min(at, Math.max(first, activation ? Date.parse(activation.at) : first));
};

/**
 * Why a push has no run: see `PushStatus`.
 * @param hasImageRun whether its image has one, where each image runs once
 */
export const statusWithoutRun = (
  view: TriggerView,
  push: Push,
  hasImageRun: boolean,
): StatusWithoutRun => {
  const { trigger, matchersAt, pushes, superseded, shownBy, left, now } = view;
  const matching = pushes.get(push) ?? [];
  if (matching.length === 0) return 'unmatched';
  const state = stateOver(trigger.activity, push.created, chainSeconds);
  if (state === 'before') return 'before';
  // Also of a pause: what it kept from running would not have run.
  if (hasImageRun) return 'image-ran';
  if (state !== 'active') return state;
  if (isOnItsWay(push, shownBy(push), now)) return 'waiting';
  // Around an edit, nobody can tell which of two rules that disagree the push was judged by.
  if (!matchersAt(push.created).every((matches) => push.tags.some(matches))) return 'unknown';
  if (mayBePruned(left(), earliestRun(view, push), now)) return 'unknown';
  if (matching.every((tag) => push.aliases.includes(tag))) return 'alias';
  return superseded().has(push) ? 'superseded' : 'missed';
};
