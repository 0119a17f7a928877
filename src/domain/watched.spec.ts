import type { Problem } from './problem';
import { combineWatched, loading, mapWatched } from './watched';
import type { Watched } from './watched';

const problem: Problem = { code: 'forbidden', message: 'no' };
const failed: Watched<number> = { state: 'failed', problem };
const loaded = (data: number, stale?: Problem): Watched<number> => ({
  state: 'loaded',
  data,
  stale,
});
const cut: Problem = { code: 'network', message: 'cut' };

describe('mapWatched', () => {
  it('maps what is loaded and keeps all else', () => {
    const double = (value: number): number => value * 2;
    expect(mapWatched(loaded(2, cut), double)).toEqual(loaded(4, cut));
    expect(mapWatched(failed, double)).toBe(failed);
    expect(mapWatched(loading, double)).toBe(loading);
  });
});

describe('combineWatched', () => {
  it.each<[string, Watched<number>, Watched<number>, Watched<number>]>([
    ['both are loaded', loaded(1), loaded(2), loaded(3)],
    ['the first one is stale', loaded(1, cut), loaded(2), loaded(3, cut)],
    ['the second one is stale', loaded(1), loaded(2, cut), loaded(3, cut)],
    ['the first one is loading', loading, loaded(2), loading],
    ['the second one is loading', loaded(1), loading, loading],
    ['one failed and one is loading', loading, failed, failed],
    ['the first one failed', failed, loaded(2), failed],
  ])('where %s', (...[, first, second, expected]) => {
    expect(combineWatched(first, second, (a, b) => a + b)).toEqual(expected);
  });
});
