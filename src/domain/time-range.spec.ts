import { isWithin, parseTimeRange, timeRangeText } from './time-range';

const now = new Date('2026-03-02T12:00:00Z');

describe('a range of time', () => {
  it.each([
    ['1h', '2026-03-02T11:00:00Z', '2026-03-02T10:59:59Z'],
    ['24h', '2026-03-01T12:00:00Z', '2026-03-01T11:59:59Z'],
    ['7d', '2026-02-23T12:00:00Z', '2026-02-23T11:59:59Z'],
    ['30d', '2026-01-31T12:00:00Z', '2026-01-31T11:59:59Z'],
    ['2026-03-01T00:00:00Z/2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z'],
  ])('%s has %s in it, and not %s', (text, inside, outside) => {
    const range = parseTimeRange(text, now)!;
    expect(isWithin(range, inside)).toBe(true);
    expect(isWithin(range, outside)).toBe(false);
  });

  it('that ends now has what comes from a clock that is ahead', () => {
    expect(isWithin(parseTimeRange('1h', now)!, '2026-03-02T12:00:20Z')).toBe(true);
  });

  it('is read back', () => {
    const range = { from: Date.parse('2026-03-01T00:00:00Z'), until: now.getTime() };
    expect(parseTimeRange(timeRangeText(range), now)).toEqual(range);
  });

  it.each([
    '',
    'x',
    '1h/2h',
    '2026-03-02/2026-03-01',
    '2026-03-01',
    '2026-03-01/2026-03-02/2026-03-03',
  ])('is all time for "%s"', (text) => {
    expect(parseTimeRange(text, now)).toBeUndefined();
  });
});
