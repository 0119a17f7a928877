import type { RunProgress } from './run';
import { endTimesOf, mayBePruned } from './pruned-runs';

const now = new Date('2026-03-01T13:00:00Z');
const tomorrow = new Date('2026-03-02T13:00:00Z');
const pushedAt = Date.parse('2026-03-01T12:00:00Z');

type Ended = Pick<RunProgress, 'status' | 'finishedAt'>;

const ended = (status: RunProgress['status'], time: string): Ended => ({
  status,
  finishedAt: `2026-03-01T${time}Z`,
});
const goodBefore = ended('succeeded', '11:59:59');
const badBefore = ended('failed', '11:59:59');
const goodAfter = ended('succeeded', '12:00:00');
const badAfter = ended('cancelled', '12:30:00');

const isHidden = (own: readonly Ended[], others: readonly Ended[] = [], time = now): boolean =>
  mayBePruned({ own: endTimesOf(own), project: endTimesOf([...own, ...others]) }, pushedAt, time);

describe('the run of a young push', () => {
  it.each<[string, Ended[]]>([
    ['no run is left', []],
    ['one run of each outcome before it is left', [goodBefore, badBefore, goodAfter, badAfter]],
    ['hardly any is left', [goodAfter]],
    ['all that failed after it are left', [goodBefore, goodAfter, goodAfter, badAfter]],
  ])('was never pruned where %s', (_, own) => {
    expect(isHidden(own)).toBe(false);
  });

  it.each<[string, Ended[]]>([
    ['only later runs are left', [goodAfter, goodAfter]],
    ['of both outcomes, only later runs are left', [goodAfter, badAfter]],
    ['only later runs that failed are left, if it failed', [goodBefore, badAfter, badAfter]],
    ['only later good runs are left, if it was good', [badBefore, goodAfter, goodAfter]],
    [
      'the run before it is still running',
      [{ status: 'running', finishedAt: undefined }, goodAfter, goodAfter],
    ],
  ])('may have been pruned where %s', (_, own) => {
    expect(isHidden(own)).toBe(true);
  });

  it('may have been pruned for runs of other triggers of the project, but those prove nothing', () => {
    expect(isHidden([], [goodAfter, goodAfter])).toBe(true);
    expect(isHidden([goodAfter], [goodBefore, badBefore, goodAfter])).toBe(true);
  });
});

describe('the run of an old push', () => {
  it('may have been pruned for its age, unless an older one is left', () => {
    expect(isHidden([], [], tomorrow)).toBe(true);
    expect(isHidden([goodAfter], [], tomorrow)).toBe(true);
    expect(isHidden([goodBefore], [], tomorrow)).toBe(false);
    expect(isHidden([badBefore], [], tomorrow)).toBe(false);
  });

  it('is old as soon as it can be, by either clock', () => {
    const almostADay = new Date('2026-03-02T11:59:31Z');
    expect(isHidden([], [], almostADay)).toBe(true);
  });
});
