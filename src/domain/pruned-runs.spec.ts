import type { Run } from './run';
import { endTimesOf, mayBePruned } from './pruned-runs';

const now = new Date('2026-03-01T13:00:00Z');
const tomorrow = new Date('2026-03-02T13:00:00Z');
const pushedAt = Date.parse('2026-03-01T12:00:00Z');

type Ended = Pick<Run, 'status' | 'finishedAt' | 'isArchived'>;

const ended = (status: Run['status'], time: string): Ended => ({
  status,
  finishedAt: `2026-03-01T${time}Z`,
  isArchived: false,
});
const goodBefore = ended('succeeded', '11:59:59');
const badBefore = ended('failed', '11:59:59');
const goodAfter = ended('succeeded', '12:00:00');
const badAfter = ended('cancelled', '12:30:00');

const isHidden = (own: readonly Ended[], others: readonly Ended[] = [], time = now): boolean =>
  mayBePruned({ own: endTimesOf(own), project: endTimesOf([...own, ...others]) }, pushedAt, time);

const many = (run: Ended, count: number): Ended[] => Array<Ended>(count).fill(run);

describe('the run of a push of the last day', () => {
  it.each<[string, Ended[]]>([
    ['no run is left', []],
    ['fewer later ones are left than any pruner leaves', many(goodAfter, 98)],
    ['one before it is left', [goodBefore, ...many(goodAfter, 200)]],
  ])('was never pruned where %s', (_, own) => {
    expect(isHidden(own)).toBe(false);
  });

  it.each<[string, Ended[]]>([
    ['a hundred later ones are left', many(goodAfter, 99)],
    ['they are in all, of both outcomes', [...many(goodAfter, 50), ...many(badAfter, 49)]],
    ['it failed, and a hundred later ones that did', [goodBefore, ...many(badAfter, 99)]],
  ])('may have been pruned where %s', (_, own) => {
    expect(isHidden(own)).toBe(true);
  });
});

describe('the run of an older push', () => {
  const isOldHidden = (own: readonly Ended[], others: readonly Ended[] = []): boolean =>
    isHidden(own, others, tomorrow);

  it.each<[string, Ended[]]>([
    ['of each outcome, one before it is left', [goodBefore, badBefore, ...many(goodAfter, 5)]],
    ['one before it is left, and too few later ones failed', [goodBefore, goodAfter, badAfter]],
    ['one before it failed, and too few later ones were good', [badBefore, badAfter, goodAfter]],
  ])('was never pruned where %s', (_, own) => {
    expect(isOldHidden(own)).toBe(false);
  });

  it.each<[string, Ended[]]>([
    ['no run is left: it may be too old', []],
    ['only later ones are left', [goodAfter]],
    ['only later ones that failed are left, if it failed', [goodBefore, badAfter, badAfter]],
    ['only later good ones are left, if it was good', [badBefore, goodAfter, goodAfter]],
    [
      'the one before it is still running',
      [{ status: 'running', finishedAt: undefined, isArchived: false }],
    ],
  ])('may have been pruned where %s', (_, own) => {
    expect(isOldHidden(own)).toBe(true);
  });

  it('may have been pruned whatever Tekton Results keeps from before it', () => {
    const archived = [goodBefore, badBefore].map((run) => ({ ...run, isArchived: true }));
    expect(isOldHidden([...archived, goodAfter])).toBe(true);
  });

  it('may have been pruned for those of other triggers of the project, which prove nothing', () => {
    expect(isOldHidden([goodBefore], [badAfter, badAfter])).toBe(true);
    expect(isOldHidden([goodAfter], [goodBefore, badBefore])).toBe(true);
  });

  it('is one as soon as it can be, by either clock', () => {
    expect(isHidden([], [], new Date('2026-03-02T11:59:31Z'))).toBe(true);
    expect(isHidden([], [], new Date('2026-03-02T11:59:30Z'))).toBe(false);
  });
});
