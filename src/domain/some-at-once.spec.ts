import { someAtOnce } from './some-at-once';
import type { Turn } from './some-at-once';

/** Lets everything go on that waits for nobody. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const letters = ['a', 'b', 'c', 'd'];

/** Turns that begin and end when the spec says so. */
const aTable = () => {
  const ends = new Map<string, () => void>();
  const begun: string[] = [];
  const begin = (letter: string): Turn => {
    begun.push(letter);
    return { over: new Promise<void>((resolve) => ends.set(letter, resolve)) };
  };
  const end = async (letter: string): Promise<void> => {
    ends.get(letter)?.();
    await settle();
  };
  return { begun, begin, end };
};

describe('some at once', () => {
  it('begin in their order, as soon as a place is free, whoever leaves it', async () => {
    const { begun, begin, end } = aTable();
    const all = someAtOnce(letters, { atOnce: 2, isLeft: () => false }, begin);
    await settle();
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('a');
    expect(begun).toEqual(letters);
    await end('d');
    expect(await Promise.race([all.then(() => 'over'), settle().then(() => 'open')])).toBe('open');
    await end('c');
    await all;
  });

  it('wait for the one before where it says so, though there are places', async () => {
    const { begun, begin, end } = aTable();
    void someAtOnce(letters, { atOnce: 4, isLeft: () => false }, (letter) => {
      const { over } = begin(letter);
      return { begun: over, over };
    });
    await settle();
    expect(begun).toEqual(['a']);
    await end('a');
    expect(begun).toEqual(['a', 'b']);
  });

  it('do not begin once the user has left, and those that have begun are waited for', async () => {
    let isLeft = false;
    const { begun, begin, end } = aTable();
    const all = someAtOnce(letters, { atOnce: 2, isLeft: () => isLeft }, begin);
    await settle();
    isLeft = true;
    await end('a');
    expect(await Promise.race([all.then(() => 'over'), settle().then(() => 'open')])).toBe('open');
    await end('b');
    await all;
    expect(begun).toEqual(['a', 'b']);
  });
});
