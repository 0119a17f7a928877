import { parseGoDuration } from './go-duration';

describe('parseGoDuration', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['5s', 5],
    ['1h30m', 5400],
    ['1h0m0s', 3600],
    ['1.5h', 5400],
    ['.5m', 30],
    ['2.s', 2],
    ['1500ms', 1.5],
    ['30m1h', 5400],
    ['1us', 1e-6],
    ['1µs', 1e-6],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseGoDuration(text)).toBeCloseTo(seconds * 1e9, 0);
  });

  it.each(['', '5', '1h30', 'h', '.s', '-1h', '+1h', '1d', '1 h', '1h\n', '1H', '3000000h'])(
    '%j is none',
    (text) => {
      expect(parseGoDuration(text)).toBeUndefined();
    },
  );
});
