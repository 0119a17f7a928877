import type { ImageStream } from '../k8s/image-stream';
import type { FailingImport } from './attention';
import { groupBy } from './group-by';
import type { ImageTrigger } from './image-trigger';
import { keyOfStream, streamKey, streamRefOf } from './push';
import { failedImportsOf } from './stream-row';
import { tagMatcher } from './tag-rule';

/** The streams that could not import a tag that a trigger answers to, sorted. */
export const failingImportsOf = (
  streams: readonly ImageStream[],
  triggers: readonly ImageTrigger[],
): FailingImport[] => {
  // Mostly there are none, and then nobody has to look at a thousand triggers.
  const failing = streams.filter((stream) => failedImportsOf(stream).length > 0);
  if (failing.length === 0) return [];
  const byStream = groupBy(triggers, ({ binding }) => binding && streamKey(binding.stream));
  return failing
    .flatMap((stream) => {
      const own = byStream.get(keyOfStream(stream)) ?? [];
      const matchers = own.flatMap(({ binding }) => (binding ? [tagMatcher(binding.rule)] : []));
      const tags = failedImportsOf(stream).filter((tag) => matchers.some((is) => is(tag)));
      return tags.length > 0 ? [{ stream: streamRefOf(stream), tags: tags.toSorted() }] : [];
    })
    .sort((a, b) => streamKey(a.stream).localeCompare(streamKey(b.stream)));
};
