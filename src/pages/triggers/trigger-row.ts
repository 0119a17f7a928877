import { chainFindings } from '../../domain/found-chain/chain-findings';
import type { FoundChain } from '../../domain/found-chain/found-chain';
import type { AnyRow, FoundRow } from '../../domain/found-chain/found-row';
import type { Health } from '../../domain/health';
import type { HistoryRow } from '../../domain/history';
import { quietStatuses } from '../../domain/history';
import type { ImageTrigger } from '../../domain/image-trigger';
import { triggerKey } from '../../domain/image-trigger';
import { mostRecent } from '../../domain/push-groups';

export interface ManagedRow {
  readonly origin: 'managed';
  readonly trigger: ImageTrigger;
  /** undefined while it is not known. */
  readonly health: Health | undefined;
  /** The newest pushes that it answers to, the oldest of these first. */
  readonly recent: readonly HistoryRow[];
}

export interface FoundTriggerRow {
  readonly origin: 'found';
  readonly chain: FoundChain;
  readonly health: Health;
  /** The newest runs, the oldest of these first. */
  readonly recent: readonly FoundRow[];
}

/** What the list shows: an image trigger, or a chain that somebody else made. */
export type TriggerRow = ManagedRow | FoundTriggerRow;

/** The newest rows of each owner, the oldest of these first; `rows` is newest first. */
const recentByKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const recent = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const own = recent.get(key);
    if (!own) recent.set(key, [row]);
    else if (own.length < mostRecent) own.push(row);
  }
  for (const own of recent.values()) own.reverse();
  return recent;
};

/** A row for each image trigger. `rows` is newest first. */
export const managedRowsOf = (
  triggers: readonly ImageTrigger[],
  rows: readonly HistoryRow[],
  healthOf: (trigger: ImageTrigger) => Health | undefined,
): ManagedRow[] => {
  const relevant = rows.filter(({ status }) => !quietStatuses.has(status));
  const recent = recentByKey(relevant, (row) => triggerKey(row.trigger));
  return triggers.map((trigger) => ({
    origin: 'managed',
    trigger,
    health: healthOf(trigger),
    recent: recent.get(triggerKey(trigger)) ?? [],
  }));
};

/** A row for each chain. `rows` is newest first. */
export const foundTriggerRowsOf = (
  chains: readonly FoundChain[],
  rows: readonly FoundRow[],
): FoundTriggerRow[] => {
  const recent = recentByKey(rows, ({ chain }) => chain.key);
  return chains.map((chain) => ({
    origin: 'found',
    chain,
    health: chainFindings(chain),
    recent: recent.get(chain.key) ?? [],
  }));
};

/** The newest push that it answers to, or its newest run. */
export const lastOf = ({ recent }: TriggerRow): AnyRow | undefined => recent.at(-1);

export const rowKeyOf = (row: TriggerRow): string =>
  row.origin === 'managed' ? triggerKey(row.trigger) : row.chain.key;

/** The namespace where its listener is. */
export const namespaceOfRow = (row: TriggerRow): string =>
  row.origin === 'managed' ? row.trigger.namespace : row.chain.listener.namespace;

export const nameOfRow = (row: TriggerRow): string =>
  row.origin === 'managed' ? row.trigger.name : row.chain.name;

/** The name of the Pipeline, where it has one. */
export const pipelineOfRow = (row: TriggerRow): string | undefined => {
  if (row.origin === 'managed') return row.trigger.pipeline;
  return row.chain.pipeline?.kind === 'named' ? row.chain.pipeline.name : undefined;
};

const streamOfRow = (row: TriggerRow): string | undefined =>
  row.origin === 'managed' ? row.trigger.binding?.stream.name : undefined;

/** Whether a row is what the filters ask for; empty texts ask for nothing. */
export const matchesRow = (
  row: TriggerRow,
  { search, origin }: { readonly search: string; readonly origin: string },
): boolean => {
  const text = search.trim().toLowerCase();
  return (
    (origin === '' || row.origin === origin) &&
    [nameOfRow(row), streamOfRow(row), pipelineOfRow(row)].some((part) =>
      part?.toLowerCase().includes(text),
    )
  );
};
