import { aDigest, aPush } from '../testing/builders';
import { isOnItsWay } from './on-its-way';

/** Of a push at 12:00:00 and another one at a time, seen at a time. */
const isWaiting = (seenAt: string, laterAt: string): boolean => {
  const push = aPush();
  const later = aPush({ digest: aDigest('b'), created: `2026-03-01T12:${laterAt}Z` });
  return isOnItsWay(push, [later, push], new Date(`2026-03-01T12:${seenAt}Z`));
};

describe('isOnItsWay', () => {
  it.each([
    ['while its event may come, also by a clock that is ahead by 30 s', '00:49', '00:00', true],
    ['not once it should have come', '00:50', '00:00', false],
    ['again while the event of a later push may come, which shows it', '02:00', '01:59', true],
    ['not for a later push that finds it no longer fresh', '02:01', '02:00', false],
    ['not for a later push whose event should have come', '02:49', '01:59', false],
  ])('says so %s', (...[, seenAt, laterAt, expected]) => {
    expect(isWaiting(seenAt, laterAt)).toBe(expected);
  });
});
