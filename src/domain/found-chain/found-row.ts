import type { ImageStream } from '../../k8s/image-stream';
import type { HistoryRow } from '../history';
import { triggerKey } from '../image-trigger';
import { pushesOf } from '../push';
import type { Push } from '../push';
import type { RunStatus } from '../run';
import type { FoundChain } from './found-chain';
import type { FoundRun, NamedImage } from './found-run';

/**
 * A run of a chain that was found. Its status is the run's: nobody knows which pushes should have
 * run, so none is ever called missed. Its push is what the ledger holds of the image that its
 * parameters name, and whoever made the run could write them.
 */
export interface FoundRow extends Pick<
  HistoryRow,
  'key' | 'stream' | 'tags' | 'leftBy' | 'created'
> {
  readonly chain: FoundChain;
  readonly status: RunStatus;
  /** That the run's parameters name, whether or not a push of it is on record. */
  readonly digest: string | undefined;
  readonly run: FoundRun;
}

/** A row of the history of everything that pushes start. */
export type AnyRow = HistoryRow | FoundRow;

export const isFoundRow = (row: AnyRow): row is FoundRow => 'chain' in row;

/** Of such a run only its own time is known. */
export const isPushUnknown = (row: AnyRow): row is FoundRow => isFoundRow(row) && !row.stream;

/** The pushes of some images that streams still hold, by digest. */
const pushesByDigest = (
  streams: readonly ImageStream[],
  digests: ReadonlySet<string>,
): Map<string, Push[]> => {
  const found = new Map<string, Push[]>();
  const holdsSome = ({ status }: ImageStream): boolean =>
    status?.tags?.some(({ items }) => items?.some(({ image }) => digests.has(image))) ?? false;
  // Most streams hold none: only the others are worth to be read as pushes.
  for (const push of streams.filter(holdsSome).flatMap(pushesOf)) {
    const known = found.get(push.digest);
    if (known) known.push(push);
    else found.set(push.digest, [push]);
  }
  return found;
};

/** How far the clocks of two API servers may lie apart. */
const skewMs = 5_000;

interface Told {
  readonly image: NamedImage;
  readonly push: Push;
}

/**
 * The push that a run was made for: of those of the images that its parameters name, the newest
 * that was there when the run was made; by the pull spec where several streams hold the image.
 */
const pushOf = (
  { images, createdAt }: FoundRun,
  pushes: ReadonlyMap<string, readonly Push[]>,
): Push | undefined => {
  const told = images
    .flatMap((image) => (pushes.get(image.digest) ?? []).map((push): Told => ({ image, push })))
    .filter(({ push }) => Date.parse(push.created) <= Date.parse(createdAt) + skewMs);
  const byReference = told.filter(({ image, push }) => image.reference === push.reference);
  return (byReference.length > 0 ? byReference : told)
    .map(({ push }) => push)
    .reduce<Push | undefined>(
      (newest, push) => (newest === undefined || push.created > newest.created ? push : newest),
      undefined,
    );
};

/** The runs of found chains as rows of the history, newest first. */
export const foundRowsOf = (
  runs: readonly FoundRun[],
  streams: readonly ImageStream[],
): FoundRow[] => {
  const digests = new Set(runs.flatMap(({ images }) => images.map(({ digest }) => digest)));
  const pushes = pushesByDigest(streams, digests);
  const rows = runs.map((run): FoundRow => {
    const push = pushOf(run, pushes);
    return {
      key: `${run.chain.key} ${run.namespace}/${run.name}`,
      chain: run.chain,
      status: run.status,
      stream: push?.stream,
      tags: push?.tags ?? [],
      leftBy: push?.leftBy ?? [],
      digest: push?.digest ?? run.images[0]?.digest,
      created: push?.created ?? run.createdAt,
      run,
    };
  });
  return rows.sort((a, b) => b.created.localeCompare(a.created) || a.key.localeCompare(b.key));
};

/** Projects in the pull specs of runs, of the newest runs first: where their pushes may be. */
export const projectsNamedBy = (runs: readonly FoundRun[], most: number): string[] => {
  const newest = [...runs].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const named = newest.flatMap(({ images }) =>
    images.flatMap(({ reference }) => /^[^/]+\/([^/]+)\/[^/]+@/.exec(reference ?? '')?.[1] ?? []),
  );
  return [...new Set(named)].slice(0, most).sort();
};

/** What a row belongs to: the key of its image trigger, or of its chain. */
export const ownerKeyOf = (row: AnyRow): string =>
  isFoundRow(row) ? row.chain.key : triggerKey(row.trigger);

export const ownerNameOf = (row: AnyRow): string =>
  isFoundRow(row) ? row.chain.name : row.trigger.name;
