import { ownerKeyOf } from '../../domain/found-chain/found-row';
import type { AnyRow } from '../../domain/found-chain/found-row';
import { quietStatuses } from '../../domain/history';
import type { PushStatus } from '../../domain/history';
import { triggerKey } from '../../domain/image-trigger';
import type { ImageTrigger } from '../../domain/image-trigger';
import { newestOfTags } from '../../domain/newest-of-tags';
import { streamKey } from '../../domain/push';
import { isWithin, parseTimeRange } from '../../domain/time-range';
import { pipelineKey } from '../../domain/validation';

/** What the history is filtered by, as parameters of the URL. */
export const historyParams = [
  'search',
  'status',
  'trigger',
  'pipeline',
  'stream',
  'tag',
  'digest',
  'range',
  'only',
  'quiet',
] as const;

/**
 * The values of the parameters; empty texts filter nothing.
 * `search`: part of a tag, a digest, a stream's or a run's name. `status`: one, or several with
 * commas in between. `trigger`: `namespace/name`, or the key of a chain that was found. `pipeline`,
 * `stream`: `namespace/name`. `tag`: exactly. `digest`: its beginning, with or without its algorithm.
 * `range`: see `parseTimeRange`. `only`: `newest` for the newest push of each tag. `quiet`: `yes` for
 * pushes that never were a trigger's business, too.
 */
export type HistoryQuery = Readonly<Record<(typeof historyParams)[number], string>>;

/** Reads the query from the parameters of the URL. */
export const historyQueryOf = (get: (name: string) => string): HistoryQuery => ({
  search: get('search'),
  status: get('status'),
  trigger: get('trigger'),
  pipeline: get('pipeline'),
  stream: get('stream'),
  tag: get('tag'),
  digest: get('digest'),
  range: get('range'),
  only: get('only'),
  quiet: get('quiet'),
});

const textsOf = ({ tags, digest, stream, run }: AnyRow): string[] =>
  [...tags, digest, stream?.name, run?.name].filter((text) => text !== undefined);

const isShown = (status: PushStatus, query: HistoryQuery): boolean =>
  query.status === ''
    ? query.quiet === 'yes' || !quietStatuses.has(status)
    : query.status.split(',').some((one) => one === status);

/** What the rows are filtered with. */
interface FilterContext {
  readonly now: Date;
  /** Their Pipelines are those of the rows. */
  readonly triggers: readonly ImageTrigger[];
}

/** The keys of the triggers that run a Pipeline. */
const ownersOf = (pipeline: string, triggers: readonly ImageTrigger[]): ReadonlySet<string> =>
  new Set(
    triggers
      .filter(
        (one) =>
          one.pipeline !== undefined &&
          pipelineKey({ namespace: one.namespace, name: one.pipeline }) === pipeline,
      )
      .map(triggerKey),
  );

/** The rows that the query leaves. `rows` is all of them, newest first. */
export const filterHistory = (
  rows: readonly AnyRow[],
  query: HistoryQuery,
  { now, triggers }: FilterContext,
): AnyRow[] => {
  const search = query.search.trim().toLowerCase();
  const digest = query.digest.trim().replace(/^sha256:/, '');
  const tag = query.tag.trim();
  const range = parseTimeRange(query.range, now);
  const owners = query.pipeline === '' ? undefined : ownersOf(query.pipeline, triggers);
  const chosen = query.only === 'newest' ? newestOfTags(rows).map(({ row }) => row) : rows;
  return chosen.filter(
    (row) =>
      isShown(row.status, query) &&
      (!range || isWithin(range, row.created)) &&
      (query.trigger === '' || ownerKeyOf(row) === query.trigger) &&
      (!owners || owners.has(ownerKeyOf(row))) &&
      (query.stream === '' || (row.stream && streamKey(row.stream) === query.stream)) &&
      (tag === '' || row.tags.includes(tag)) &&
      (digest === '' || row.digest?.startsWith(digest, 'sha256:'.length)) &&
      (search === '' || textsOf(row).some((text) => text.toLowerCase().includes(search))),
  );
};
