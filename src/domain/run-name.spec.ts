import fc from 'fast-check';
import { aDigest, aPush } from '../testing/builders';
import { evaluateCel } from '../testing/cel-interceptor';
import { laneName } from './draft';
import { parsePushName } from './push-id';
import {
  firstRunNameOf,
  imageRunNameOf,
  mostTriggerNameCharacters,
  runNameCel,
  runNameOf,
} from './run-name';
import { policyAt } from './run-policy';
import type { RunPolicy } from './run-policy';
import { mostExactTags } from './tag-rule';

/** Labels of DNS, the stricter of the two rules for names (PipelineRun names have no dots). */
const legal = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;

describe('runNameOf', () => {
  it('names trigger, image and time', () => {
    expect(runNameOf('scan', { digest: aDigest('c'), created: '2026-03-01T12:00:00Z' })).toBe(
      'scan-cccccccc-1772366400',
    );
  });

  it.each([
    ['another image', { digest: aDigest('b') }],
    ['another time, as of a rollback', { created: '2026-03-01T12:00:01Z' }],
  ])('gives another name for %s', (_, change) => {
    expect(runNameOf('scan', aPush(change))).not.toBe(runNameOf('scan', aPush()));
  });

  it('gives the same name for every tag of a push', () => {
    expect(runNameOf('scan', aPush({ tags: ['v1'] }))).toBe(runNameOf('scan', aPush()));
  });

  it('is what CEL says for any push', () => {
    const seconds = fc.integer({ min: 1_500_000_000, max: 9_999_999_999 });
    const digests = fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`);
    fc.assert(
      fc.property(seconds, digests, (time, digest) => {
        const created = new Date(time * 1000).toISOString().replace('.000Z', 'Z');
        const extensions = { key: `${created} ${digest}` };
        const name = runNameOf('scan-web', { digest, created });
        expect(evaluateCel(runNameCel('scan-web', { policy: 'each-push' }), { extensions })).toBe(
          name,
        );
      }),
    );
  });
});

describe('the name of the run of an image', () => {
  it('is that of trigger and image, whenever it came', () => {
    const name = `scan-${'c'.repeat(16)}`;
    expect(imageRunNameOf('scan', { digest: aDigest('c') })).toBe(name);
    const [early, late] = ['2026-03-01T12:00:00Z', '2026-03-09T12:00:00Z'].map((created) =>
      firstRunNameOf('each-image', 'scan', { digest: aDigest('c'), created }),
    );
    expect([early, late]).toEqual([name, name]);
  });

  it('is never that of a push', () => {
    const name = imageRunNameOf('scan', { digest: aDigest('1') });
    expect(parsePushName(name)).toBeUndefined();
    expect(parsePushName(runNameOf('scan', aPush()))).toBeDefined();
  });

  it.each<[RunPolicy, string | undefined]>([
    ['each-image', undefined],
    ['each-image', '2026-03-01T12:00:00Z'],
    ['each-push', '2026-03-01T12:00:00Z'],
  ])('is what CEL says, %s since %s', (policy, since) => {
    const naming = { policy, since };
    const digest = aDigest('d');
    for (const created of [
      '2026-03-01T11:59:59Z',
      '2026-03-01T12:00:00Z',
      '2026-03-01T12:00:01Z',
    ]) {
      const name = firstRunNameOf(policyAt({ activity: [], naming }, created), 'scan', {
        digest,
        created,
      });
      const extensions = { key: `${created} ${digest}` };
      expect(evaluateCel(runNameCel('scan', naming), { extensions })).toBe(name);
    }
  });
});

describe('the longest name of a trigger', () => {
  const longest = 'a'.repeat(mostTriggerNameCharacters);

  it('leaves room for its runs, a suffix for a second run, and its lanes', () => {
    expect(longest).toHaveLength(40);
    expect(`${runNameOf(longest, aPush())}-r9`).toMatch(legal);
    expect(`${imageRunNameOf(longest, aPush())}-r9`).toMatch(legal);
    expect(`${runNameOf(`${longest}a`, aPush())}-r9`).not.toMatch(legal);
    expect(laneName(longest, mostExactTags - 1)).toMatch(legal);
  });
});
