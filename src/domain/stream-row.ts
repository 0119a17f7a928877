import type { ImageStream } from '../k8s/image-stream';
import { groupBy } from './group-by';
import { quietStatuses } from './history';
import type { HistoryRow } from './history';
import type { ImageTrigger } from './image-trigger';
import { perObject } from './per-object';
import { pushesOf, streamKey, streamRefOf } from './push';
import type { Push, StreamRef } from './push';
import { importFailuresOf } from './stream-imports';

/**
 * What the list shows of an ImageStream. What can be read off the stream alone is read where it is
 * shown: of thousands of rows, a page shows some.
 */
export interface StreamRow {
  readonly ref: StreamRef;
  readonly stream: ImageStream;
  readonly triggers: readonly ImageTrigger[];
  /** The newest push that a trigger answers to, with what became of it. */
  readonly lastResult: HistoryRow | undefined;
}

/** The tags whose last import failed. */
export const failedImportsOf = perObject((stream: ImageStream): readonly string[] =>
  importFailuresOf(stream).map(({ tag }) => tag),
);

/** A row for every ImageStream. `history` is newest first. */
export const streamRowsOf = (
  streams: readonly ImageStream[],
  triggers: readonly ImageTrigger[],
  history: readonly HistoryRow[],
): StreamRow[] => {
  const triggersByStream = groupBy(triggers, ({ binding }) => binding && streamKey(binding.stream));
  const relevant = history.filter(({ status }) => !quietStatuses.has(status));
  const historyByStream = groupBy(relevant, ({ stream }) => stream && streamKey(stream));
  return streams.map((stream) => {
    const ref = streamRefOf(stream);
    const key = streamKey(ref);
    return {
      ref,
      stream,
      triggers: triggersByStream.get(key) ?? [],
      lastResult: historyByStream.get(key)?.[0],
    };
  });
};

/** The newest push of a stream: of the heads of its tags, so that long histories cost nothing. */
export const lastPushOf = (stream: ImageStream): Push | undefined => {
  const heads = (stream.status?.tags ?? []).map((list) => ({
    ...list,
    items: list.items?.slice(0, 1),
  }));
  return pushesOf({ ...stream, status: { tags: heads } })[0];
};
