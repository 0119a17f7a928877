import { dateTimeText, timestampText } from './timestamp-text';

const now = new Date('2026-11-22T10:30:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('timestampText', () => {
  it.each([
    [0, 'Just now'],
    [-30, 'Just now'],
    [59, 'Just now'],
    [61, '1 minute ago'],
    [629, '10 minutes ago'],
  ])('%d seconds ago: %s', (seconds, text) => {
    expect(timestampText(before(seconds), now)).toBe(text);
  });

  it.each([631, -61])('%d seconds ago: the date', (seconds) => {
    expect(timestampText(before(seconds), now)).toBe(dateTimeText(before(seconds)));
  });

  it.each([
    [30, '0 minutes'],
    [61, '1 minute'],
    [7200, '2 hours'],
    [-5, '-'],
  ])('%d seconds ago, as a span: %s', (seconds, text) => {
    expect(timestampText(before(seconds), now, true)).toBe(text);
  });

  it('says nothing of what is no time', () => {
    expect(timestampText(new Date('never'), now)).toBe('-');
  });
});

describe('dateTimeText', () => {
  it('names the zone where it is not the own one', () => {
    expect(dateTimeText(now, 'UTC')).toBe('Nov 22, 2026, 10:30 AM UTC');
  });
});
