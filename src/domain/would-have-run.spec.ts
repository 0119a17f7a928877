import fc from 'fast-check';
import { aDigest, aPush } from '../testing/builders';
import { newestFirst } from './push';
import type { Push } from './push';
import type { TagRule } from './tag-rule';
import { wouldHaveRun } from './would-have-run';

const versions: TagRule = { kind: 'glob', pattern: 'v*' };

const at = (seconds: number): string =>
  new Date(Date.parse('2026-03-01T12:00:00Z') + seconds * 1000).toISOString().replace('.000', '');

/** A push a time, in seconds, newest first. */
const pushesAt = (times: readonly number[], tag = 'v1'): Push[] =>
  times.map((seconds) => aPush({ created: at(seconds), tags: [tag] })).sort(newestFirst);

describe('wouldHaveRun', () => {
  it('judges every push by all of its tags', () => {
    const both = aPush({ tags: ['latest', 'v2'], created: at(60), digest: aDigest('b') });
    const other = aPush({ tags: ['latest'], created: at(0) });
    const { pushes, running, since } = wouldHaveRun([both, other], versions, 'each-push');
    expect(pushes).toEqual([
      { push: both, matching: ['v2'], verdict: 'runs' },
      { push: other, matching: [], verdict: 'unmatched' },
    ]);
    expect([running, since]).toEqual([1, at(0)]);
  });

  it('counts an image once, by its oldest push that matches, where each image runs once', () => {
    const red = aDigest('a');
    const pushes = [
      aPush({ tags: ['v3'], created: at(50), digest: aDigest('b') }),
      aPush({ tags: ['v2'], created: at(40), digest: red }),
      aPush({ tags: ['v1'], created: at(30), digest: red }),
      aPush({ tags: ['latest'], created: at(20), digest: red }),
    ];
    const judged = wouldHaveRun(pushes, versions, 'each-image');
    expect(judged.pushes.map(({ verdict }) => verdict)).toEqual([
      'runs',
      'again',
      'runs',
      'unmatched',
    ]);
    expect(judged).toMatchObject({ running: 2, busiest: { runs: 2, since: at(30) } });
    expect(wouldHaveRun(pushes, versions, 'each-push').running).toBe(3);
  });

  it('has nothing to say of an empty ledger, nor of the hours of a rule that matches nothing', () => {
    expect(wouldHaveRun([], versions, 'each-push')).toEqual({
      pushes: [],
      running: 0,
      since: undefined,
      busiest: undefined,
    });
    expect(wouldHaveRun(pushesAt([0], 'latest'), versions, 'each-push').busiest).toBeUndefined();
  });

  it.each<[string, number[], { runs: number; since: number }]>([
    ['one push', [5], { runs: 1, since: 5 }],
    ['pushes of one second', [7, 7, 7], { runs: 3, since: 7 }],
    ['an hour without its last second', [0, 3599], { runs: 2, since: 0 }],
    ['two hours', [0, 3600], { runs: 1, since: 0 }],
    ['the busier of two hours', [0, 10, 9000, 9001, 9002], { runs: 3, since: 9000 }],
    ['the first of hours that are as busy', [0, 3000, 3500, 4000], { runs: 3, since: 0 }],
  ])('finds the busiest hour of %s', (_, times, { runs, since }) => {
    expect(wouldHaveRun(pushesAt(times), versions, 'each-push').busiest).toEqual({
      runs,
      since: at(since),
    });
  });

  it('leaves out of the busiest hour what would not have run', () => {
    const ledger = [...pushesAt([0, 1, 2], 'latest'), ...pushesAt([3])].sort(newestFirst);
    expect(wouldHaveRun(ledger, versions, 'each-push').busiest).toEqual({ runs: 1, since: at(3) });
  });

  it('finds of any pushes the hour that a look at each of them finds', () => {
    const times = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(times, (seconds) => {
        const most = Math.max(
          ...seconds.map(
            (from) => seconds.filter((one) => one >= from && one < from + 3600).length,
          ),
        );
        expect(wouldHaveRun(pushesAt(seconds), versions, 'each-push').busiest?.runs).toBe(most);
      }),
    );
  });
});
