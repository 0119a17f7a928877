import { aDigest, aPush, aRun } from '../testing/builders';
import { clusterImages } from './push';
import { neverWas } from './run-proof';

describe('neverWas', () => {
  const { cause } = aRun();
  const at = (time: string, digit: string) =>
    aPush({ digest: aDigest(digit), created: `2026-03-01T${time}Z` });
  const kept = [at('12:00:01', 'd'), at('12:00:00', 'c'), at('12:00:00', 'b'), at('09:00:00', '9')];

  it('knows that of the pushes of one second, a pruner may have taken any', () => {
    expect(neverWas(cause!, kept, new Date('2026-03-01T14:00:00Z'))).toBe(false);
    expect(neverWas(cause!, kept.slice(1), new Date('2026-03-01T14:00:00Z'))).toBe(true);
  });

  it('knows that a pruner may have taken any Image that is an hour old', () => {
    const older = kept.slice(-1);
    const ofImages = { ...cause!, stream: clusterImages };
    expect(neverWas(cause!, older, new Date('2026-03-01T14:00:00Z'))).toBe(true);
    expect(neverWas(ofImages, older, new Date('2026-03-01T14:00:00Z'))).toBe(false);
    expect(neverWas(ofImages, older, new Date('2026-03-01T12:30:00Z'))).toBe(true);
  });

  it('takes a push for old enough to be pruned by whichever clock says so', () => {
    expect(neverWas(cause!, kept, new Date('2026-03-01T12:59:31Z'))).toBe(false);
    expect(neverWas(cause!, kept, new Date('2026-03-01T12:59:30Z'))).toBe(true);
  });
});
