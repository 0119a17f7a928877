import { useMemo } from 'react';
import type { UnreadableProject } from '../domain/attention';
import type { ImageTrigger } from '../domain/image-trigger';
import { once } from '../domain/once';
import type { Problem } from '../domain/problem';
import { imagesAsStream } from '../domain/cluster-images';
import { clusterImages, isClusterImages, keyOfStream, streamKey } from '../domain/push';
import type { StreamRef } from '../domain/push';
import { mapWatched } from '../domain/watched';
import type { Watched } from '../domain/watched';
import type { Image } from '../k8s/image';
import { imageKind } from '../k8s/image';
import type { ImageStream } from '../k8s/image-stream';
import { imageStreamKind } from '../k8s/image-stream';
import { useWatchList, useWatchLists } from './use-watch';

/** The ImageStreams that hold the pushes of image triggers, as far as they can be read. */
export interface Ledger {
  readonly streams: readonly ImageStream[];
  readonly streamOf: (ref: StreamRef) => ImageStream | undefined;
  /**
   * Whether the ImageStreams of a namespace have been read, or the Images of the cluster for that of
   * `clusterImages`: else nothing is known of them.
   */
  readonly isKnown: (namespace: string) => boolean;
  /** Whether it holds all ImageStreams of the cluster. */
  readonly isOfAll: boolean;
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
  isKnown: (namespace) => namespace !== clusterImages.namespace,
  isOfAll: true,
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
    isOfAll: false,
    unreadable,
    stale,
  };
};

/** A ledger that holds the Images of the cluster, too; undefined as long as they are loading. */
const withImages = (ledger: Ledger, images: Watched<ImageStream>): Ledger | undefined => {
  if (images.state === 'loading') return undefined;
  if (images.state === 'failed') {
    const unreadable = [...ledger.unreadable, { ...clusterImages, problem: images.problem }];
    return { ...ledger, unreadable };
  }
  return {
    ...ledger,
    streamOf: (ref) => (isClusterImages(ref) ? images.data : ledger.streamOf(ref)),
    isKnown: (namespace) => namespace === clusterImages.namespace || ledger.isKnown(namespace),
    stale: ledger.stale ?? images.stale,
  };
};

/** Watches the Images of the cluster, as one ImageStream, where they are wanted. */
export const useClusterImages = (isWanted: boolean): Watched<ImageStream> => {
  const images = useWatchList<Image>(isWanted ? { kind: imageKind } : undefined);
  return useMemo(() => mapWatched(images, imagesAsStream), [images]);
};

const none: readonly string[] = [];

/** The namespaces of the ImageStreams that triggers are bound to, or that of `clusterImages`. */
export const boundNamespaces = (triggers: readonly ImageTrigger[]): string[] =>
  [
    ...new Set(triggers.flatMap(({ binding }) => (binding ? [binding.stream.namespace] : []))),
  ].sort();

/**
 * Watches the ImageStreams of some namespaces: all of the cluster at once where the page shows all
 * projects and the user may, else those of each namespace; and the Images of the cluster where the
 * namespace of `clusterImages` is among them.
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
  const projects = useMemo(
    () => namespaces?.filter((one) => one !== clusterImages.namespace),
    [namespaces],
  );
  const lists = useWatchLists<ImageStream>(imageStreamKind, isSplit && projects ? projects : none);
  const ofImages = namespaces?.length !== projects?.length;
  const images = useClusterImages(ofImages);
  return useMemo(() => {
    const loaded = all.state === 'loaded' ? ledgerOfAll(all.data, all.stale) : undefined;
    const ledger = isSplit ? ledgerOfLists(lists) : loaded;
    return ledger && ofImages ? withImages(ledger, images) : ledger;
  }, [isSplit, lists, all, ofImages, images]);
};
