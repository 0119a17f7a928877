import { plainT } from '../testing/plain-t';
import { durationText } from './duration';

const noBreak = '\u00a0';

const from = '2026-03-01T12:00:00Z';
const after = (seconds: number): string =>
  new Date(Date.parse(from) + seconds * 1000).toISOString();

describe('durationText', () => {
  it.each([
    [0, 'less than 1 s'],
    [59, '59 s'],
    [60, '1 min 0 s'],
    [3_599, '59 min 59 s'],
    [3_600, '1 h 0 min'],
    [90_061, '25 h 1 min'],
  ])('%d seconds: %s', (seconds, text) => {
    expect(durationText(plainT, from, after(seconds))).toBe(text.replaceAll(' ', noBreak));
  });

  it('is never negative: two clocks may differ by a little', () => {
    expect(durationText(plainT, from, after(-3))).toBe(durationText(plainT, from, from));
  });

  it.each([
    [undefined, from],
    [from, undefined],
    ['never', from],
  ])('says nothing of what is no time (%s, %s)', (start, end) => {
    expect(durationText(plainT, start, end)).toBeUndefined();
  });
});
