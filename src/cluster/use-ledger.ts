import { useMemo } from 'react';
import type { UnreadableProject } from '../domain/attention';
import type { ImageTrigger } from '../domain/image-trigger';
import { once } from '../domain/once';
import type { Problem } from '../domain/problem';
import { keyOfStream, streamKey } from '../domain/push';
import type { StreamRef } from '../domain/push';
import type { Watched } from '../domain/watched';
import type { ImageStream } from '../k8s/image-stream';
import { imageStreamKind } from '../k8s/image-stream';
import { useWatchList, useWatchLists } from './use-watch';

/** The ImageStreams that hold the pushes of image triggers, as far as they can be read. */
export interface Ledger {
  readonly streams: readonly ImageStream[];
  readonly streamOf: (ref: StreamRef) => ImageStream | undefined;
  /** Whether the ImageStreams of a namespace have been read: else nothing is known of them. */
  readonly isKnown: (namespace: string) => boolean;
  readonly unreadable: readonly UnreadableProject[];
  readonly stale: Problem | undefined;
}

/** Who shows no push looks for no stream. */
const finderIn = (streams: readonly ImageStream[]): Ledger['streamOf'] => {
  const byKey = once(() => new Map(streams.map((stream) => [keyOfStream(stream), stream])));
  return (ref) => byKey().get(streamKey(ref));
};

const ledgerOfAll = (streams: readonly ImageStream[], stale: Problem | undefined): Ledger => ({
  streams,
  streamOf: finderIn(streams),
  isKnown: () => true,
  unreadable: [],
  stale,
});

/** The ledger of some namespaces; undefined as long as one of them is loading. */
const ledgerOfLists = (lists: ReadonlyMap<string, Watched<ImageStream[]>>): Ledger | undefined => {
  const streams: ImageStream[] = [];
  const known = new Set<string>();
  const unreadable: UnreadableProject[] = [];
  let stale: Problem | undefined;
  for (const [namespace, list] of lists) {
    if (list.state === 'loading') return undefined;
    if (list.state === 'failed') {
      unreadable.push({ namespace, problem: list.problem });
      continue;
    }
    known.add(namespace);
    streams.push(...list.data);
    stale ??= list.stale;
  }
  return {
    streams,
    streamOf: finderIn(streams),
    isKnown: (namespace) => known.has(namespace),
    unreadable,
    stale,
  };
};

const none: readonly string[] = [];

/** The namespaces of the ImageStreams that triggers are bound to. */
export const boundNamespaces = (triggers: readonly ImageTrigger[]): string[] =>
  [
    ...new Set(triggers.flatMap(({ binding }) => (binding ? [binding.stream.namespace] : []))),
  ].sort();

/**
 * Watches the ImageStreams of some namespaces: all of the cluster at once where the page shows all
 * projects and the user may, else those of each namespace.
 *
 * @param namespaces the same array as long as nothing changes; undefined while they are not known
 * @returns undefined while they are loading
 */
export const useLedger = (
  namespaces: readonly string[] | undefined,
  namespace: string | undefined,
): Ledger | undefined => {
  const all = useWatchList<ImageStream>(
    namespace === undefined ? { kind: imageStreamKind } : undefined,
  );
  const isSplit = namespace !== undefined || all.state === 'failed';
  const lists = useWatchLists<ImageStream>(
    imageStreamKind,
    isSplit && namespaces ? namespaces : none,
  );
  return useMemo(() => {
    if (isSplit) return ledgerOfLists(lists);
    return all.state === 'loaded' ? ledgerOfAll(all.data, all.stale) : undefined;
  }, [isSplit, lists, all]);
};
