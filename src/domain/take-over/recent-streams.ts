import type { FoundChain } from '../found-chain/found-chain';
import type { FoundRow } from '../found-chain/found-row';
import type { ImageTrigger } from '../image-trigger';
import { isClusterImages, streamKey } from '../push';
import type { StreamRef } from '../push';

/** An ImageStream whose images a chain has run. */
export interface RecentStream {
  readonly stream: StreamRef;
  /** RFC 3339: of the newest of these pushes. */
  readonly at: string;
}

/** Of a chain, as far as its runs tell; the newest first. */
export const recentStreamsOf = (
  chain: Pick<FoundChain, 'key'>,
  rows: readonly FoundRow[],
): RecentStream[] => {
  const found = new Map<string, RecentStream>();
  for (const { chain: own, stream, created } of rows) {
    if (own.key !== chain.key || !stream) continue;
    const known = found.get(streamKey(stream));
    if (!known || known.at < created) found.set(streamKey(stream), { stream, at: created });
  }
  return [...found.values()].sort((a, b) => b.at.localeCompare(a.at));
};

/**
 * Of the ImageStreams that a chain has run for, those for which no trigger runs its Pipeline: without
 * the chain, their pushes run nothing.
 */
export const streamsLeftAlone = (
  recent: readonly RecentStream[],
  { namespace, pipeline }: Pick<ImageTrigger, 'namespace' | 'pipeline'>,
  triggers: readonly ImageTrigger[],
): RecentStream[] => {
  const streams = triggers
    .filter((one) => one.namespace === namespace && one.pipeline === pipeline)
    .flatMap(({ binding }) => binding?.stream ?? []);
  // As the chain did, if it was one of Images.
  if (streams.some(isClusterImages)) return [];
  const bound = new Set(streams.map(streamKey));
  return recent.filter(({ stream }) => !bound.has(streamKey(stream)));
};
