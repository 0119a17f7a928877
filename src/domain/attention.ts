import type { Finding, Health, PartHealth } from './health';
import type { HistoryRow, PushStatus } from './history';
import { triggerKey } from './image-trigger';
import type { ImageTrigger } from './image-trigger';
import { isOfLastDay } from './last-day';
import { newestOfTags } from './newest-of-tags';
import type { NewestRow } from './newest-of-tags';
import type { Prerequisite } from './prerequisites';
import { unmetOf } from './prerequisites';
import type { Problem } from './problem';
import type { StreamRef } from './push';
import type { RelayLoad } from './relay-capacity';
import type { RelaySource, RelayStatus } from './relay-status';
import { evidenceOf } from './validation';

type TriggerRef = HistoryRow['trigger'];

/** What each thing that needs attention is about. */
export interface AttentionSubjects {
  prerequisite: { readonly prerequisite: Prerequisite };
  listener: { readonly relay: RelayStatus };
  source: { readonly relay: RelayStatus; readonly source: RelaySource };
  overload: { readonly relay: RelayStatus; readonly load: RelayLoad };
  trigger: { readonly trigger: TriggerRef; readonly findings: readonly Finding[] };
  /** Pushes of the last 24 hours that should have run and did not. */
  missed: { readonly trigger: TriggerRef; readonly pushes: number };
  /** Tags whose newest push has not passed: older ones than a day where they were missed. */
  'current-missed': CurrentImages;
  /** Aliases whose image never ran: nothing starts when an alias is moved onto an older image. */
  'current-alias': CurrentImages;
  'current-failed': CurrentImages;
  'current-cancelled': CurrentImages;
  /** Runs of the last 24 hours that prove nothing. */
  unverified: { readonly trigger: TriggerRef; readonly runs: number };
  import: FailingImport;
  project: UnreadableProject;
}

interface CurrentImages {
  readonly trigger: TriggerRef;
  readonly tags: readonly string[];
}

/** Tags of an ImageStream that some trigger answers to, and that could not be imported. */
export interface FailingImport {
  readonly stream: StreamRef;
  readonly tags: readonly string[];
}

/** A project whose ImageStreams cannot be read: its pushes are not known. */
export interface UnreadableProject {
  readonly namespace: string;
  readonly problem: Problem;
}

export type AttentionCode = keyof AttentionSubjects;

/** Something that a person must act on. */
export type Attention<Code extends AttentionCode = AttentionCode> = {
  [C in Code]: { readonly code: C } & AttentionSubjects[C];
}[Code];

export interface AttentionHistory {
  readonly triggers: readonly ImageTrigger[];
  /** Newest first. */
  readonly rows: readonly HistoryRow[];
  readonly unreadable: readonly UnreadableProject[];
  readonly failingImports: readonly FailingImport[];
}

/** What is known so far; undefined for what is not. */
export interface AttentionInput {
  readonly history: AttentionHistory | undefined;
  readonly relays: readonly RelayStatus[] | undefined;
  readonly prerequisites: readonly Prerequisite[] | undefined;
  readonly healthOf: (trigger: ImageTrigger) => Health | undefined;
  readonly now: Date;
}

const isBad = ({ state }: PartHealth): boolean => state !== 'ready';

const relayItems = (relays: readonly RelayStatus[]): Attention[] => [
  ...relays
    .filter(({ listener }) => isBad(listener.health))
    .map((relay) => ({ code: 'listener' as const, relay })),
  ...relays.flatMap((relay) =>
    relay.sources
      .filter(({ health }) => isBad(health))
      .map((source) => ({ code: 'source' as const, relay, source })),
  ),
  ...relays.flatMap((relay) =>
    relay.overload ? [{ code: 'overload' as const, relay, load: relay.overload }] : [],
  ),
];

/** Findings that are said of the relay, once for all its triggers; a pause needs no attention. */
const saidElsewhere: ReadonlySet<Finding['code']> = new Set<Finding['code']>([
  'source-missing',
  'source-not-ready',
  'listener-missing',
  'listener-not-ready',
  'overload',
  'paused',
]);

const triggerItems = ({ history, healthOf }: AttentionInput): Attention[] =>
  (history?.triggers ?? []).flatMap((trigger) => {
    const health = healthOf(trigger);
    const findings =
      health === undefined || health === 'unknown'
        ? []
        : health.filter(({ code }) => !saidElsewhere.has(code));
    const { namespace, name } = trigger;
    return findings.length > 0
      ? [{ code: 'trigger' as const, trigger: { namespace, name }, findings }]
      : [];
  });

