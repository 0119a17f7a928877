import type { AttentionHistory } from './attention';
import type { HistoryRow } from './history';
import { runStatuses } from './history';
import { countLastDay, countOf } from './last-day';
import { newestOfTags } from './newest-of-tags';
import type { Prerequisite, PrerequisiteId } from './prerequisites';
import type { Problem } from './problem';
import { isRelayReady } from './relay-status';
import type { RelayStatus } from './relay-status';
import type { Watched } from './watched';

/** Why the overview may not know everything, each with what it is about. */
export type Gap =
  | {
      readonly code: 'history-failed' | 'relays-failed' | 'prerequisites-failed' | 'stale';
      readonly problem: Problem;
    }
  | { readonly code: 'prerequisites-unknown'; readonly ids: readonly PrerequisiteId[] }
  | { readonly code: 'other-projects' }
  /** Tags whose newest push may have run: runs of that time may have been pruned. */
  | { readonly code: 'current-unknown'; readonly tags: number };

/** The parts of the overview, each as far as it has come. */
export interface OverviewParts {
  readonly history: Watched<AttentionHistory & { readonly complete: boolean }>;
  readonly relays: Watched<readonly RelayStatus[]>;
  readonly prerequisites: Watched<readonly Prerequisite[]>;
}

const failureOf = (watched: Watched<unknown>, code: 'history' | 'relays' | 'prerequisites') =>
  watched.state === 'failed' ? [{ code: `${code}-failed` as const, problem: watched.problem }] : [];

const unknownTags = (rows: readonly HistoryRow[]): number =>
  newestOfTags(rows)
    .filter(({ row }) => row.status === 'unknown')
    .reduce((sum, { tags }) => sum + tags.length, 0);

const historyGaps = (history: OverviewParts['history']): Gap[] => {
  if (history.state !== 'loaded') return failureOf(history, 'history');
  const { complete, rows } = history.data;
  const tags = unknownTags(rows);
  return [
    ...(complete ? [] : [{ code: 'other-projects' as const }]),
    ...(tags > 0 ? [{ code: 'current-unknown' as const, tags }] : []),
  ];
};

const prerequisiteGaps = (prerequisites: OverviewParts['prerequisites']): Gap[] => {
  if (prerequisites.state !== 'loaded') return failureOf(prerequisites, 'prerequisites');
  const ids = prerequisites.data.filter(({ state }) => state === 'unknown').map(({ id }) => id);
  return ids.length > 0 ? [{ code: 'prerequisites-unknown', ids }] : [];
};

const staleGap = (parts: OverviewParts): Gap[] => {
  const stale = [parts.history, parts.relays, parts.prerequisites]
    .map((part) => (part.state === 'loaded' ? part.stale : undefined))
    .find((problem) => problem !== undefined);
  return stale ? [{ code: 'stale', problem: stale }] : [];
};

/** What the overview cannot tell: nobody may conclude from its silence about it. */
export const gapsOf = (parts: OverviewParts): Gap[] => [
  ...historyGaps(parts.history),
  ...failureOf(parts.relays, 'relays'),
  ...prerequisiteGaps(parts.prerequisites),
  ...staleGap(parts),
];

/** What a statement that all is well rests on. */
export interface Assurance {
  readonly triggers: number;
  readonly paused: number;
  /** Of the last 24 hours. */
  readonly pushes: number;
  /** Those of them that have a run, or whose image has, where each image runs once. */
  readonly ran: number;
  readonly waiting: number;
  /** Those of them that came while their trigger was paused. */
  readonly whilePaused: number;
  /** Relays that are ready; undefined where that is not known. */
  readonly readyRelays: number | undefined;
}

/** What is known to be well; undefined as long as the history is not known. */
export const assuranceOf = (
  { history, relays }: OverviewParts,
  now: Date,
): Assurance | undefined => {
  if (history.state !== 'loaded') return undefined;
  const { triggers, rows } = history.data;
  const day = countLastDay(rows, now);
  return {
    triggers: triggers.length,
    paused: triggers.filter(({ active }) => active === 'none').length,
    pushes: day.pushes,
    ran: countOf(day, [...runStatuses, 'image-ran', 'ledger-gone']),
    waiting: countOf(day, ['waiting']),
    whilePaused: countOf(day, ['paused']),
    readyRelays: relays.state === 'loaded' ? relays.data.filter(isRelayReady).length : undefined,
  };
};
