import type { ImageStream } from '../k8s/image-stream';
import type { CelVerdict } from './raw-cel/engine';
import { ignoredBy, tagMatcher, tagRuleProblem, usableCel } from './tag-rule';
import type { TagRule } from './tag-rule';

/** What a rule says of a tag; `unknown` where only the listener can tell. */
export type TagVerdict = CelVerdict | 'unknown';

/**
 * What a rule would say of a push by each tag of an ImageStream, sorted by tag, if it came now: an
 * expression may ask for more than the tag, and may fail for some.
 */
export const tagVerdicts = (
  { rule, tags }: { readonly rule: TagRule; readonly tags: readonly string[] },
  stream: ImageStream,
): ReadonlyMap<string, TagVerdict> => {
  const usable = usableCel(rule);
  const matches = tagMatcher(rule);
  if (!usable || tagRuleProblem(rule)) return new Map(tags.map((tag) => [tag, matches(tag)]));
  const { judge } = usable;
  const isIgnored = ignoredBy(rule);
  const entries = new Map((stream.status?.tags ?? []).map((entry) => [entry.tag, entry]));
  return new Map(
    tags.map((tag) => {
      const verdict = judge ? judge(entries.get(tag) ?? { tag }, stream) : 'unknown';
      return [tag, isIgnored(tag) && verdict !== false ? false : verdict];
    }),
  );
};
