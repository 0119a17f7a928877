import { aDigest, aPush } from '../testing/builders';
import type { Push } from './push';
import { supersededOf } from './superseded';

const push = (digit: string, overrides: Partial<Push> = {}): Push =>
  aPush({ digest: aDigest(digit), tags: [`v${digit}`], ...overrides });

const digitsOf = (pushes: readonly Push[], lanes: number): string =>
  [
    ...supersededOf(
      pushes.map((one) => [one, one.tags]),
      lanes,
    ),
  ]
    .map(({ digest }) => digest[7])
    .join('');

describe('supersededOf', () => {
  const five = ['c', 'a', 'e', 'b', 'd'].map((digit) => push(digit));

  it.each([
    [1, 'cabd'],
    [4, 'a'],
    [5, ''],
  ])('%d lanes leave those with the lowest digests of a second', (lanes, digits) => {
    expect(digitsOf(five, lanes)).toBe(digits);
  });

  it('counts no push of another second', () => {
    const later = push('f', { created: '2026-03-01T12:00:01Z' });
    expect(digitsOf([later, push('a')], 1)).toBe('');
  });

  it('counts no push of the same tag: the tag held them one after another', () => {
    expect(digitsOf([push('b', { tags: ['latest'] }), push('a', { tags: ['latest'] })], 1)).toBe(
      '',
    );
  });

  it('counts a push that shares one of several tags', () => {
    expect(
      digitsOf([push('b', { tags: ['latest'] }), push('a', { tags: ['latest', 'x'] })], 1),
    ).toBe('a');
  });

  it('counts no push that the rule does not match', () => {
    expect([
      ...supersededOf(
        [
          [push('b'), []],
          [push('a'), ['va']],
        ],
        1,
      ),
    ]).toEqual([]);
  });
});
