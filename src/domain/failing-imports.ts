import type { ImageStream } from '../k8s/image-stream';
import type { FailingImport } from './attention';
import type { ImageTrigger } from './image-trigger';
import { streamKey, streamRefOf } from './push';
import { failedImportsOf } from './stream-row';
import { tagMatcher } from './tag-rule';

/** The streams that could not import a tag that a trigger answers to, sorted. */
export const failingImportsOf = (
  streams: readonly ImageStream[],
  triggers: readonly ImageTrigger[],
): FailingImport[] => {
  const matchers = new Map<string, ((tag: string) => boolean)[]>();
  for (const { binding } of triggers) {
    if (!binding) continue;
    const key = streamKey(binding.stream);
    matchers.set(key, [...(matchers.get(key) ?? []), tagMatcher(binding.rule)]);
  }
  return streams
    .flatMap((one) => {
      const stream = streamRefOf(one);
      const own = matchers.get(streamKey(stream));
      const tags = own ? failedImportsOf(one).filter((tag) => own.some((is) => is(tag))) : [];
      return tags.length > 0 ? [{ stream, tags: tags.sort() }] : [];
    })
    .sort((a, b) => streamKey(a.stream).localeCompare(streamKey(b.stream)));
};