const groupByTrigger = <T>(
  items: readonly T[],
  triggerOf: (item: T) => TriggerRef,
): { readonly trigger: TriggerRef; readonly items: readonly T[] }[] => {
  const groups = new Map<string, { trigger: TriggerRef; items: T[] }>();
  for (const item of items) {
    const trigger = triggerOf(item);
    const group = groups.get(triggerKey(trigger));
    if (group) group.items.push(item);
    else groups.set(triggerKey(trigger), { trigger, items: [item] });
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length);
};

/** The rows of the last day with a status, by trigger, the most first. */
const ofLastDay = ({ history, now }: AttentionInput, status: PushStatus) =>
  groupByTrigger(
    (history?.rows ?? []).filter((row) => row.status === status && isOfLastDay(row, now)),
    ({ trigger }) => trigger,
  );

const currentImages = (newest: readonly NewestRow[]): CurrentImages[] =>
  groupByTrigger(newest, ({ row }) => row.trigger).map(({ trigger, items }) => ({
    trigger,
    tags: items.flatMap(({ tags }) => tags).sort(),
  }));

const currentItems = ({ history, now }: AttentionInput): Attention[] => {
  if (!history) return [];
  const { triggers, rows, unreadable } = history;
  const existing = new Set(triggers.map(triggerKey));
  const hidden = new Set(unreadable.map(({ namespace }) => namespace));
  // Of a trigger that is gone, nobody expects anything; of a hidden ledger, nobody knows the newest.
  const newest = newestOfTags(rows).filter(
    ({ row }) => existing.has(triggerKey(row.trigger)) && !hidden.has(row.stream?.namespace ?? ''),
  );
  const of = (status: PushStatus) => newest.filter(({ row }) => evidenceOf(row).status === status);
  const missed = of('missed').filter(({ row }) => !isOfLastDay(row, now));
  return [
    ...currentImages(missed).map((images) => ({ code: 'current-missed' as const, ...images })),
    ...currentImages(of('alias')).map((images) => ({ code: 'current-alias' as const, ...images })),
    ...currentImages(of('failed')).map((images) => ({
      code: 'current-failed' as const,
      ...images,
    })),
    ...currentImages(of('cancelled')).map((images) => ({
      code: 'current-cancelled' as const,
      ...images,
    })),
  ];
};

/**
 * What a person must act on, worst first: what goes on losing pushes, then the pushes that were
 * lost, the images that have not passed, and at last what cannot be seen.
 */
export const attentionOf = (input: AttentionInput): Attention[] => [
  ...unmetOf(input.prerequisites ?? []).map((prerequisite) => ({
    code: 'prerequisite' as const,
    prerequisite,
  })),
  ...relayItems(input.relays ?? []),
  ...triggerItems(input),
  ...ofLastDay(input, 'missed').map(({ trigger, items }) => ({
    code: 'missed' as const,
    trigger,
    pushes: items.length,
  })),
  ...currentItems(input),
  ...ofLastDay(input, 'unverified').map(({ trigger, items }) => ({
    code: 'unverified' as const,
    trigger,
    runs: items.length,
  })),
  ...(input.history?.failingImports ?? []).map((failing) => ({
    code: 'import' as const,
    ...failing,
  })),
  ...(input.history?.unreadable ?? []).map((project) => ({ code: 'project' as const, ...project })),
];

/** Tells the items of a list apart. */
export const attentionKey = (item: Attention): string => {
  switch (item.code) {
    case 'prerequisite':
      return `${item.code} ${item.prerequisite.id}`;
    case 'listener':
    case 'overload':
      return `${item.code} ${item.relay.namespace}/${item.relay.listener.name}`;
    case 'source':
      return `${item.code} ${item.relay.namespace}/${item.source.name}`;
    case 'import':
      return `${item.code} ${item.stream.namespace}/${item.stream.name}`;
    case 'project':
      return `${item.code} ${item.namespace}`;
    case 'trigger':
    case 'missed':
    case 'current-missed':
    case 'current-alias':
    case 'current-failed':
    case 'current-cancelled':
    case 'unverified':
      return `${item.code} ${triggerKey(item.trigger)}`;
  }
};
