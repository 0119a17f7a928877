import type { Push } from './push';

/** A push with those of its tags that the rule matches. */
type Candidate = readonly [push: Push, tags: readonly string[]];

/**
 * The pushes for which there was no lane: of one second, more came at once than a trigger has lanes,
 * and the lanes take the highest digests (`pushInterceptors`). Later ones are no reason: the event of
 * a push shows only what was there by then.
 * @param candidates of one ImageStream
 * @param lanes how many there are
 */
export const supersededOf = (candidates: Iterable<Candidate>, lanes: number): ReadonlySet<Push> => {
  const bySecond = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const [{ created }, tags] = candidate;
    if (tags.length === 0) continue;
    const others = bySecond.get(created);
    if (others) others.push(candidate);
    else bySecond.set(created, [candidate]);
  }
  const superseded = new Set<Push>();
  for (const group of bySecond.values()) {
    if (group.length <= lanes) continue;
    for (const [push, tags] of group) {
      // A tag holds one image at a time: two pushes of one tag were in no event together.
      const before = group.filter(
        ([one, itsTags]) => one.digest > push.digest && new Set([...tags, ...itsTags]).size > 1,
      );
      if (before.length >= lanes) superseded.add(push);
    }
  }
  return superseded;
};
