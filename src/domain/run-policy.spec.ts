import { changedNaming, policyAt, settledAt } from './run-policy';
import type { RunPolicy } from './run-policy';

const at = (minute: number): string => `2026-03-01T12:${String(minute).padStart(2, '0')}:00Z`;

describe('the policy of a push', () => {
  it.each<[number, RunPolicy]>([
    [4, 'each-push'],
    [5, 'each-image'],
  ])('changes some minutes after the edit: in minute %i it is %s', (minute, policy) => {
    const naming = changedNaming('each-image', at(0));
    expect(policyAt({ activity: [], naming }, at(minute))).toBe(policy);
  });

  it.each<[number, RunPolicy]>([
    [9, 'each-image'],
    [11, 'each-push'],
    [21, 'each-image'],
  ])('is that of its time, however often it was changed: in minute %i, %s', (minute, policy) => {
    const state = 'active' as const;
    const activity = [
      { at: at(0), state },
      { at: at(5), state, earlierPolicy: { policy: 'each-image' as const, until: at(10) } },
      { at: at(15), state, earlierPolicy: { policy: 'each-push' as const, until: at(20) } },
    ];
    const naming = { policy: 'each-image' as const, since: at(20) };
    expect(policyAt({ activity, naming }, at(minute))).toBe(policy);
  });

  it('can be changed again when no push of its last change can be seen any more', () => {
    expect(settledAt({ policy: 'each-image' })).toBeUndefined();
    expect(settledAt(changedNaming('each-image', at(0)))).toBe(at(10));
  });
});
